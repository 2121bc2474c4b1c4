import { givenUp } from '../too-deep.js';
import { functionRow, type FunctionEffect } from '../../builtins/functions.js';
import { bind, split, product, mapValues, certain, underGuard } from '../guarded.js';
import { entriesOf, flatList, fromEntries, keysOf, list, listOf, valuesOf } from '../collections.js';
import type { Interpreter } from '../interpreter.js';
import { orReplaced, spreadMember, unseenMember } from '../spread-member.js';
import { promised } from './new-promise.js';
import { proxied } from './proxy.js';
import { asPieces, concatTexts, knownText, plainText } from '../text.js';
import { asUnknown, unknownValue } from '../unknown.js';
import type { Guarded, Argument, ExternalValue, Value } from '../value.js';

interface KnownCall {
  readonly interpreter: Interpreter;
  readonly args: readonly Argument[];
  readonly id: string;
  readonly depth: number;
}
type Known = (call: KnownCall) => readonly Guarded[] | null;

/** What well-known functions of the runtime and of packages give back; null when the function is not among them. */
export function knownResult(
  interpreter: Interpreter,
  callee: ExternalValue,
  isNew: boolean,
  args: readonly Argument[],
  id: string,
  depth: number,
): readonly Guarded[] | null {
  const row = functionRow(callee, isNew);
  return row === undefined ? null : models[row.effect]({ interpreter, args, id, depth });
}

const first = ({ args }: KnownCall): readonly Guarded[] => args[0]?.() ?? certain({ kind: 'absent' });

const asText: Known = (call) =>
  first(call).map(({ value, guard: guard }) => ({ value: { kind: 'text', pieces: asPieces(value) }, guard }));

const over =
  (of: (call: KnownCall, value: Value) => readonly Guarded[] | null): Known =>
  (call) =>
    bind(first(call), (value) => of(call, value) ?? certain(asUnknown(value)));

const joinPath: Known = ({ args }) => {
  const slash = certain(plainText('/'));
  return concatTexts(args.flatMap((arg, index) => (index === 0 ? [arg()] : [slash, arg()]))).map(
    ({ value, guard: guard }) => ({
      value: withoutDoubleSlashes(value),
      guard,
    }),
  );
};

function withoutDoubleSlashes(value: Value): Value {
  if (value.kind !== 'text') return value;
  let endsInSlash = false;
  const pieces = value.pieces.map((piece) => {
    if (piece.kind === 'unknown') {
      endsInSlash = false;
      return piece;
    }
    const text = piece.text.replace(/(^|[^:])\/{2,}/g, '$1/').replace(endsInSlash ? /^\/+/ : /^$/, '');
    if (text !== '') endsInSlash = text.endsWith('/');
    return { ...piece, text };
  });
  return { kind: 'text', pieces: pieces.filter((piece) => piece.kind === 'unknown' || piece.text !== '') };
}

/** `new URL(path, base)`: a URL is followed as its text. */
const url: Known = ({ args }) => {
  const path = args[0]?.() ?? certain({ kind: 'absent' });
  const base = args[1]?.();
  if (base === undefined) return mapValues(path, (value) => ({ kind: 'text', pieces: asPieces(value) }));
  return product(path, base, (below, above) => joinUrl(below, above), givenUp('value'));
};

