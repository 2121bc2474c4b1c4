import { below, changed, itemOf, type Part } from './part.js';
import { join, joinAll, mapParts, nothing, ofParts, type Holding } from './holding.js';

/** A property by name. Of a list, `'0'` is an item. */
export function memberOf(of: Holding, name: string): Holding {
  if (of === nothing) return nothing;
  const isIndex = /^\d+$/.test(name);
  const entry = of.entries.get(name) ?? nothing;
  const any = isIndex ? (of.entries.get('[]') ?? nothing) : nothing;
  return join(join(entry, any), ofParts(partsBelow(of, isIndex ? itemOf : (part) => below(part, name))));
}

/** Any item of a list, any value of a map. */
export function itemIn(of: Holding): Holding {
  if (of === nothing) return nothing;
  return join(joinAll([...of.entries.values()]), ofParts(partsBelow(of, itemOf)));
}

/** All but some properties: `const { cpf, ...rest } = order`. */
export function restOf(of: Holding, without: readonly string[]): Holding {
  const entries = new Map([...of.entries].filter(([name]) => !without.includes(name)));
  const parts = mapParts({ ...of, entries: new Map() }, (part) => withoutNames(part, without));
  return entries.size === 0 ? parts : { ...parts, entries };
}

export function withoutNames(of: Part, names: readonly string[]): Part {
  if (names.length === 0) return of;
  return changed(of, { without: [...new Set([...of.without, ...names])].sort() });
}

function partsBelow(of: Holding, step: (part: Part) => Part | null): readonly Part[] {
  return [...of.parts.values()].flatMap((one) => step(one) ?? []);
}
