import { methodOf, type CallbackParameter, type MethodEffect } from '../../builtins/methods.js';
import type { CallFact } from '../../model/facts.js';
import type { Tracker } from '../domain/tracker.js';
import { asShortCut, asSubset, intoText, ofCharacters } from '../domain/access-path.js';
import { charactersOf, elementOf, fieldOf, subsetOf } from '../domain/read-field.js';
import {
  collapse,
  isUntainted,
  join,
  joinAll,
  mapPaths,
  untainted,
  ofEntries,
  type TaintValue,
} from '../domain/taint-value.js';
import type { Activation } from '../domain/taint-value-types.js';
import { functionRow } from '../../builtins/functions.js';
import { fillsCharacters, isOverwritten, withoutCharacters } from './masked-characters.js';
import { cutsQuery, masksText, keepsFewLetters } from './masked-text.js';

/** What a built-in hands to a function that is written in its place: `orders.map((order) => …)`. */
export function passedByBuiltIn(
  tracker: Tracker,
  passed: { readonly call: number; readonly index: number },
  position: number,
  activation: Activation,
): TaintValue | null {
  const call = tracker.program.facts(activation.file)?.calls[passed.call];
  if (call === undefined) return null;
  const method = call.callee.kind === 'member' ? methodOf(call.callee.name)?.callback : undefined;
  if (call.callee.kind !== 'member' || method?.at !== passed.index)
    return passedByFunction(tracker, call, passed, position, activation);
  const handed = method.params[position];
  if (handed === 'accumulator') return accumulated(tracker, passed.call, activation);
  const self = tracker.evaluate(call.callee.object, activation);
  return handed === undefined ? untainted : handedBy(call.callee.name, handed, self);
}

/** `Array.from(orders, (order) => …)`: the list stands before the callback. */
function passedByFunction(
  tracker: Tracker,
  call: CallFact,
  passed: { readonly call: number; readonly index: number },
  position: number,
  activation: Activation,
): TaintValue | null {
  const [list] = call.args;
  if (list === undefined || passed.index === 0) return null;
  const site = { file: activation.file, call: passed.call };
  const takes = tracker.program
    .callees(site)
    .externals.some((callee) => functionRow(callee, call.isNew)?.callback?.at === passed.index);
  if (!takes) return null;
  return position === 0 ? elementOf(tracker.evaluate(list.value, activation)) : untainted;
}

/** What `reduce` hands on from item to item. */
function accumulated(tracker: Tracker, call: number, activation: Activation): TaintValue {
  const initial = tracker.program.facts(activation.file)?.calls[call]?.args[1];
  const start = initial === undefined ? untainted : tracker.evaluate(initial.value, activation);
  return join(start, tracker.callResult(call, activation));
}

function handedBy(name: string, handed: CallbackParameter, self: TaintValue): TaintValue {
  switch (handed) {
    case 'item':
      // A map is held as a list of pairs; its `forEach` hands on the values.
      return name === 'forEach' ? join(elementOf(self), valueIn(self)) : elementOf(self);
    case 'key':
      return name === 'forEach' ? keyIn(self) : untainted;
    case 'self':
    case 'text':
      return self;
    case 'accumulator':
      return untainted;
  }
}

/** Whether a method hands what it is called on to a function among its arguments. */
export function takesCallback(name: string): boolean {
  return (methodOf(name)?.callback?.params.length ?? 0) > 0;
}

/** Whether a method gives what the function gives back that it is handed: `map`, `then`. */
export function givesResults(name: string): boolean {
  const effect = methodOf(name)?.effect;
  return effect === 'results' || effect === 'flatResults' || effect === 'accumulated' || effect === 'awaited';
}

/** What a method hands to the function that it is given by name: `orders.map(toRow)`; null for other methods. */
export function argumentsByMethod(name: string, self: TaintValue): readonly TaintValue[] | null {
  const callback = methodOf(name)?.callback;
  if (callback?.at !== 0 || callback.params.length === 0) return null;
  return callback.params.map((handed) => handedBy(name, handed, self));
}

/** A value of a map that the project made. */
function valueIn(self: TaintValue): TaintValue {
  return fieldOf(elementOf({ ...self, paths: new Map() }), '1');
}

/** A key of such a map. */
function keyIn(self: TaintValue): TaintValue {
  return fieldOf(elementOf({ ...self, paths: new Map() }), '0');
}

/** A call of a built-in method on something that holds paths of responses. */
export interface MethodCall {
  readonly tracker: Tracker;
  readonly self: TaintValue;
  readonly args: readonly TaintValue[];
  readonly name: string;
  readonly call: CallFact;
  readonly activation: Activation;
}
type Model = (call: MethodCall) => TaintValue;

/** Whether a method is a built-in whose result is followed; those of functions are followed as calls. */
export function isKnownMethod(name: string): boolean {
  const row = methodOf(name);
  return row !== undefined && !row.on.includes('Function');
}

