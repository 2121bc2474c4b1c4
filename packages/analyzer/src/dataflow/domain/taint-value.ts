import type { FunctionRef, TaintValue } from './taint-value-types.js';
import { oncePer } from '../../util/once-per.js';
import { derive, type AccessPath, type AccessPathFields } from './access-path.js';

export type { FunctionRef, Kept, TaintValue } from './taint-value-types.js';

const none: ReadonlyMap<string, never> = new Map<string, never>();

/** What has to do with no response. */
export const untainted: TaintValue = { paths: none, entries: none, functions: none };

/** In own objects nested deeper than this it is not asked what lies where: walks over them must stay short. */
const depthLimit = 10;
/** More paths or functions than this are not told apart any more. */
const widthLimit = 96;
/** The name under which everything lies that is nested too deeply. */
export const widened = '…';

export function isUntainted(taint: TaintValue): boolean {
  return taint === untainted;
}

/** Whether any part is in it, however deep. */
export function isTainted(taint: TaintValue): boolean {
  if (taint.paths.size > 0) return true;
  for (const entry of taint.entries.values()) if (isTainted(entry)) return true;
  return false;
}

/** Whether any function is in it, however deep. */
export function holdsFunctions(taint: TaintValue): boolean {
  if (taint.functions.size > 0) return true;
  for (const entry of taint.entries.values()) if (holdsFunctions(entry)) return true;
  return false;
}

function taint(
  paths: ReadonlyMap<string, AccessPath>,
  entries: ReadonlyMap<string, TaintValue>,
  functions: ReadonlyMap<string, FunctionRef>,
): TaintValue {
  return paths.size + entries.size + functions.size === 0 ? untainted : { paths: paths, entries, functions };
}

export function ofPaths(paths: readonly AccessPath[]): TaintValue {
  if (paths.length === 0) return untainted;
  return taint(new Map(paths.slice(0, widthLimit).map((path) => [path.key, path])), none, none);
}

export function ofFunction(ref: FunctionRef): TaintValue {
  const key = keyOfFunction(ref);
  return { paths: none, entries: none, functions: new Map([[key, ref]]) };
}

export function keyOfFunction({ file, function: index, activation }: FunctionRef): string {
  return `${file}#${String(index)}@${activation?.id ?? file}`;
}

/** The same with functions that know no longer which call they were made in: what is kept must not grow with each call. */
export function withOpenFunctions(of: TaintValue): TaintValue {
  if (isUntainted(of)) return of;
  const functions = [...of.functions.values()].map((one) => ({ ...one, activation: null }));
  const entries = [...of.entries].map(([name, entry]) => [name, withOpenFunctions(entry)] as const);
  return taint(of.paths, new Map(entries), new Map(functions.map((one) => [keyOfFunction(one), one])));
}

/** The same without functions at its top. */
export function withoutFunctions(of: TaintValue): TaintValue {
  return of.functions.size === 0 ? of : taint(of.paths, of.entries, none);
}

/** An own object or list; entries without anything in them are left out. */
export function ofEntries(entries: Iterable<readonly [string, TaintValue]>): TaintValue {
  let kept: Map<string, TaintValue> | null = null;
  for (const [name, entry] of entries) {
    if (isUntainted(entry)) continue;
    // Most objects hold nothing, and need no list of it.
    kept ??= new Map();
    const before = kept.get(name);
    const shallow = depthOf(entry) < depthLimit ? entry : widen(entry);
    kept.set(name, before === undefined ? shallow : join(before, shallow));
  }
  return kept === null ? untainted : taint(none, kept, none);
}

const depths = new WeakMap<TaintValue, number>();

/** How many own objects and lists are in each other. */
function depthOf(of: TaintValue): number {
  const known = depths.get(of);
  if (known !== undefined) return known;
  const depth = Math.max(0, ...[...of.entries.values()].map((entry) => 1 + depthOf(entry)));
  depths.set(of, depth);
  return depth;
}

/** How many paths are in it, however deep: one that lies at several places is counted at each. */
const sizeOf = oncePer((of: TaintValue): number => {
  let size = of.paths.size;
  for (const entry of of.entries.values()) size += sizeOf(entry);
  return size;
});

/** About so many paths are made, and kept, in the time and room of one step. */
const madeInStep = 2;

/** About so many are gone through where they lie in own objects: most of these are shared with what they were put together of. */
const passedInStep = 16;

/** Steps for a value that holds much at once. */
export function weightOf(of: TaintValue): number {
  return Math.floor(of.paths.size / madeInStep) + weightOfEntries(of);
}

/** Steps for an own object that holds much at once. */
export function weightOfEntries(of: TaintValue): number {
  return of.entries.size === 0 ? 0 : Math.floor(sizeOf(of) / passedInStep);
}

