import type { ClientCall } from './clients.js';
import { chain, combine, only } from './alternatives.js';
import type { Linker } from './linker.js';
import { asHole, asPieces, hole, knownText, plainText } from './text.js';
import type { Alternative, Argument, Picks, Value } from './value.js';

/** One request as far as a call says it. */
export interface RequestParts {
  /** A text in pieces. */
  readonly url: Value;
  /** Text, hole, or absent when the call does not say. */
  readonly method: Value;
  /** Nothing but the client's default says the method. */
  readonly isDefaultMethod: boolean;
  readonly hasTokenHeader: boolean;
  /** Query parameters are handed over beside the URL. */
  readonly hasQuery: boolean;
  /** It is not even sure that anything is sent. */
  readonly isVague: boolean;
  readonly picks: Picks;
}

/** URL and method of a call through a recognised client, in all combinations that can hold together. */
export function requestParts(
  linker: Linker,
  of: ClientCall,
  args: readonly Argument[],
): readonly RequestParts[] {
  const { signature } = of;
  const first = argument(args, signature.url);
  const options = argument(args, signature.options);
  // Options may stand in the place of the URL: `axios(config)`, `fetch(new Request(...))`, `https.request(options)`.
  const isOptions = first.some(({ value }) => value.kind === 'object');
  const sources = [...(isOptions ? [first] : []), options, ...of.defaults];
  const urls =
    isOptions || signature.url === null
      ? optionUrl(linker, isOptions ? first : options, sources, of)
      : withBase(linker, first, sources, of);
  const methods = methodOf(linker, of, args, sources);
  const hasTokenHeader = sources.some((source) => hasHeader(linker, source));
  const hasQuery = option(linker, sources, ['params', 'searchParams', 'query', 'qs']).length > 0;
  return combine(urls, methods.values, (url, method) => ({ url, method })).map(({ value, picks }) => ({
    ...value,
    isDefaultMethod: methods.isDefault,
    hasTokenHeader,
    hasQuery,
    isVague: false,
    picks,
  }));
}

function argument(args: readonly Argument[], index: number | null): readonly Alternative[] {
  return index === null ? [] : (args[index]?.() ?? []);
}

/** The first of the named options that any source gives. */
function option(
  linker: Linker,
  sources: readonly (readonly Alternative[])[],
  names: readonly string[],
): readonly Alternative[] {
  for (const source of sources) {
    for (const name of names) {
      const found = chain(source, (value) => readOption(linker, value, name));
      if (found.some(({ value }) => value.kind !== 'absent'))
        return found.filter(({ value }) => value.kind !== 'absent');
    }
  }
  return [];
}

function readOption(linker: Linker, value: Value, name: string): readonly Alternative[] {
  if (value.kind === 'object' || value.kind === 'instance') return linker.member(value, name);
  return value.kind === 'hole' && value.owner !== null
    ? linker.member(value, name)
    : only({ kind: 'absent' });
}

function optionUrl(
  linker: Linker,
  given: readonly Alternative[],
  sources: readonly (readonly Alternative[])[],
  of: ClientCall,
): readonly Alternative[] {
  const path = option(linker, sources, of.signature.urlOptions);
  if (path.length === 0) return withBase(linker, given.flatMap(urlItself), sources, of);
  const host = option(linker, sources, ['hostname', 'host']);
  if (host.length > 0)
    return combine(host, path, (left, right) => join(join(plainText('https://'), left), right));
  return withBase(linker, path, sources, of);
}

/** Options that are no object: a URL in their place, or something that is not known and may hold any URL. */
function urlItself({ value, picks }: Alternative): readonly Alternative[] {
  if (value.kind === 'text') return [{ value, picks }];
  if (value.kind !== 'hole' && value.kind !== 'external') return [];
  const { reason, settledBy, owner } = asHole(value);
  return [{ value: hole('url', `the URL is in the options, and ${reason}`, { settledBy, owner }), picks }];
}

/** Puts the base URL before a path that is not absolute itself. */
function withBase(
  linker: Linker,
  urls: readonly Alternative[],
  sources: readonly (readonly Alternative[])[],
  of: ClientCall,
): readonly Alternative[] {
  const base = of.client.baseUrlOptions.length === 0 ? [] : option(linker, sources, of.client.baseUrlOptions);
  if (base.length === 0) return urls;
  return combine(urls, base, (url, above) => (isAbsolute(url) ? url : joinBase(above, url)));
}

function isAbsolute(value: Value): boolean {
  const start = asPieces(value)[0];
  return start?.kind === 'piece' && /^[a-z]+:\/\//i.test(start.text);
}

function joinBase(base: Value, path: Value): Value {
  const start = asPieces(path)[0];
  const last = asPieces(base).at(-1);
  const needsSlash =
    start?.kind === 'piece' &&
    !start.text.startsWith('/') &&
    !(last?.kind === 'piece' && last.text.endsWith('/'));
  return needsSlash ? join(join(base, plainText('/')), path) : join(base, path);
}

function join(left: Value, right: Value): Value {
  return { kind: 'text', pieces: [...asPieces(left), ...asPieces(right)] };
}

interface Methods {
  readonly values: readonly Alternative[];
  readonly isDefault: boolean;
}

function methodOf(
  linker: Linker,
  of: ClientCall,
  args: readonly Argument[],
  sources: readonly (readonly Alternative[])[],
): Methods {
  const { signature } = of;
  if (signature.method !== null) return { values: only(plainText(signature.method)), isDefault: false };
  const given = argument(args, signature.methodArgument ?? null);
  if (given.length > 0) return { values: given, isDefault: false };
  const named = option(linker, sources, signature.methodOptions);
  if (named.length > 0) return { values: named, isDefault: false };
  const isOpen = sources.some((source) => source.some(({ value }) => value.kind === 'hole'));
  if (signature.defaultMethod === null || isOpen) {
    return { values: only(hole('method', 'the method is decided elsewhere')), isDefault: false };
  }
  return { values: only(plainText(signature.defaultMethod)), isDefault: true };
}

function hasHeader(linker: Linker, source: readonly Alternative[]): boolean {
  return source.some(({ value }) => {
    if (value.kind !== 'object') return false;
    return value
      .get('headers')
      .some(
        (headers) =>
          headers.value.kind === 'object' &&
          headers.value.keys().some((key) => key.toLowerCase() === 'x-tts-access-token'),
      );
  });
}

/** A method name that a text spells, in upper case; null when it spells none. */
export function methodName(value: Value): string | null {
  const text = knownText(value)?.toUpperCase() ?? '';
  return /^(?:GET|POST|PUT|PATCH|DELETE)$/.test(text) ? text : null;
}
