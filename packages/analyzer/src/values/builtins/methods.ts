import { own } from '../../util/own.js';
import { bind, split, product, certain } from '../guarded.js';
import { list, listOf } from '../collections.js';
import type { Interpreter } from '../interpreter.js';
import { replaceText } from './replace-text.js';
import { concatTexts, unknownValue, knownText, mapPieces, plainText } from '../text.js';
import type { Guarded, Argument, TextValue, Value } from '../value.js';

type Method = (
  interpreter: Interpreter,
  self: Value,
  args: readonly Argument[],
  id: string,
) => readonly Guarded[] | null;

/** What a built-in method of a text, a list, an object or a function gives back; null when it is no such method. */
export function methodResult(
  interpreter: Interpreter,
  self: Value,
  name: string,
  args: readonly Argument[],
  id: string,
): readonly Guarded[] | null {
  if (self.kind === 'text') {
    const result = own(textMethods, name)?.(interpreter, self, args, id) ?? null;
    return result ?? certain(unknownValue(name, `the result of \`.${name}()\` is worked out at run time`));
  }
  // A text that is not known yet is still the beginning of another one.
  if (name === 'concat' && (self.kind === 'unknown' || self.kind === 'external'))
    return concatTexts([certain(self), ...args.map((arg) => arg())]);
  if (self.kind === 'unknown') return sameText.has(name) ? certain({ ...self, trail: [] }) : null;
  if (name === 'toString' || name === 'trim') return certain(self);
  const table = tableOf(self, name);
  return table === null ? null : (own(table, name)?.(interpreter, self, args, id) ?? null);
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
    certain(mapPieces(self as TextValue, change));

const same: Method = (_, self) => certain(self);

const textMethods: Readonly<Record<string, Method>> = {
  toString: same,
  valueOf: same,
  normalize: same,
  trim: (_, self) => certain(trimmed(self as TextValue)),
  toUpperCase: changeText((text) => text.toUpperCase()),
  toLowerCase: changeText((text) => text.toLowerCase()),
  concat: (_, self, args) => concatTexts([certain(self), ...args.map((arg) => arg())]),
  replace: (interpreter, self, args) => replaced(interpreter, self as TextValue, args, false),
  replaceAll: (interpreter, self, args) => replaced(interpreter, self as TextValue, args, true),
  split: (_, self, args, id) => splitText(self, args, id),
  slice: (_, self, args) => sliced(self, args),
  substring: (_, self, args) => sliced(self, args),
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

function replaced(
  interpreter: Interpreter,
  self: TextValue,
  args: readonly Argument[],
  all: boolean,
): readonly Guarded[] {
  const patterns = args[0]?.() ?? [];
  const by = args[1]?.() ?? [];
  return bind(patterns, (pattern) =>
    bind(by, (replacement) => certain(replaceText(interpreter, self, pattern, replacement, all))),
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
  const bounds = args.map((arg) => Number(knownText(arg()[0]?.value ?? { kind: 'absent' }) ?? Number.NaN));
  if (text === null || bounds.some(Number.isNaN)) return null;
  return certain(plainText(text.slice(...bounds)));
}

const listMethods: Readonly<Record<string, Method>> = {
  join: (interpreter, self, args) => {
    const separator = args[0]?.() ?? certain(plainText(','));
    const parts = (listOf(interpreter, self) ?? []).flatMap((item, index) =>
      index === 0 ? [item] : [separator, item],
    );
    return concatTexts(parts);
  },
  map: (interpreter, self, args, id) => {
    const callback = args[0]?.()[0]?.value;
    const items = listOf(interpreter, self);
    if (callback?.kind !== 'function' || items === null) return null;
    return list(
      id,
      items.map((item) => interpreter.returned(callback, [() => item])),
    );
  },
  filter: same,
  flat: same,
  slice: same,
  sort: same,
  reverse: same,
  values: same,
  concat: (interpreter, self, args, id) => {
    const lists = [self, ...args.flatMap((arg) => arg().map(({ value }) => value))].map((value) =>
      listOf(interpreter, value),
    );
    if (lists.some((items) => items === null)) return null;
    return list(
      id,
      lists.flatMap((items) => items ?? []),
    );
  },
  at: (interpreter, self, args) =>
    interpreter.member(self, knownText(args[0]?.()[0]?.value ?? { kind: 'absent' }) ?? '*'),
  find: (interpreter, self, _, id) => split(`find ${id}`, listOf(interpreter, self) ?? []),
  get: (interpreter, self, args, id) => lookedUp(interpreter, self, args, id),
};

/** `new Map(pairs).get(key)` on pairs that were collected in a list. */
function lookedUp(
  interpreter: Interpreter,
  self: Value,
  args: readonly Argument[],
  id: string,
): readonly Guarded[] | null {
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

const objectMethods: Readonly<Record<string, Method>> = {
  get: (interpreter, self, args, id) => {
    const keys = args[0]?.() ?? [];
    return bind(keys, (key) => {
      const text = knownText(key);
      if (text !== null) return interpreter.member(self, text);
      return split(`get ${id}`, listOf(interpreter, self) ?? []);
    });
  },
  entries: (interpreter, self, _, id) => {
    if (self.kind !== 'object') return null;
    return list(
      id,
      self.keys().map((key) => list(`${id}.${key}`, [certain(plainText(key)), self.get(key)])),
    );
  },
  values: (interpreter, self, _, id) => list(id, listOf(interpreter, self) ?? []),
  forEach: () => certain({ kind: 'absent' }),
};

const functionMethods: Readonly<Record<string, Method>> = {
  bind: (_, self, args) => {
    const receiver = args[0]?.() ?? certain({ kind: 'absent' });
    return product(certain(self), receiver, (callee, value) => {
      if (callee.kind !== 'function') return callee;
      const bound = [...(callee.bound ?? []), ...args.slice(1)];
      return { ...callee, bound, self: callee.self ?? (value.kind === 'absent' ? null : value) };
    });
  },
  call: (interpreter, self, args) =>
    self.kind === 'function' ? interpreter.returned(self, args.slice(1)) : null,
};