/** All that is in it, under one name that no code asks for. The same is put into many objects, so it is gone through once. */
const widen = oncePer((of: TaintValue): TaintValue =>
  taint(none, new Map([[widened, collapse(of)]]), of.functions),
);

export function joinAll(taints: readonly TaintValue[]): TaintValue {
  return taints.reduce((all, one) => join(all, one), untainted);
}

/** Both; the first of them itself, where the second adds nothing. */
export function join(a: TaintValue, b: TaintValue, depth = 0): TaintValue {
  if (a === b || isUntainted(b)) return a;
  if (isUntainted(a)) return b;
  if (depth > depthLimit) return join(widen(a), widen(b));
  const paths = joined(a.paths, b.paths);
  const entries = joinedEntries(a.entries, b.entries, depth + 1);
  const functions = joined(a.functions, b.functions);
  const isSame = paths === a.paths && entries === a.entries && functions === a.functions;
  return isSame ? a : taint(paths, entries, functions);
}

function joined<T>(a: ReadonlyMap<string, T>, b: ReadonlyMap<string, T>): ReadonlyMap<string, T> {
  if (a === b || a.size >= widthLimit || holdsAll(a, b)) return a;
  if (a.size === 0) return b;
  const both = new Map(a);
  let room = widthLimit - a.size;
  for (const [key, one] of b) {
    if (room === 0) break;
    both.set(key, one);
    room -= 1;
  }
  return both;
}

function holdsAll(a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): boolean {
  for (const key of b.keys()) if (!a.has(key)) return false;
  return true;
}

function joinedEntries(
  a: ReadonlyMap<string, TaintValue>,
  b: ReadonlyMap<string, TaintValue>,
  depth: number,
): ReadonlyMap<string, TaintValue> {
  if (a === b || b.size === 0) return a;
  if (a.size === 0) return b;
  let result: Map<string, TaintValue> | null = null;
  for (const [name, entry] of b) {
    const before = a.get(name);
    const after = before === undefined ? entry : join(before, entry, depth);
    if (after !== before) (result ??= new Map(a)).set(name, after);
  }
  return result ?? a;
}

/** Changes every part, however deep; a part that becomes null falls away. Functions stay. Itself where nothing is another. */
export function mapPaths(of: TaintValue, change: (path: AccessPath) => AccessPath | null): TaintValue {
  if (isUntainted(of)) return of;
  let isOther = false;
  const paths = new Map<string, AccessPath>();
  for (const path of of.paths.values()) {
    const changed = change(path);
    if (changed !== path) isOther = true;
    if (changed !== null) paths.set(changed.key, changed);
  }
  const entries = new Map<string, TaintValue>();
  for (const [name, entry] of of.entries) {
    const inner = mapPaths(entry, change);
    if (inner !== entry) isOther = true;
    if (!isUntainted(inner)) entries.set(name, inner);
  }
  return isOther ? taint(paths, entries, of.functions) : of;
}

/** Changes what lies in own objects and lists, outermost first; what becomes nothing falls away. */
export function mapEntries(
  of: TaintValue,
  change: (name: string, entry: TaintValue) => TaintValue,
): TaintValue {
  if (of.entries.size === 0) return of;
  const entries = [...of.entries].flatMap(([name, entry]): (readonly [string, TaintValue])[] => {
    const inner = mapEntries(change(name, entry), change);
    return isUntainted(inner) ? [] : [[name, inner]];
  });
  return taint(of.paths, new Map(entries), of.functions);
}

/** The same paths in another form or by another way. */
export function withChange(of: TaintValue, change: Partial<AccessPathFields>): TaintValue {
  return mapPaths(of, (path) => derive(path, change));
}

/** Everything in it, flattened. */
export function allPaths(of: TaintValue): readonly AccessPath[] {
  if (isUntainted(of)) return [];
  return [...of.paths.values(), ...[...of.entries.values()].flatMap(allPaths)];
}

/** All functions in it, however deep. */
export function functionsIn(of: TaintValue): readonly FunctionRef[] {
  if (isUntainted(of)) return [];
  return [...of.functions.values(), ...[...of.entries.values()].flatMap(functionsIn)];
}

/** The paths alone, wherever they lie; what they lie in is forgotten. */
export function collapse(of: TaintValue): TaintValue {
  return ofPaths(allPaths(of));
}

const signatures = new WeakMap<TaintValue, string>();

/** Equal texts say equal taints. */
export function signatureOf(of: TaintValue): string {
  if (isUntainted(of)) return '';
  const known = signatures.get(of);
  if (known !== undefined) return known;
  const entries = [...of.entries].map(([name, entry]) => `${name}:{${signatureOf(entry)}}`);
  const signature = [...of.paths.keys(), ...entries, ...of.functions.keys()].sort().join('\n');
  signatures.set(of, signature);
  return signature;
}
