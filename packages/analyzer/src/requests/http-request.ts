import { mentionsPlatform, type Catalog, type HttpMethod } from '@leastscope/scope-catalog';
import { asPieces, knownText } from '../values/text.js';
import type { Value } from '../values/value.js';
import type { HttpRequest } from './request.js';
import { splitUrl } from './split-url.js';

type Said = Pick<
  HttpRequest,
  'url' | 'isMethodGiven' | 'hasTokenHeader' | 'hasQuery' | 'hasAppKey' | 'isVague' | 'isSeen' | 'guard'
> & { readonly method: Value };

/** A request by what one call says of it. */
export function httpRequest(catalog: Catalog, { method, ...said }: Said): HttpRequest {
  return {
    kind: 'request',
    ...said,
    ...splitUrl(catalog, said.url),
    method: methodName(method) ?? knownText(method),
    openMethod: method.kind === 'unknown' ? method : null,
    isSigned: said.hasTokenHeader || isNamedAfterPlatform(catalog, said.url),
    isBesideOwnHost: false,
    via: [],
  };
}

/** `process.env.ACME_API_HOST`: a host that is configured under the platform's name. */
export function isNamedAfterPlatform(catalog: Catalog, url: Value): boolean {
  const [first] = asPieces(url);
  return first?.kind === 'unknown' && first.environment && mentionsPlatform(catalog, first.name);
}

/** A method name that a text spells, in upper case; null when it spells none. */
export function methodName(value: Value): HttpMethod | null {
  const text = knownText(value)?.toUpperCase() ?? null;
  return isHttpMethod(text) ? text : null;
}

export function isHttpMethod(text: string | null): text is HttpMethod {
  return text !== null && /^(?:GET|POST|PUT|PATCH|DELETE)$/.test(text);
}
