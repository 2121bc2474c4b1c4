import type { CallFact } from '../../model/facts.js';
import { own } from '../../util/own.js';
import type { Tracker } from '../domain/tracker.js';
import { asSubset, intoText } from '../domain/access-path.js';
import { elementOf, fieldOf } from '../domain/read-field.js';
import {
  collapse,
  isUntainted,
  join,
  joinAll,
  mapPaths,
  untainted,
  ofEntries,
  type Holding,
} from '../domain/taint-value.js';
import type { Scope } from '../domain/activation.js';

/** Methods that hand each item to their first argument, and at which position. */
const itemPosition: Readonly<Record<string, number>> = {
  map: 0,
  forEach: 0,
  flatMap: 0,
  filter: 0,
  find: 0,
  findLast: 0,
  findIndex: 0,
  some: 0,
  every: 0,
  sort: 0,
  toSorted: 0,
  reduce: 1,
  reduceRight: 1,
};

/** What a method of a list, a text, a promise or a map hands to a callback that is written in its place. */
export function passedByMethod(
  tracker: Tracker,
  passed: { readonly call: number; readonly index: number },
  position: number,
  activation: Scope,
): Holding | null {
  const call = tracker.program.facts(activation.file)?.calls[passed.call];
  if (call?.callee.kind !== 'member') return null;
  if (passed.index !== 0) return handedBehind(tracker, call, passed.index, position, activation);
  const { name, object } = call.callee;
  if (name === 'then' && position === 0) return tracker.evaluate(object, activation);
  const at = own(itemPosition, name);
  if (at === undefined) return null;
  if (at > 0 && position === 0) return accumulated(tracker, passed.call, activation);
  return argumentsByMethod(name, tracker.evaluate(object, activation))?.[position] ?? untainted;
}

/** Both arguments of a comparison are items. */
function isSort(name: string): boolean {
  return name === 'sort' || name === 'toSorted';
}

/** What `reduce` hands on from item to item. */
function accumulated(tracker: Tracker, call: number, activation: Scope): Holding {
  const initial = tracker.program.facts(activation.file)?.calls[call]?.args[1];
  const start = initial === undefined ? untainted : tracker.evaluate(initial.value, activation);
  return join(start, tracker.callResult(call, activation));
}

/** Whether a method hands what it is called on to its first argument. */
export function takesCallback(name: string): boolean {
  return name === 'then' || own(itemPosition, name) !== undefined;
}

/** What a method hands to the function that it is given by name: `orders.map(toRow)`; null for other methods. */
export function argumentsByMethod(name: string, self: Holding): readonly Holding[] | null {
  if (name === 'then') return [self];
  const at = own(itemPosition, name);
  if (at === undefined) return null;
  const given = handedItem(name, self);
  return at === 0 ? [given, isSort(name) ? given : untainted, self] : [untainted, given, untainted, self];
}

/** A map is held as a list of pairs; its `forEach` hands on the values. */
function handedItem(name: string, self: Holding): Holding {
  return name === 'forEach' ? join(elementOf(self), valueIn(self)) : elementOf(self);
}

/** A value of a map that the project made. */
function valueIn(self: Holding): Holding {
  return fieldOf(elementOf({ ...self, paths: new Map() }), '1');
}

/** A key of such a map. */
function keyIn(self: Holding): Holding {
  return fieldOf(elementOf({ ...self, paths: new Map() }), '0');
}

/** `Array.from(orders, (order) => …)`: the list stands before the callback; it is no method of the list. */
function handedBehind(
  tracker: Tracker,
  { callee, args }: CallFact,
  index: number,
  position: number,
  activation: Scope,
): Holding | null {
  const [list] = args;
  const isFrom = callee.kind === 'member' && callee.name === 'from' && index === 1 && position === 0;
  return isFrom && list !== undefined ? elementOf(tracker.evaluate(list.value, activation)) : null;
}

interface MethodCall {
  readonly tracker: Tracker;
  readonly self: Holding;
  readonly args: readonly Holding[];
  readonly name: string;
}
type Method = (call: MethodCall) => Holding;

