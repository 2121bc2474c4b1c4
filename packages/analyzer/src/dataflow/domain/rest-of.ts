import { derive, type AccessPath } from './access-path.js';
import { subsetOf } from './read-field.js';
import { mapPaths, type TaintValue } from './taint-value.js';

/** All but some properties: `const { cpf, ...rest } = order`. */
export function restOf(of: TaintValue, without: readonly string[]): TaintValue {
  const entries = new Map([...of.entries].filter(([name]) => !without.includes(name)));
  // `[first, ...others]`: the others are items of the list, at other positions.
  if (without.some((name) => /^\d+$/.test(name))) return subsetOf({ ...of, entries });
  const paths = mapPaths({ ...of, entries: new Map() }, (path) => withoutNames(path, without));
  return entries.size === 0 ? paths : { ...paths, entries };
}

export function withoutNames(of: AccessPath, names: readonly string[]): AccessPath {
  if (names.length === 0) return of;
  return derive(of, { without: [...new Set([...of.without, ...names])].sort() });
}
