import { own } from '../util/own.js';

/**
 * The built-in methods, each with what it makes of the value it is called on. Two domains interpret these words: guarded
 * values (`values/builtins/methods.ts`) and taint (`dataflow/models/method-models.ts`). Both tables are keyed by
 * `MethodEffect`, so that a word one of them does not know does not compile.
 *
 * Source: ECMA-262 (2026) as Node 24 has it, and the Body mixin of the Fetch standard.
 */
export type MethodEffect =
  /** The value itself, or the same text in another form: `trim`, `normalize`, `padEnd`. */
  | 'same'
  | 'trimmed'
  | 'recased'
  | 'padded'
  /** A text with some of it exchanged. */
  | 'replaced'
  /** The pieces of a text, as a list. */
  | 'pieces'
  /** A stretch of a text or of a list. */
  | 'cut'
  /** One character, or its code. */
  | 'character'
  /** A text made of all items. */
  | 'joined'
  /** The value and all arguments behind each other. */
  | 'concatenated'
  /** The items or some of them, in an order that is not told. */
  | 'subset'
  | 'reversed'
  | 'anyItem'
  | 'firstItem'
  | 'lastItem'
  | 'itemAt'
  /** A list with one item exchanged, with some exchanged, with all of them set. */
  | 'withItem'
  | 'spliced'
  | 'filled'
  /** What the callback gives back for each item; the same, one level flatter. */
  | 'results'
  | 'flatResults'
  | 'flattened'
  | 'accumulated'
  | 'values'
  | 'keys'
  | 'entries'
  /** The value of a map under a key. */
  | 'lookup'
  /** It adds its arguments to what it is called on. */
  | 'added'
  /** A number or a yes or no, which tells nothing of the value. */
  | 'answer'
  | 'nothing'
  | 'awaited'
  | 'recovered'
  /** The body of a response. */
  | 'body'
  | 'called'
  | 'applied'
  | 'bound';

export type Receiver =
  'Array' | 'String' | 'Map' | 'Set' | 'Iterator' | 'Promise' | 'Object' | 'Function' | 'Date' | 'Body';

/** What a built-in hands to a parameter of its callback. */
export type CallbackParameter = 'item' | 'key' | 'self' | 'accumulator' | 'text';

/** A function among the arguments that the built-in calls. */
export interface Callback {
  /** Position among the arguments. */
  readonly at: number;
  readonly params: readonly CallbackParameter[];
}

export interface MethodRow {
  readonly on: readonly Receiver[];
  readonly effect: MethodEffect;
  readonly callback: Callback | null;
}

const item: Callback = { at: 0, params: ['item', 'key', 'self'] };
const comparison: Callback = { at: 0, params: ['item', 'item'] };
const accumulation: Callback = { at: 0, params: ['accumulator', 'item', 'key', 'self'] };
const awaiting: Callback = { at: 0, params: ['self'] };
const replacing: Callback = { at: 1, params: ['text', 'text', 'text', 'text'] };

const of = (on: readonly Receiver[], effect: MethodEffect, callback: Callback | null = null): MethodRow => ({
  on,
  effect,
  callback,
});
const list = (effect: MethodEffect, callback?: Callback): MethodRow => of(['Array'], effect, callback);
const items = (effect: MethodEffect, callback?: Callback): MethodRow =>
  of(['Array', 'Iterator'], effect, callback);
const text = (effect: MethodEffect, callback?: Callback): MethodRow => of(['String'], effect, callback);
const both = (effect: MethodEffect): MethodRow => of(['Array', 'String'], effect);
const collection = (effect: MethodEffect): MethodRow => of(['Array', 'Map', 'Set'], effect);
const sets = (effect: MethodEffect): MethodRow => of(['Set'], effect);

