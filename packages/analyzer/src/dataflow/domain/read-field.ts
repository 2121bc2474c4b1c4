import { readField, derive, readElement, type AccessPath } from './access-path.js';
import { join, joinAll, mapPaths, untainted, ofPaths, type Holding } from './taint-value.js';

/** A property by name. Of a list, `'0'` is an item. */
export function fieldOf(of: Holding, name: string): Holding {
  if (of === untainted) return untainted;
  const isIndex = /^\d+$/.test(name);
  const entry = of.entries.get(name) ?? untainted;
  const any = isIndex ? (of.entries.get('[]') ?? untainted) : untainted;
  return join(
    join(entry, any),
    ofPaths(pathsBelow(of, isIndex ? readElement : (path) => readField(path, name))),
  );
}

/** Any item of a list, any value of a map. */
export function elementOf(of: Holding): Holding {
  if (of === untainted) return untainted;
  return join(joinAll([...of.entries.values()]), ofPaths(pathsBelow(of, readElement)));
}

/** All but some properties: `const { cpf, ...rest } = order`. */
export function restOf(of: Holding, without: readonly string[]): Holding {
  const entries = new Map([...of.entries].filter(([name]) => !without.includes(name)));
  const paths = mapPaths({ ...of, entries: new Map() }, (path) => withoutNames(path, without));
  return entries.size === 0 ? paths : { ...paths, entries };
}

export function withoutNames(of: AccessPath, names: readonly string[]): AccessPath {
  if (names.length === 0) return of;
  return derive(of, { without: [...new Set([...of.without, ...names])].sort() });
}

function pathsBelow(of: Holding, step: (path: AccessPath) => AccessPath | null): readonly AccessPath[] {
  return [...of.paths.values()].flatMap((one) => step(one) ?? []);
}
