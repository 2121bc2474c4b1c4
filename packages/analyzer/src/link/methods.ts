import { own } from '../model/own.js';
import { chain, choose, combine, only } from './alternatives.js';
import { list, listOf } from './collections.js';
import type { Linker } from './linker.js';
import { replaceText } from './replace-text.js';
import { concatTexts, hole, knownText, mapPieces, plainText } from './text.js';
import type { Alternative, Argument, TextValue, Value } from './value.js';

type Method = (
  linker: Linker,
  self: Value,
  args: readonly Argument[],
  id: string,
) => readonly Alternative[] | null;

/** What a built-in method of a text, a list, an object or a function gives back; null when it is no such method. */
export function methodResult(
  linker: Linker,
  self: Value,
  name: string,
  args: readonly Argument[],
  id: string,
): readonly Alternative[] | null {
  if (self.kind === 'text') {
    const result = own(textMethods, name)?.(linker, self, args, id) ?? null;
    return result ?? only(hole(name, `the result of \`.${name}()\` is worked out at run time`));
  }
  // A text that is not known yet is still the beginning of another one.
  if (name === 'concat' && (self.kind === 'hole' || self.kind === 'external'))
    return concatTexts([only(self), ...args.map((arg) => arg())]);
  if (self.kind === 'hole') return sameText.has(name) ? only({ ...self, trail: [] }) : null;
  if (name === 'toString' || name === 'trim') return only(self);
  const table = tableOf(self, name);
  return table === null ? null : (own(table, name)?.(linker, self, args, id) ?? null);
}

/** Methods that leave a text which is not known what it is: not known. */
const sameText = new Set([
  'toString',
  'trim',
  'toLowerCase',
  'toUpperCase',
  'replace',
  'replaceAll',
  'normalize',
]);

function tableOf(self: Value, name: string): Readonly<Record<string, Method>> | null {
  if (self.kind === 'array') return listMethods;
  if (self.kind === 'function') return functionMethods;
  // A property of that name is the object's own method.
  if (self.kind === 'object' && self.get(name).every(({ value }) => value.kind === 'absent'))
    return objectMethods;
  return null;
}

const changeText =
  (change: (text: string) => string): Method =>
  (_, self) =>
    only(mapPieces(self as TextValue, change));

const same: Method = (_, self) => only(self);

const textMethods: Readonly<Record<string, Method>> = {
  toString: same,
  valueOf: same,
  normalize: same,
  trim: (_, self) => only(trimmed(self as TextValue)),
  toUpperCase: changeText((text) => text.toUpperCase()),
  toLowerCase: changeText((text) => text.toLowerCase()),
  concat: (_, self, args) => concatTexts([only(self), ...args.map((arg) => arg())]),
  replace: (linker, self, args) => replaced(linker, self as TextValue, args, false),
  replaceAll: (linker, self, args) => replaced(linker, self as TextValue, args, true),
  split: (_, self, args, id) => splitText(self, args, id),
  slice: (_, self, args) => sliced(self, args),
  substring: (_, self, args) => sliced(self, args),
};

function trimmed(value: TextValue): TextValue {
  const last = value.pieces.length - 1;
  const pieces = value.pieces.map((piece, index) => {
    if (piece.kind === 'hole') return piece;
    const start = index === 0 ? piece.text.trimStart() : piece.text;
    return { ...piece, text: index === last ? start.trimEnd() : start };
  });
  return { kind: 'text', pieces };
}

function replaced(
  linker: Linker,
  self: TextValue,
  args: readonly Argument[],
  all: boolean,
): readonly Alternative[] {
  const patterns = args[0]?.() ?? [];
  const by = args[1]?.() ?? [];
  return chain(patterns, (pattern) =>
    chain(by, (replacement) => only(replaceText(linker, self, pattern, replacement, all))),
  );
}

