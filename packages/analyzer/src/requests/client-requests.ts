import { givenUp } from '../values/too-deep.js';
import type { ClientCall } from '../values/clients.js';
import { isAbsolute, joinTexts, withBaseUrl } from './base-url.js';
import { bind, product, certain } from '../values/guarded.js';
import { functionFact, type Interpreter } from '../values/interpreter.js';
import { plainText } from '../values/text.js';
import { asUnknown, unknownValue } from '../values/unknown.js';
import type { Guarded, Argument, Value } from '../values/value.js';
import { httpRequest } from './http-request.js';
import type { HttpRequest } from './request.js';

/** URL and method of a call through a recognised client, in all combinations that can hold together. */
export function clientRequests(
  interpreter: Interpreter,
  of: ClientCall,
  args: readonly Argument[],
): readonly HttpRequest[] {
  const { signature } = of;
  const first = argument(args, signature.url);
  if (first.length > 0 && first.every(({ value }) => isSentAgain(interpreter, value))) return [];
  const options = argument(args, signature.options);
  // Options may stand in the place of the URL: `axios(config)`, `fetch(new Request(...))`, `https.request(options)`.
  const isOptions = first.some(({ value }) => value.kind === 'object');
  const sources = [...(isOptions ? [first] : []), options, ...of.defaults];
  const urls =
    isOptions || signature.url === null
      ? optionUrl(interpreter, isOptions ? first : options, sources, of)
      : withBase(interpreter, first, sources, of);
  const sent = urls.length === 0 ? of.base : urls;
  const methods = methodOf(interpreter, of, args, sources);
  const hasTokenHeader = sources.some((source) => hasHeader(interpreter, source));
  const { appKey } = interpreter.catalog.platform.requests;
  const query = option(interpreter, sources, ['params', 'searchParams', 'query', 'qs']);
  const cutOff = { url: givenUp('url'), method: givenUp('method') };
  return product(sent, methods.values, (url, method) => ({ url, method }), cutOff).map(({ value, guard }) =>
    httpRequest(interpreter.catalog, {
      ...value,
      isMethodGiven: !methods.isDefault,
      hasTokenHeader,
      hasQuery: query.length > 0,
      hasAppKey: query.some(({ value }) => value.kind === 'object' && value.keys().includes(appKey)),
      isVague: false,
      isSeen: true,
      guard,
    }),
  );
}

function argument(args: readonly Argument[], index: number | null): readonly Guarded[] {
  return index === null ? [] : (args[index]?.() ?? []);
}

/** The first of the named options that any source gives. */
function option(
  interpreter: Interpreter,
  sources: readonly (readonly Guarded[])[],
  names: readonly string[],
): readonly Guarded[] {
  for (const source of sources) {
    for (const name of names) {
      const found = bind(source, (value) => readOption(interpreter, value, name));
      if (found.some(({ value }) => value.kind !== 'absent'))
        return found.filter(({ value }) => value.kind !== 'absent');
    }
  }
  return [];
}

function readOption(interpreter: Interpreter, value: Value, name: string): readonly Guarded[] {
  if (value.kind === 'object' || value.kind === 'instance') return interpreter.member(value, name);
  return value.kind === 'unknown' && value.owner !== null
    ? interpreter.member(value, name)
    : certain({ kind: 'absent' });
}

function optionUrl(
  interpreter: Interpreter,
  given: readonly Guarded[],
  sources: readonly (readonly Guarded[])[],
  of: ClientCall,
): readonly Guarded[] {
  const path = option(interpreter, sources, of.signature.urlOptions);
  if (path.length === 0) return withBase(interpreter, given.flatMap(urlItself), sources, of);
  const host = option(interpreter, sources, ['hostname', 'host']);
  if (host.length > 0)
    return product(
      host,
      path,
      (left, right) => (isAbsolute(right) ? right : joinTexts(joinTexts(plainText('https://'), left), right)),
      givenUp('url'),
    );
  return withBase(interpreter, path, sources, of);
}

/** Options that are no object: a URL in their place, or something that is not known and may hold any URL. */
function urlItself({ value, guard }: Guarded): readonly Guarded[] {
  if (value.kind === 'text') return [{ value, guard }];
  if (value.kind !== 'unknown' && value.kind !== 'external') return [];
  const { reason, settledBy, owner } = asUnknown(value);
  return [
    {
      value: unknownValue('url', `the URL is in the options, and ${reason}`, { settledBy, owner }),
      guard,
    },
  ];
}

/**
 * `client.interceptors.response.use(undefined, (error) => client(error.config))`: a request that was sent already is
 * sent once more; it is told where it was made.
 */
function isSentAgain(interpreter: Interpreter, value: Value): boolean {
  if (value.kind !== 'unknown' || value.trail.at(-1) !== 'config' || value.owner === null) return false;
  const { file, function: index } = value.owner;
  const passed = index === null ? null : functionFact(interpreter, file, index).passedTo;
  const callee = passed === null ? undefined : interpreter.modules.facts(file)?.calls[passed.call]?.callee;
  return callee?.kind === 'member' && callee.name === 'use';
}

/** Puts before it the base URL that the options name, or the client has. */
function withBase(
  interpreter: Interpreter,
  urls: readonly Guarded[],
  sources: readonly (readonly Guarded[])[],
  of: ClientCall,
): readonly Guarded[] {
  const named =
    of.client.baseUrlOptions.length === 0 ? [] : option(interpreter, sources, of.client.baseUrlOptions);
  return withBaseUrl(urls, named.length > 0 ? named : of.base);
}

interface Methods {
  readonly values: readonly Guarded[];
  readonly isDefault: boolean;
}

function methodOf(
  interpreter: Interpreter,
  of: ClientCall,
  args: readonly Argument[],
  sources: readonly (readonly Guarded[])[],
): Methods {
  const { signature } = of;
  if (signature.method !== null) return { values: certain(plainText(signature.method)), isDefault: false };
  const given = argument(args, signature.methodArgument ?? null);
  if (given.length > 0) return { values: given, isDefault: false };
  const named = option(interpreter, sources, signature.methodOptions);
  if (named.length > 0) return { values: named, isDefault: false };
  const isOpen = sources.some((source) => source.some(({ value }) => value.kind === 'unknown'));
  if (signature.defaultMethod === null || isOpen) {
    return { values: certain(unknownValue('method', 'the method is decided elsewhere')), isDefault: false };
  }
  return { values: certain(plainText(signature.defaultMethod)), isDefault: true };
}

function hasHeader(interpreter: Interpreter, source: readonly Guarded[]): boolean {
  const { tokenHeader } = interpreter.catalog.platform.requests;
  return source.some(({ value }) => {
    if (value.kind !== 'object') return false;
    return value
      .get('headers')
      .some(
        (headers) =>
          headers.value.kind === 'object' &&
          headers.value.keys().some((key) => key.toLowerCase() === tokenHeader),
      );
  });
}