/**
 * What a built-in method of something gives back, when that something holds paths of responses; null when the method is
 * none of these.
 */
export function taintOfMethod(
  tracker: Tracker,
  self: Holding,
  name: string,
  args: readonly Holding[],
): Holding | null {
  return own(methods, name)?.({ tracker, self, args, name }) ?? null;
}

const same: Method = ({ self }) => self;
const none: Method = () => untainted;
/** Of a list the same items or fewer; of a text a piece, which tells less than the whole. */
const altered: Method = ({ self }) => mapPaths(self, asSubset);
const item: Method = ({ self }) => elementOf(self);

function run({ tracker, args }: MethodCall, given: readonly Holding[], at = 0): Holding {
  const functions = args[at]?.functions;
  if (functions === undefined) return untainted;
  return joinAll([...functions.values()].map((one) => tracker.resultOf(one, given)));
}

const then: Method = (call) => {
  const hasCallback = call.args.some((arg) => arg.functions.size > 0);
  return hasCallback ? join(run(call, [call.self]), run(call, [], 1)) : call.self;
};

const reduce: Method = (call) => {
  const start = call.args[1] ?? untainted;
  const once = run(call, [start, elementOf(call.self)]);
  return joinAll([start, once, run(call, [once, elementOf(call.self)])]);
};

const methods: Readonly<Record<string, Method>> = {
  map: (call) => ofEntries([['[]', run(call, [elementOf(call.self), untainted, call.self])]]),
  flatMap: (call) => {
    const inner = run(call, [elementOf(call.self), untainted, call.self]);
    return ofEntries([['[]', join(elementOf({ ...inner, paths: new Map() }), flatItems(inner))]]);
  },
  flat: ({ self }) => join(self, ofEntries([['[]', elementOf(elementOf(self))]])),
  forEach: none,
  some: none,
  every: none,
  includes: none,
  indexOf: none,
  lastIndexOf: none,
  findIndex: none,
  has: none,
  startsWith: none,
  endsWith: none,
  keys: ({ self }) => ofEntries([['[]', keyIn(self)]]),
  split: none,
  replace: none,
  replaceAll: none,
  substring: none,
  substr: none,
  charAt: none,
  charCodeAt: none,
  match: none,
  matchAll: none,
  search: none,
  padStart: none,
  padEnd: none,
  localeCompare: none,
  filter: altered,
  slice: altered,
  splice: altered,
  sort: altered,
  toSorted: altered,
  reverse: altered,
  toReversed: altered,
  toSpliced: (call) => joinAll([altered(call), ofEntries(call.args.slice(2).map((one) => ['[]', one]))]),
  values: ({ self }) => join(self, ofEntries([['[]', valueIn(self)]])),
  valueOf: same,
  with: ({ self, args }) => join(self, ofEntries([['[]', args[1] ?? untainted]])),
  concat: ({ self, args }) => joinAll([self, ...args]),
  find: item,
  findLast: item,
  at: item,
  pop: item,
  shift: item,
  reduce,
  reduceRight: reduce,
  join: ({ self }) => mapPaths(collapse(elementOf(self)), intoText),
  entries: ({ self }) => ofEntries([['[]', ofEntries([['1', elementOf(self)]])]]),
  get: ({ self }) => valueIn(self),
  then,
  catch: (call) => join(call.self, run(call, [])),
  finally: same,
  json: same,
  text: same,
  clone: same,
  toString: same,
  toJSON: same,
  toLowerCase: same,
  toUpperCase: same,
  toLocaleLowerCase: same,
  toLocaleUpperCase: same,
  trim: same,
  trimStart: same,
  trimEnd: same,
  normalize: same,
};

/** Paths given back by a callback of `flatMap` may be lists themselves. */
function flatItems(inner: Holding): Holding {
  const own: Holding = { ...inner, entries: new Map() };
  return isUntainted(inner) ? untainted : join(own, elementOf(own));
}
