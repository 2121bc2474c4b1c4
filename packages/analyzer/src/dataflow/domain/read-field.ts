import {
  asCharacter,
  asSubset,
  readAnyValue,
  readField,
  readElement,
  type AccessPath,
} from './access-path.js';
import { join, joinAll, mapPaths, untainted, ofEntries, ofPaths, type TaintValue } from './taint-value.js';

/** The entry of an object that was made of pairs or groups: it stands for a property of any name. */
export const anyName = '?';

/** A property by name. Of a list, `'0'` is an item. */
export function fieldOf(of: TaintValue, name: string): TaintValue {
  if (of === untainted) return untainted;
  const isIndex = /^\d+$/.test(name);
  const entry = of.entries.get(name) ?? untainted;
  const any = of.entries.get(isIndex ? '[]' : anyName) ?? untainted;
  return join(
    join(entry, any),
    ofPaths(pathsBelow(of, isIndex ? readElement : (path) => readField(path, name))),
  );
}

/** Any item of a list, any value of a map. */
export function elementOf(of: TaintValue): TaintValue {
  if (of === untainted) return untainted;
  return join(joinAll([...of.entries.values()]), ofPaths(pathsBelow(of, readElement)));
}

/** The characters of what is a text. */
export function charactersOf(of: TaintValue): TaintValue {
  return of === untainted ? untainted : ofPaths(pathsBelow(of, asCharacter));
}

/** The items of what is a list, the characters of what is a text. */
export function itemsOf(of: TaintValue): TaintValue {
  return join(elementOf(of), charactersOf(of));
}

/** The value of any property: of a record that was answered, or of an own object. */
export function anyValueOf(of: TaintValue): TaintValue {
  if (of === untainted) return untainted;
  return join(joinAll([...of.entries.values()]), ofPaths(pathsBelow(of, readAnyValue)));
}

/** A list of which some items are left, in any order. What lies in own items stays what it is. */
export function subsetOf(
  of: TaintValue,
  change: (path: AccessPath) => AccessPath | null = asSubset,
): TaintValue {
  if (of === untainted) return untainted;
  const items = joinAll([...of.entries.values()]);
  const paths = mapPaths({ ...of, entries: new Map() }, change);
  return join(paths, ofEntries([['[]', items]]));
}

function pathsBelow(of: TaintValue, step: (path: AccessPath) => AccessPath | null): readonly AccessPath[] {
  return [...of.paths.values()].flatMap((one) => step(one) ?? []);
}