/** What a built-in method gives back; null when the method is none of these. */
export function taintOfMethod(call: MethodCall): TaintValue | null {
  const effect = methodOf(call.name)?.effect;
  return effect === undefined || !isKnownMethod(call.name) ? null : models[effect](call);
}

const same: Model = ({ self }) => self;
const none: Model = () => untainted;
const subset: Model = ({ self }) => subsetOf(self);
const item: Model = ({ self }) => elementOf(self);
const own = ({ self }: MethodCall): TaintValue => ({ ...self, paths: new Map() });

function run({ tracker, args }: MethodCall, given: readonly TaintValue[], at = 0): TaintValue {
  const functions = args[at]?.functions;
  if (functions === undefined) return untainted;
  return joinAll([...functions.values()].map((one) => tracker.resultOf(one, given)));
}

/** Characters of which the callback writes something over are a text no more. */
function results(call: MethodCall): TaintValue {
  const given = run(call, [elementOf(call.self), untainted, call.self]);
  return fillsCharacters(call) ? withoutCharacters(given) : given;
}

const awaited: Model = (call) => {
  const hasCallback = call.args.some((arg) => arg.functions.size > 0);
  return hasCallback ? join(run(call, [call.self]), run(call, [], 1)) : call.self;
};

const accumulation: Model = (call) => {
  const start = call.args[1] ?? untainted;
  const once = run(call, [start, elementOf(call.self)]);
  return joinAll([start, once, run(call, [once, elementOf(call.self)])]);
};

/** A list of texts, each of them most of the whole; split at nothing, of characters. */
const pieces: Model = ({ self, call }) => {
  const [at] = call.args;
  const whole = collapse({ ...self, entries: new Map() });
  const isLetters = at?.value.kind === 'text' && at.value.text === '';
  // Before the question mark of a URL no parameter stands.
  if (at?.value.kind === 'text' && at.value.text === '?')
    return ofEntries([['1', mapPaths(whole, asSubset)]]);
  return ofEntries([['[]', isLetters ? charactersOf(whole) : mapPaths(whole, asSubset)]]);
};

function cut(call: MethodCall): TaintValue {
  if (cutsQuery(call)) return untainted;
  if (keepsFewLetters(call)) return withoutCharacters(subsetOf(call.self, asShortCut));
  return subsetOf(call.self, asSubset);
}

const joined: Model = (call) => {
  const items = elementOf(call.self);
  const left = isOverwritten(call) ? withoutCharacters(items) : items;
  return mapPaths(collapse(mapPaths(left, ofCharacters)), intoText);
};

/** The taint half of every effect; `values/builtins/methods.ts` has the other. */
const models: Readonly<Record<MethodEffect, Model>> = {
  same,
  trimmed: same,
  recased: same,
  padded: same,
  replaced: (call) => (masksText(call) ? untainted : join(call.self, run(call, [call.self], 1))),
  pieces,
  cut,
  character: none,
  joined,
  concatenated: ({ self, args }) => joinAll([self, ...args]),
  subset,
  reversed: subset,
  anyItem: item,
  firstItem: item,
  lastItem: item,
  itemAt: item,
  withItem: ({ self, args }) => join(self, ofEntries([['[]', args[1] ?? untainted]])),
  spliced: (call) => joinAll([subset(call), ofEntries(call.args.slice(2).map((one) => ['[]', one]))]),
  filled: (call) => {
    const before = fillsCharacters(call) ? withoutCharacters(call.self) : call.self;
    return join(before, ofEntries([['[]', call.args[0] ?? untainted]]));
  },
  results: (call) => ofEntries([['[]', results(call)]]),
  flatResults: (call) => {
    const inner = results(call);
    return ofEntries([['[]', join(elementOf({ ...inner, paths: new Map() }), flatItems(inner))]]);
  },
  flattened: ({ self }) => join(self, ofEntries([['[]', elementOf(elementOf(self))]])),
  accumulated: accumulation,
  values: ({ self }) => join(self, ofEntries([['[]', valueIn(self)]])),
  keys: ({ self }) => ofEntries([['[]', keyIn(self)]]),
  entries: (call) => {
    const values = join(valueIn(call.self), elementOf({ ...call.self, entries: new Map() }));
    return join(own(call), ofEntries([['[]', ofEntries([['1', join(values, elementOf(own(call)))]])]]));
  },
  lookup: ({ self }) => valueIn(self),
  added: same,
  answer: none,
  nothing: none,
  awaited,
  recovered: (call) => join(call.self, run(call, [])),
  body: same,
  called: none,
  applied: none,
  bound: ({ self }) => ({ ...untainted, functions: self.functions }),
};

/** Paths given back by a callback of `flatMap` may be lists themselves. */
function flatItems(inner: TaintValue): TaintValue {
  const paths: TaintValue = { ...inner, entries: new Map() };
  return isUntainted(inner) ? untainted : join(paths, elementOf(paths));
}
