import { givenUp } from '../too-deep.js';
import { keepsUnknownText, methodOf, type MethodEffect } from '../../builtins/methods.js';
import { bind, canAgree, split, product, certain } from '../guarded.js';
import {
  entriesOf,
  flatList,
  itemAtPlace,
  keysOf,
  list,
  listLike,
  listOf,
  shuffled,
} from '../collections.js';
import type { Interpreter } from '../interpreter.js';
import { keysOfList, nextOf, numbered, partsOfPairs } from './list-parts.js';
import { padText } from './pad-text.js';
import { replaceText } from './replace-text.js';
import { concatTexts, knownText, mapPieces, plainText } from '../text.js';
import { unknownValue } from '../unknown.js';
import type { Guard, Guarded, Argument, TextValue, Value } from '../value.js';

interface Call {
  readonly interpreter: Interpreter;
  readonly self: Value;
  readonly name: string;
  readonly args: readonly Argument[];
  readonly id: string;
  readonly receiver: ReceiverOrigin;
  /** The choices under which the receiver is what it is. */
  readonly guard: Guard;
}

/** A list that was made for this call, or one that has a name and may have been emptied by earlier calls. */
export type ReceiverOrigin = 'fresh' | 'named';

type Method = (call: Call) => readonly Guarded[] | null;

/** The value half of an effect, by what the method is called on. Where there is none it is worked out at run time. */
interface Model {
  readonly text?: Method;
  readonly list?: Method;
  /** An own object, or a map whose pairs are known. */
  readonly object?: Method;
  readonly function?: Method;
}

/** What a built-in method of a text, a list, an object or a function gives back; null when it is no such method. */
export function methodResult(
  interpreter: Interpreter,
  self: Value,
  name: string,
  args: readonly Argument[],
  id: string,
  of: Pick<Call, 'receiver' | 'guard'>,
): readonly Guarded[] | null {
  const effect = methodOf(name)?.effect;
  const model = effect === undefined ? undefined : models[effect];
  const call: Call = { interpreter, self, name, args, id, ...of };
  if (self.kind === 'text') return model?.text?.(call) ?? atRunTime(name);
  if (effect === 'concatenated' && mayBeText(self))
    return concatTexts([certain(self), ...args.map((arg) => arg())]);
  if (self.kind === 'unknown') return keepsUnknownText(name) ? certain({ ...self, trail: [] }) : null;
  if (name === 'toString' || name === 'trim') return certain(self);
  return methodFor(model, self, name)?.(call) ?? null;
}

/** A text that is not known yet is still the beginning of another one. */
function mayBeText({ kind }: Value): boolean {
  return kind === 'unknown' || kind === 'external';
}

function atRunTime(name: string): readonly Guarded[] {
  return certain(unknownValue(name, `the result of \`.${name}()\` is worked out at run time`));
}

function methodFor(model: Model | undefined, self: Value, name: string): Method | undefined {
  if (self.kind === 'array')
    return name === 'next' ? ({ id, interpreter: by }) => nextOf(by, self, id) : model?.list;
  if (self.kind === 'absent') return model === models.awaited ? continued : undefined;
  if (self.kind === 'function') return model?.function;
  if (self.kind === 'external' || self.kind === 'client') return name === 'bind' ? boundAsItIs : undefined;
  // A property of that name is the object's own method.
  if (self.kind === 'object' && self.get(name).every(({ value }) => value.kind === 'absent'))
    return model?.object;
  return undefined;
}

const same: Method = ({ self }) => certain(self);

const recased: Method = ({ self, name }) =>
  certain(
    mapPieces(self as TextValue, (text) =>
      name.includes('Upper') ? text.toUpperCase() : text.toLowerCase(),
    ),
  );

/** The items of the list that a method is called on. */
const withItems =
  (of: (items: readonly (readonly Guarded[])[], call: Call) => readonly Guarded[] | null): Method =>
  (call) => {
    const items = listOf(call.interpreter, call.self);
    return items === null ? null : of(items, call);
  };

const absent = certain({ kind: 'absent' });