function splitText(self: Value, args: readonly Argument[], id: string): readonly Alternative[] | null {
  const text = knownText(self);
  const separator = args[0]?.()[0]?.value;
  const by = separator === undefined ? null : knownText(separator);
  if (text === null || by === null) return null;
  return list(
    id,
    text.split(by).map((part) => only(plainText(part))),
  );
}

function sliced(self: Value, args: readonly Argument[]): readonly Alternative[] | null {
  const text = knownText(self);
  const bounds = args.map((arg) => Number(knownText(arg()[0]?.value ?? { kind: 'absent' }) ?? Number.NaN));
  if (text === null || bounds.some(Number.isNaN)) return null;
  return only(plainText(text.slice(...bounds)));
}

const listMethods: Readonly<Record<string, Method>> = {
  join: (linker, self, args) => {
    const separator = args[0]?.() ?? only(plainText(','));
    const parts = (listOf(linker, self) ?? []).flatMap((item, index) =>
      index === 0 ? [item] : [separator, item],
    );
    return concatTexts(parts);
  },
  map: (linker, self, args, id) => {
    const callback = args[0]?.()[0]?.value;
    const items = listOf(linker, self);
    if (callback?.kind !== 'function' || items === null) return null;
    return list(
      id,
      items.map((item) => linker.returned(callback, [() => item])),
    );
  },
  filter: same,
  flat: same,
  slice: same,
  sort: same,
  reverse: same,
  values: same,
  concat: (linker, self, args, id) => {
    const lists = [self, ...args.flatMap((arg) => arg().map(({ value }) => value))].map((value) =>
      listOf(linker, value),
    );
    if (lists.some((items) => items === null)) return null;
    return list(
      id,
      lists.flatMap((items) => items ?? []),
    );
  },
  at: (linker, self, args) =>
    linker.member(self, knownText(args[0]?.()[0]?.value ?? { kind: 'absent' }) ?? '*'),
  find: (linker, self, _, id) => choose(`find ${id}`, listOf(linker, self) ?? []),
  get: (linker, self, args, id) => lookedUp(linker, self, args, id),
};

/** `new Map(pairs).get(key)` on pairs that were collected in a list. */
function lookedUp(
  linker: Linker,
  self: Value,
  args: readonly Argument[],
  id: string,
): readonly Alternative[] | null {
  const pairs = listOf(linker, self);
  const key = args[0]?.()[0]?.value;
  if (pairs === null || key === undefined) return null;
  const wanted = knownText(key);
  const values = pairs.flatMap((pair) => {
    const first = pair[0]?.value;
    if (first?.kind !== 'array') return [];
    const name = knownText(linker.member(first, '0')[0]?.value ?? { kind: 'absent' });
    return wanted === null || name === wanted ? [linker.member(first, '1')] : [];
  });
  return choose(`get ${id}`, values);
}

const objectMethods: Readonly<Record<string, Method>> = {
  get: (linker, self, args, id) => {
    const keys = args[0]?.() ?? [];
    return chain(keys, (key) => {
      const text = knownText(key);
      if (text !== null) return linker.member(self, text);
      return choose(`get ${id}`, listOf(linker, self) ?? []);
    });
  },
  entries: (linker, self, _, id) => {
    if (self.kind !== 'object') return null;
    return list(
      id,
      self.keys().map((key) => list(`${id}.${key}`, [only(plainText(key)), self.get(key)])),
    );
  },
  values: (linker, self, _, id) => list(id, listOf(linker, self) ?? []),
  forEach: () => only({ kind: 'absent' }),
};

const functionMethods: Readonly<Record<string, Method>> = {
  bind: (_, self, args) => {
    const receiver = args[0]?.() ?? only({ kind: 'absent' });
    return combine(only(self), receiver, (callee, value) => {
      if (callee.kind !== 'function') return callee;
      const bound = [...(callee.bound ?? []), ...args.slice(1)];
      return { ...callee, bound, self: callee.self ?? (value.kind === 'absent' ? null : value) };
    });
  },
  call: (linker, self, args) => (self.kind === 'function' ? linker.returned(self, args.slice(1)) : null),
};
