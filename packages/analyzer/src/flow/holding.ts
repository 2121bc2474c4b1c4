import type { FunctionRef, Holding } from './held.js';
import { changed, type Part, type PartFields } from './part.js';

export type { FunctionRef, Holding } from './held.js';

const none: ReadonlyMap<string, never> = new Map<string, never>();

/** What has to do with no response. */
export const nothing: Holding = { parts: none, entries: none, functions: none };

/** In own objects nested deeper than this it is not asked what lies where: walks over them must stay short. */
const depthLimit = 10;
/** More parts or functions than this are not told apart any more. */
const widthLimit = 96;
/** The name under which everything lies that is nested too deeply. */
export const tooDeep = '…';

export function isNothing(holding: Holding): boolean {
  return holding === nothing;
}

/** Whether any part is in it, however deep. */
export function holdsParts(holding: Holding): boolean {
  if (holding.parts.size > 0) return true;
  for (const entry of holding.entries.values()) if (holdsParts(entry)) return true;
  return false;
}

/** Whether any function is in it, however deep. */
export function holdsFunctions(holding: Holding): boolean {
  if (holding.functions.size > 0) return true;
  for (const entry of holding.entries.values()) if (holdsFunctions(entry)) return true;
  return false;
}

function holding(
  parts: ReadonlyMap<string, Part>,
  entries: ReadonlyMap<string, Holding>,
  functions: ReadonlyMap<string, FunctionRef>,
): Holding {
  return parts.size + entries.size + functions.size === 0 ? nothing : { parts, entries, functions };
}

export function ofParts(parts: readonly Part[]): Holding {
  return holding(new Map(parts.slice(0, widthLimit).map((part) => [part.key, part])), none, none);
}

export function ofFunction(ref: FunctionRef): Holding {
  const key = keyOfFunction(ref);
  return { parts: none, entries: none, functions: new Map([[key, ref]]) };
}

export function keyOfFunction({ file, function: index, scope }: FunctionRef): string {
  return `${file}#${String(index)}@${scope?.id ?? file}`;
}

/** The same with functions that know no longer which call they were made in: what is kept must not grow with each call. */
export function withOpenFunctions(of: Holding): Holding {
  if (isNothing(of)) return of;
  const functions = [...of.functions.values()].map((one) => ({ ...one, scope: null }));
  const entries = [...of.entries].map(([name, entry]) => [name, withOpenFunctions(entry)] as const);
  return holding(of.parts, new Map(entries), new Map(functions.map((one) => [keyOfFunction(one), one])));
}

/** The same without functions at its top. */
export function withoutFunctions(of: Holding): Holding {
  return of.functions.size === 0 ? of : holding(of.parts, of.entries, none);
}

/** An own object or list; entries without anything in them are left out. */
export function ofEntries(entries: Iterable<readonly [string, Holding]>): Holding {
  const kept = new Map<string, Holding>();
  for (const [name, entry] of entries) {
    if (isNothing(entry)) continue;
    const before = kept.get(name);
    const shallow = depthOf(entry) < depthLimit ? entry : levelled(entry);
    kept.set(name, before === undefined ? shallow : join(before, shallow));
  }
  return holding(none, kept, none);
}

const depths = new WeakMap<Holding, number>();

/** How many own objects and lists are in each other. */
function depthOf(of: Holding): number {
  const known = depths.get(of);
  if (known !== undefined) return known;
  const depth = Math.max(0, ...[...of.entries.values()].map((entry) => 1 + depthOf(entry)));
  depths.set(of, depth);
  return depth;
}

/** All that is in it, under one name that no code asks for. */
function levelled(of: Holding): Holding {
  return holding(none, new Map([[tooDeep, flattened(of)]]), of.functions);
}

export function joinAll(holdings: readonly Holding[]): Holding {
  return holdings.reduce((all, one) => join(all, one), nothing);
}

export function join(a: Holding, b: Holding, depth = 0): Holding {
  if (a === b || isNothing(b)) return a;
  if (isNothing(a)) return b;
  if (depth > depthLimit) return join(levelled(a), levelled(b));
  return holding(
    joined(a.parts, b.parts),
    joinedEntries(a.entries, b.entries, depth + 1),
    joined(a.functions, b.functions),
  );
}

function joined<T>(a: ReadonlyMap<string, T>, b: ReadonlyMap<string, T>): ReadonlyMap<string, T> {
  if (b.size === 0 || [...b.keys()].every((key) => a.has(key))) return a;
  if (a.size === 0) return b;
  return new Map([...a, ...b].slice(0, widthLimit));
}

function joinedEntries(
  a: ReadonlyMap<string, Holding>,
  b: ReadonlyMap<string, Holding>,
  depth: number,
): ReadonlyMap<string, Holding> {
  if (b.size === 0) return a;
  if (a.size === 0) return b;
  const result = new Map(a);
  for (const [name, entry] of b) {
    const before = result.get(name);
    result.set(name, before === undefined ? entry : join(before, entry, depth));
  }
  return result;
}

/** Changes every part, however deep; a part that becomes null falls away. Functions stay. */
export function mapParts(of: Holding, change: (part: Part) => Part | null): Holding {
  if (isNothing(of)) return of;
  const parts = [...of.parts.values()].flatMap((part) => change(part) ?? []);
  const entries = [...of.entries].flatMap(([name, entry]): (readonly [string, Holding])[] => {
    const inner = mapParts(entry, change);
    return isNothing(inner) ? [] : [[name, inner]];
  });
  return holding(new Map(parts.map((part) => [part.key, part])), new Map(entries), of.functions);
}

/** The same parts in another form or by another way. */
export function withChange(of: Holding, change: Partial<PartFields>): Holding {
  return mapParts(of, (part) => changed(part, change));
}

/** Everything in it, flattened. */
export function allParts(of: Holding): readonly Part[] {
  if (isNothing(of)) return [];
  return [...of.parts.values(), ...[...of.entries.values()].flatMap(allParts)];
}

/** All functions in it, however deep. */
export function functionsIn(of: Holding): readonly FunctionRef[] {
  if (isNothing(of)) return [];
  return [...of.functions.values(), ...[...of.entries.values()].flatMap(functionsIn)];
}

/** The parts alone, wherever they lie; what they lie in is forgotten. */
export function flattened(of: Holding): Holding {
  return ofParts(allParts(of));
}

const signatures = new WeakMap<Holding, string>();

/** Equal texts say equal holdings. */
export function signatureOf(of: Holding): string {
  if (isNothing(of)) return '';
  const known = signatures.get(of);
  if (known !== undefined) return known;
  const entries = [...of.entries].map(([name, entry]) => `${name}:{${signatureOf(entry)}}`);
  const signature = [...of.parts.keys(), ...entries, ...of.functions.keys()].sort().join('\n');
  signatures.set(of, signature);
  return signature;
}