function joinUrl(path: Value, base: Value): Value {
  const start = knownText({ kind: 'text', pieces: asPieces(path).slice(0, 1) });
  if (start !== null && /^[a-z]+:\/\//i.test(start)) return path;
  return {
    kind: 'text',
    pieces: [...(start?.startsWith('/') === true ? origin(base) : directory(base)), ...asPieces(path)],
  };
}

function origin(base: Value): ReturnType<typeof asPieces> {
  const text = knownText(base);
  if (text === null) return asPieces(base);
  return asPieces(plainText(/^[a-z]+:\/\/[^/]*/i.exec(text)?.[0] ?? text));
}

function directory(base: Value): ReturnType<typeof asPieces> {
  const text = knownText(base);
  if (text === null) return asPieces(base);
  const isBare = /^[a-z]+:\/\/[^/]*$/i.test(text);
  return asPieces(plainText(isBare ? `${text}/` : text.replace(/[^/]*$/, '')));
}

/** Functions that run the function they are given and hand on what it gives back. */
const runsCallback: Known = ({ interpreter, args, depth }) =>
  bind(args[0]?.() ?? [], (callback) =>
    callback.kind === 'function'
      ? interpreter.returned(callback, null, depth)
      : certain(unknownValue('value', 'the callback is not known')),
  );

const parsedText = unknownValue('value', '`JSON.parse()` is not known before run time');

const environment: Known = (call) =>
  bind(first(call), (name) =>
    certain(
      unknownValue(knownText(name) ?? 'environment', 'it comes from the environment', { environment: true }),
    ),
  );

/** It is worked out at run time. */
const unknown: Known = () => null;

/** The value half of every effect; `dataflow/models/function-models.ts` has the other. */
const models: Readonly<Record<FunctionEffect, Known>> = {
  first,
  firstAsText: asText,
  encoded: unknown,
  json: (call) => mapValues(first(call), (of) => ({ ...unknownValue('json', 'it is a value as JSON'), of })),
  parsed: (call) =>
    bind(first(call), (text) =>
      text.kind === 'unknown' && text.of !== undefined ? certain(text.of) : certain(parsedText),
    ),
  answer: unknown,
  unique: ({ id }) => certain(plainText(`Symbol(${id})`)),
  digest: unknown,
  keys: over(({ id }, value) => keysOf(value, id)),
  values: over(({ interpreter, id }, value) => valuesOf(interpreter, value, id)),
  pairs: over(({ interpreter, id }, value) => entriesOf(interpreter, value, id)),
  ofPairs: over(({ interpreter, id }, value) => fromEntriesValue(interpreter, value, id)),
  mapOfPairs: over(({ interpreter, id }, value) => fromEntriesValue(interpreter, value, id)),
  merged: ({ args, interpreter, id }) => certain(assigned(interpreter, args, id)),
  listed: first,
  chunked: unknown,
  mapped: over((call, value) => mappedList(call, value)),
  sifted: first,
  flattened: over(({ interpreter, id }, value) => flatList(interpreter, value, id)),
  grouped: unknown,
  groupedAsMap: unknown,
  listOfArguments: ({ args, id }) =>
    list(
      id,
      args.map((arg) => arg()),
    ),
  anyItem: over(({ interpreter, id }, value) => split(`race ${id}`, listOf(interpreter, value) ?? [])),
  settled: first,
  ran: runsCallback,
  promised: ({ interpreter, args, depth }) => promised(interpreter, args, depth),
  joinedPath: joinPath,
  url,
  resolvedUrl: ({ args }) => product(args[1]?.() ?? [], args[0]?.() ?? [], joinUrl, givenUp('value')),
  request: ({ args, id }) => certain(requestObject(args, id)),
  proxied: ({ interpreter, args, id }) => proxied(interpreter, args, id),
  propertyByName: ({ interpreter, args }) =>
    product(args[0]?.() ?? [], args[1]?.() ?? [], (object, key) => ({ object, key }), {
      object: givenUp('value'),
      key: givenUp('value'),
    }).flatMap(({ value, guard }) =>
      underGuard(guard, interpreter.member(value.object, knownText(value.key) ?? '*')),
    ),
  searchParams: unknown,
  queryText: unknown,
  error: unknown,
  query: unknown,
  environment,
  // Schemas are followed for their defaults, see `schema-defaults.ts`.
  validated: unknown,
  validatedSafely: unknown,
};

/** `Array.from(list, callback)`; without a callback the list itself. */
function mappedList({ interpreter, args, id }: KnownCall, value: Value): readonly Guarded[] | null {
  const callback = args[1]?.()[0]?.value;
  if (callback === undefined) return valuesOf(interpreter, value, id);
  const items = listOf(interpreter, value);
  if (callback.kind !== 'function' || items === null) return null;
  return list(
    id,
    items.map((item) => interpreter.returned(callback, [() => item])),
  );
}

function fromEntriesValue(interpreter: Interpreter, value: Value, id: string): readonly Guarded[] | null {
  // A map whose pairs are known is held as an object.
  if (value.kind === 'object') return certain(value);
  if (value.kind === 'absent') return certain({ kind: 'array', id, items: () => [], isMap: true });
  const made = fromEntries(interpreter, value, id);
  return made === null ? null : certain(made);
}

/** Later sources win, as in the language. */
function assigned(interpreter: Interpreter, args: readonly Argument[], id: string): Value {
  const sources = args.map((arg) => arg());
  return {
    kind: 'object',
    id,
    get: (name) => {
      const behind: (readonly Guarded[])[] = [];
      for (const source of [...sources].reverse()) {
        const found = spreadMember(interpreter, source, name);
        if (found !== null) return orReplaced(interpreter, found, behind, name);
        behind.push(source);
      }
      return unseenMember(interpreter, behind, name);
    },
    keys: () => [
      ...new Set(
        sources.flatMap((source) =>
          source.flatMap(({ value }) => (value.kind === 'object' ? value.keys() : [])),
        ),
      ),
    ],
  };
}

/** `new Request(url, init)`: the options with the URL among them. */
function requestObject(args: readonly Argument[], id: string): Value {
  const options = args[1]?.()[0]?.value;
  const get = (name: string): readonly Guarded[] => {
    if (name === 'url') return args[0]?.() ?? certain({ kind: 'absent' });
    return options?.kind === 'object' ? options.get(name) : certain({ kind: 'absent' });
  };
  return {
    kind: 'object',
    id,
    get,
    keys: () => ['url', ...(options?.kind === 'object' ? options.keys() : [])],
  };
}
