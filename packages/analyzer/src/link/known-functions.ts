import { own } from '../model/own.js';
import { chain, choose, combine, mapValues, only } from './alternatives.js';
import { entriesOf, fromEntries, keysOf, listOf, valuesOf } from './collections.js';
import type { Linker } from './linker.js';
import { asHole, asPieces, concatTexts, hole, knownText, plainText } from './text.js';
import type { Alternative, Argument, ExternalValue, Value } from './value.js';

interface KnownCall {
  readonly linker: Linker;
  readonly args: readonly Argument[];
  readonly id: string;
  readonly depth: number;
}
type Known = (call: KnownCall) => readonly Alternative[] | null;

/** What well-known functions of the runtime and of packages give back; null when the function is not among them. */
export function knownResult(
  linker: Linker,
  callee: ExternalValue,
  args: readonly Argument[],
  id: string,
  depth: number,
): readonly Alternative[] | null {
  const name = callee.path.filter((part) => part !== 'default' && !globalObjects.has(part)).join('.');
  const owner = callee.package.replace(/^node:/, '');
  // `URL` is the same by import.
  const isRuntime = callee.package === 'global' || (owner === 'url' && name.startsWith('new.'));
  const known = own(functions, isRuntime ? name : `${owner}:${name}`);
  return known?.({ linker, args, id, depth }) ?? null;
}

const globalObjects = new Set(['globalThis', 'window', 'self']);

const first = ({ args }: KnownCall): readonly Alternative[] => args[0]?.() ?? only({ kind: 'absent' });

const asText: Known = (call) =>
  first(call).map(({ value, picks }) => ({ value: { kind: 'text', pieces: asPieces(value) }, picks }));

const over =
  (of: (call: KnownCall, value: Value) => readonly Alternative[] | null): Known =>
  (call) =>
    chain(first(call), (value) => of(call, value) ?? only(asHole(value)));

const joinPath: Known = ({ args }) => {
  const slash = only(plainText('/'));
  return concatTexts(args.flatMap((arg, index) => (index === 0 ? [arg()] : [slash, arg()]))).map(
    ({ value, picks }) => ({
      value: withoutDoubleSlashes(value),
      picks,
    }),
  );
};

function withoutDoubleSlashes(value: Value): Value {
  if (value.kind !== 'text') return value;
  let endsInSlash = false;
  const pieces = value.pieces.map((piece) => {
    if (piece.kind === 'hole') {
      endsInSlash = false;
      return piece;
    }
    const text = piece.text.replace(/(^|[^:])\/{2,}/g, '$1/').replace(endsInSlash ? /^\/+/ : /^$/, '');
    if (text !== '') endsInSlash = text.endsWith('/');
    return { ...piece, text };
  });
  return { kind: 'text', pieces: pieces.filter((piece) => piece.kind === 'hole' || piece.text !== '') };
}

/** `new URL(path, base)`: a URL is followed as its text. */
const url: Known = ({ args }) => {
  const path = args[0]?.() ?? only({ kind: 'absent' });
  const base = args[1]?.();
  if (base === undefined) return mapValues(path, (value) => ({ kind: 'text', pieces: asPieces(value) }));
  return combine(path, base, (below, above) => joinUrl(below, above));
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
const runsCallback: Known = ({ linker, args, depth }) =>
  chain(args[0]?.() ?? [], (callback) =>
    callback.kind === 'function'
      ? linker.returned(callback, null, depth)
      : only(hole('value', 'the callback is not known')),
  );

const environment: Known = (call) =>
  chain(first(call), (name) =>
    only(hole(knownText(name) ?? 'environment', 'it comes from the environment', { environment: true })),
  );

const functions: Readonly<Record<string, Known>> = {
  encodeURIComponent: asText,
  encodeURI: asText,
  decodeURIComponent: asText,
  decodeURI: asText,
  String: asText,
  structuredClone: first,
  'Object.freeze': first,
  'Object.seal': first,
  'Object.assign': ({ args, linker, id }) => only(assigned(linker, args, id)),
  'Object.entries': over(({ linker, id }, value) => entriesOf(linker, value, id)),
  'Object.keys': over(({ id }, value) => keysOf(value, id)),
  'Object.values': over(({ linker, id }, value) => valuesOf(linker, value, id)),
  'Object.fromEntries': over(({ linker, id }, value) => fromEntriesValue(linker, value, id)),
  'Array.from': over(({ linker, id }, value) => valuesOf(linker, value, id)),
  'Promise.all': first,
  'Promise.allSettled': first,
  'Promise.resolve': first,
  'Promise.race': over(({ linker, id }, value) => choose(`race ${id}`, listOf(linker, value) ?? [])),
  'new.URL': url,
  'new.Map': over(({ linker, id }, value) => fromEntriesValue(linker, value, id)),
  'new.Set': first,
  'new.String': asText,
  'new.Request': ({ args, id }) => only(requestObject(args, id)),
  'path:join': joinPath,
  'path:posix.join': joinPath,
  'url:resolve': ({ args }) => combine(args[1]?.() ?? [], args[0]?.() ?? [], joinUrl),
  'url:URL': url,
  'util:promisify': first,
  'react:useCallback': first,
  'react:useMemo': runsCallback,
  'react:cache': first,
  'p-retry:': runsCallback,
  'Deno.env.get': environment,
};

function fromEntriesValue(linker: Linker, value: Value, id: string): readonly Alternative[] | null {
  if (value.kind === 'absent') return only({ kind: 'array', id, items: () => [] });
  const made = fromEntries(linker, value, id);
  return made === null ? null : only(made);
}

/** Later sources win, as in the language. */
function assigned(linker: Linker, args: readonly Argument[], id: string): Value {
  const sources = args.map((arg) => arg());
  return {
    kind: 'object',
    id,
    get: (name) => {
      for (const source of [...sources].reverse()) {
        const found = chain(source, (value) =>
          value.kind === 'absent' ? only(value) : linker.member(value, name),
        );
        const given = found.filter(({ value }) => value.kind !== 'absent');
        if (given.length > 0) return given;
      }
      return only({ kind: 'absent' });
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
  const get = (name: string): readonly Alternative[] => {
    if (name === 'url') return args[0]?.() ?? only({ kind: 'absent' });
    return options?.kind === 'object' ? options.get(name) : only({ kind: 'absent' });
  };
  return {
    kind: 'object',
    id,
    get,
    keys: () => ['url', ...(options?.kind === 'object' ? options.keys() : [])],
  };
}