/** The value half of every effect; `dataflow/models/method-models.ts` has the other. */
const models: Readonly<Record<MethodEffect, Model>> = {
  same: { text: same, list: same },
  trimmed: { text: ({ self }) => certain(trimmed(self as TextValue)) },
  recased: { text: recased },
  padded: { text: ({ self, name, args }) => padText(self, name, args) },
  replaced: {
    text: (call) => replaced(call, call.self as TextValue),
  },
  pieces: { text: ({ self, args, id, name }) => (name === 'split' ? splitText(self, args, id) : null) },
  cut: { text: ({ self, args }) => sliced(self, args), list: withItems(slicedList) },
  character: {},
  joined: { list: withItems(joined) },
  concatenated: {
    text: ({ self, args }) => concatTexts([certain(self), ...args.map((arg) => arg())]),
    list: withItems(concatenated),
  },
  subset: { list: ({ self }) => certain(shuffled(self)) },
  reversed: { list: withItems((items, { self, id }) => listLike(self, id, [...items].reverse())) },
  anyItem: { list: withItems((items, { id }) => split(`find ${id}`, items)) },
  firstItem: { list: withItems((items, call) => takenOut(items, call, 0)) },
  lastItem: { list: withItems((items, call) => takenOut(items, call, -1)) },
  itemAt: { list: withItems(itemAt) },
  withItem: { list: withItems(withItem) },
  spliced: { list: withItems(spliced) },
  filled: {
    list: withItems((items, { args, id }) =>
      list(
        id,
        items.map(() => args[0]?.() ?? absent),
      ),
    ),
  },
  results: { list: withItems(results) },
  flatResults: {
    list: withItems((items, call) => {
      const made = results(items, call)?.[0]?.value;
      return made === undefined ? null : flatList(call.interpreter, made, call.id);
    }),
  },
  flattened: { list: ({ interpreter, self, id }) => flatList(interpreter, self, id) },
  accumulated: { list: withItems(accumulated) },
  values: {
    list: ({ interpreter, self, id }) => partsOfPairs(interpreter, self, id, '1'),
    object: withItems((items, { id }) => list(id, items)),
  },
  keys: {
    list: ({ interpreter, self, id }) => keysOfList(interpreter, self, id),
    object: ({ self, id }) => keysOf(self, id),
  },
  entries: {
    list: ({ self, id }) => numbered(self, id),
    object: ({ interpreter, self, id }) => entriesOf(interpreter, self, id),
  },
  lookup: { list: lookedUp, object: propertyOf },
  added: {},
  answer: {},
  nothing: { object: () => absent },
  awaited: { text: continued, list: continued, object: continued, function: continued },
  recovered: {},
  body: {},
  called: {
    function: ({ interpreter, self, args }) =>
      self.kind === 'function' ? interpreter.returned(self, args.slice(1)) : null,
  },
  applied: {
    function: ({ interpreter, self, args }) => {
      const given = args[1]?.()[0]?.value;
      const items = given === undefined ? [] : listOf(interpreter, given);
      if (self.kind !== 'function' || items === null) return null;
      return interpreter.returned(
        self,
        items.map((item) => () => item),
      );
    },
  },
  bound: { function: bound },
};

function trimmed(value: TextValue): TextValue {
  const last = value.pieces.length - 1;
  const pieces = value.pieces.map((piece, index) => {
    if (piece.kind === 'unknown') return piece;
    const start = index === 0 ? piece.text.trimStart() : piece.text;
    return { ...piece, text: index === last ? start.trimEnd() : start };
  });
  return { kind: 'text', pieces };
}

/** Of a table whose rows are replaced in, only what can hold together with the row is tried. */
function replaced({ interpreter, name, args, guard }: Call, self: TextValue): readonly Guarded[] {
  const patterns = (args[0]?.() ?? []).filter((one) => canAgree(guard, one.guard));
  const by = args[1]?.() ?? [];
  interpreter.meter.spend(patterns.length);
  return bind(patterns, (pattern) =>
    bind(by, (replacement) =>
      certain(replaceText(interpreter, self, pattern, replacement, name === 'replaceAll')),
    ),
  );
}

function splitText(self: Value, args: readonly Argument[], id: string): readonly Guarded[] | null {
  const text = knownText(self);
  const separator = args[0]?.()[0]?.value;
  const by = separator === undefined ? null : knownText(separator);
  if (text === null || by === null) return null;
  return list(
    id,
    text.split(by).map((part) => certain(plainText(part))),
  );
}

function sliced(self: Value, args: readonly Argument[]): readonly Guarded[] | null {
  const text = knownText(self);
  const bounds = args.map(numberOf);
  if (text === null || bounds.some(Number.isNaN)) return null;
  return certain(plainText(text.slice(...bounds)));
}

/** A number that an argument is known to be; else not a number. */
function numberOf(arg: Argument): number {
  return Number(knownText(arg()[0]?.value ?? { kind: 'absent' }) ?? Number.NaN);
}

type Items = readonly (readonly Guarded[])[];

/** With bounds that are not known, any of the items may be left. */
function slicedList(items: Items, { self, args, id }: Call): readonly Guarded[] {
  const bounds = args.map(numberOf);
  const isOpen = bounds.some(Number.isNaN) || (self.kind === 'array' && self.isShuffled === true);
  return isOpen ? certain(shuffled(self)) : list(id, items.slice(...bounds));
}

function joined(items: Items, { args }: Call): readonly Guarded[] {
  const separator = args[0]?.() ?? certain(plainText(','));
  return concatTexts(items.flatMap((item, index) => (index === 0 ? [item] : [separator, item])));
}