/** By name: methods of one name do the same on whatever they are called. */
export const methods = {
  at: both('itemAt'),
  concat: both('concatenated'),
  slice: both('cut'),
  includes: both('answer'),
  indexOf: both('answer'),
  lastIndexOf: both('answer'),
  copyWithin: list('subset'),
  entries: collection('entries'),
  every: items('answer', item),
  fill: list('filled'),
  filter: items('subset', item),
  find: items('anyItem', item),
  findIndex: list('answer', item),
  findLast: list('anyItem', item),
  findLastIndex: list('answer', item),
  flat: list('flattened'),
  flatMap: items('flatResults', item),
  forEach: of(['Array', 'Iterator', 'Map', 'Set'], 'nothing', item),
  join: list('joined'),
  keys: collection('keys'),
  map: items('results', item),
  pop: list('lastItem'),
  push: list('added'),
  reduce: items('accumulated', accumulation),
  reduceRight: list('accumulated', accumulation),
  reverse: list('reversed'),
  shift: list('firstItem'),
  some: items('answer', item),
  sort: list('subset', comparison),
  splice: list('spliced'),
  toReversed: list('reversed'),
  toSorted: list('subset', comparison),
  toSpliced: list('spliced'),
  unshift: list('added'),
  values: collection('values'),
  with: list('withItem'),
  drop: of(['Iterator'], 'subset'),
  take: of(['Iterator'], 'subset'),
  toArray: of(['Iterator'], 'same'),
  charAt: text('character'),
  charCodeAt: text('character'),
  codePointAt: text('character'),
  endsWith: text('answer'),
  isWellFormed: text('answer'),
  localeCompare: text('answer'),
  match: text('pieces'),
  matchAll: text('pieces'),
  normalize: text('same'),
  padEnd: text('padded'),
  padStart: text('padded'),
  repeat: text('padded'),
  replace: text('replaced', replacing),
  replaceAll: text('replaced', replacing),
  search: text('answer'),
  split: text('pieces'),
  startsWith: text('answer'),
  substr: text('cut'),
  substring: text('cut'),
  toLocaleLowerCase: text('recased'),
  toLocaleUpperCase: text('recased'),
  toLowerCase: text('recased'),
  toUpperCase: text('recased'),
  toWellFormed: text('same'),
  trim: text('trimmed'),
  trimEnd: text('trimmed'),
  trimStart: text('trimmed'),
  clear: of(['Map', 'Set'], 'nothing'),
  delete: of(['Map', 'Set'], 'answer'),
  get: of(['Map'], 'lookup'),
  has: of(['Map', 'Set'], 'answer'),
  set: of(['Map'], 'added'),
  append: of(['Map'], 'added'),
  add: sets('added'),
  difference: sets('subset'),
  intersection: sets('subset'),
  isDisjointFrom: sets('answer'),
  isSubsetOf: sets('answer'),
  isSupersetOf: sets('answer'),
  symmetricDifference: sets('concatenated'),
  union: sets('concatenated'),
  catch: of(['Promise'], 'recovered', { at: 0, params: [] }),
  finally: of(['Promise'], 'same'),
  then: of(['Promise'], 'awaited', awaiting),
  hasOwnProperty: of(['Object'], 'answer'),
  isPrototypeOf: of(['Object'], 'answer'),
  propertyIsEnumerable: of(['Object'], 'answer'),
  toJSON: of(['Object'], 'same'),
  toLocaleString: of(['Object'], 'same'),
  toString: of(['Array', 'String', 'Object'], 'same'),
  valueOf: of(['String', 'Object'], 'same'),
  apply: of(['Function'], 'applied'),
  bind: of(['Function'], 'bound'),
  call: of(['Function'], 'called'),
  getTime: of(['Date'], 'answer'),
  toISOString: of(['Date'], 'same'),
  clone: of(['Body'], 'body'),
  json: of(['Body'], 'body'),
  text: of(['Body'], 'body'),
} satisfies Readonly<Record<string, MethodRow>>;

export type MethodName = keyof typeof methods;

/** The built-in method of a name; undefined when there is none. */
export function methodOf(name: string): MethodRow | undefined {
  return own<MethodRow>(methods, name);
}

/** Methods whose result depends on nothing but the text or the list they are called on and their arguments. */
export function isPure(name: string): boolean {
  const row = methodOf(name);
  return (
    row !== undefined && row.effect !== 'added' && row.on.some((on) => on === 'Array' || on === 'String')
  );
}

/** Methods that leave a text which is not known what it is: not known. */
export function keepsUnknownText(name: string): boolean {
  const row = methodOf(name);
  if (row?.effect === 'same') return row.on.includes('String') && name !== 'valueOf';
  return row?.effect === 'trimmed' || row?.effect === 'recased' || row?.effect === 'replaced';
}

/** Methods that change what they are called on by what they are handed: lists by their items, maps by key and value. */
export function addsItems(name: string): boolean {
  const effect = methodOf(name)?.effect;
  return effect === 'added' || name === 'splice' || effect === 'filled';
}

/** Methods that nobody writes himself; a large table is filled by thousands of them. */
const neverOwn: ReadonlySet<string> = new Set<MethodName>([
  'push',
  'unshift',
  'join',
  'trim',
  'split',
  'replace',
  'replaceAll',
  'toLowerCase',
  'toUpperCase',
  'includes',
  'toISOString',
]);

export function isNeverOwn(name: string): boolean {
  return neverOwn.has(name);
}