function concatenated(items: Items, { interpreter, args, id }: Call): readonly Guarded[] | null {
  const others = args.flatMap((arg) => arg().map(({ value }) => listOf(interpreter, value)));
  if (others.some((other) => other === null)) return null;
  return list(id, [...items, ...others.flatMap((other) => other ?? [])]);
}

function itemAt(items: Items, { self, args, id }: Call): readonly Guarded[] {
  const index = args[0] === undefined ? Number.NaN : numberOf(args[0]);
  return (Number.isInteger(index) ? itemAtPlace(self, index, id) : null) ?? split(`at ${id}`, items);
}

/** `queue.shift()` in a loop takes one item after the other. */
function takenOut(items: Items, { self, receiver, id }: Call, index: number): readonly Guarded[] {
  return (receiver === 'fresh' ? itemAtPlace(self, index, id) : null) ?? split(`taken ${id}`, items);
}

function withItem(items: Items, { args, id }: Call): readonly Guarded[] | null {
  const [at, by] = args;
  const index = at === undefined ? Number.NaN : numberOf(at);
  if (by === undefined || !Number.isInteger(index)) return null;
  const place = index < 0 ? items.length + index : index;
  return list(
    id,
    items.map((item, position) => (position === place ? by() : item)),
  );
}

/** Of `splice`, what is taken out: any of the items. Of `toSpliced`, what is left and what is put in. */
function spliced(items: Items, { self, name, args, id }: Call): readonly Guarded[] {
  if (name === 'splice') return certain(self);
  const added = args.slice(2).map((arg) => arg());
  const [start = Number.NaN, count = 0] = args.slice(0, 2).map(numberOf);
  if (Number.isNaN(start) || Number.isNaN(count)) return list(id, [...items, ...added]);
  const left = [...items];
  left.splice(start, count, ...added);
  return list(id, left);
}

function results(items: Items, { interpreter, self, args, id }: Call): readonly Guarded[] | null {
  const callback = args[0]?.()[0]?.value;
  if (callback?.kind !== 'function') return null;
  return listLike(
    self,
    id,
    items.map((item) => interpreter.returned(callback, [() => item])),
  );
}

/** Longer lists are not folded: each step is a call. */
const foldLimit = 64;

/** `parts.reduce((path, part) => …, start)`: item by item, as it runs. */
function accumulated(items: Items, { interpreter, args, name }: Call): readonly Guarded[] | null {
  const callback = args[0]?.()[0]?.value;
  if (callback?.kind !== 'function' || items.length > foldLimit) return null;
  const ordered = name === 'reduceRight' ? [...items].reverse() : items;
  const [start, rest] = args[1] === undefined ? [ordered[0], ordered.slice(1)] : [args[1](), ordered];
  if (start === undefined) return null;
  return rest.reduce((sum, item) => interpreter.returned(callback, [() => sum, () => item]), start);
}

/** A promise is followed as its value: `load().then((rows) => …)`. */
function continued({ interpreter, self, args }: Call): readonly Guarded[] | null {
  const callback = args[0]?.()[0]?.value;
  if (callback === undefined) return certain(self);
  return callback.kind === 'function' ? interpreter.returned(callback, [() => certain(self)]) : null;
}

/** `new Map(pairs).get(key)` on pairs that were collected in a list. */
function lookedUp({ interpreter, self, args, id }: Call): readonly Guarded[] | null {
  const pairs = listOf(interpreter, self);
  const key = args[0]?.()[0]?.value;
  if (pairs === null || key === undefined) return null;
  const wanted = knownText(key);
  const values = pairs.flatMap((pair) => {
    const first = pair[0]?.value;
    if (first?.kind !== 'array') return [];
    const name = knownText(interpreter.member(first, '0')[0]?.value ?? { kind: 'absent' });
    return wanted === null || name === wanted ? [interpreter.member(first, '1')] : [];
  });
  return split(`get ${id}`, values);
}

/** `map.get(key)` on pairs that are known as an object. */
function propertyOf({ interpreter, self, args, id }: Call): readonly Guarded[] {
  return bind(args[0]?.() ?? [], (key) => {
    const text = knownText(key);
    if (text !== null) return interpreter.member(self, text);
    return split(`get ${id}`, listOf(interpreter, self) ?? []);
  });
}

/** `axios.get.bind(axios)` is called like what it was made of, unless arguments were put before the others. */
function boundAsItIs({ self, args }: Call): readonly Guarded[] | null {
  return args.length > 1 ? null : certain(self);
}

function bound({ self, args }: Call): readonly Guarded[] {
  const receiver = args[0]?.() ?? absent;
  return product(
    certain(self),
    receiver,
    (callee, value) => {
      if (callee.kind !== 'function') return callee;
      const given = [...(callee.bound ?? []), ...args.slice(1)];
      return { ...callee, bound: given, self: callee.self ?? (value.kind === 'absent' ? null : value) };
    },
    givenUp('value'),
  );
}
