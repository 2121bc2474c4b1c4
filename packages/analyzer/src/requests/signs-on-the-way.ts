import type { PlatformSigns } from '../model/facts.js';
import type { CallSite } from '../model/program.js';
import type { Interpreter } from '../values/interpreter.js';
import { asPieces } from '../values/text.js';
import type { Value } from '../values/value.js';
import type { HttpRequest } from './request.js';

/** The request with what the files say of it that it comes through, from the one of the call to the one that sends it. */
export function withSigns(interpreter: Interpreter, site: CallSite, request: HttpRequest): HttpRequest {
  const signs = signsAmong(interpreter, [site, ...request.via, ...sourcesOf(request.url)]);
  return {
    ...request,
    isSigned:
      request.isSigned ||
      (!(request.isRelative && isSentByPage(site, request)) &&
        (mayBeSigned(request) || isTokenPath(interpreter, request.path)) &&
        signs.some(({ tokenHeader, signing }) => tokenHeader || signing)),
    isBesideOwnHost: signs.some(({ ownHost }) => ownHost),
  };
}

/**
 * A page or a component: the browser asks the server that the page came from, whatever other words stand in the file.
 */
function isSentByPage(site: CallSite, { via }: HttpRequest): boolean {
  return /\.(?:tsx|jsx|vue|svelte|astro)$/.test((via.at(-1) ?? site).file);
}

/** The paths of the token host are nobody else's; they are sent with a body as often as with a query. */
export function isTokenPath(interpreter: Interpreter, path: string | null): boolean {
  return interpreter.catalog.endpoints.some((endpoint) => endpoint.host === 'auth' && endpoint.path === path);
}

/**
 * A request sent where it is written can only be signed by what is written there: a query behind the path, or handed
 * over beside it. A helper on the way may have signed it.
 */
function mayBeSigned({ url, via, hasQuery }: HttpRequest): boolean {
  if (via.length > 0 || hasQuery) return true;
  const pieces = asPieces(url);
  const isQueryWritten = pieces.some((piece) => piece.kind === 'piece' && piece.text.includes('?'));
  return isQueryWritten || pieces.length <= 1 || pieces.slice(1).some((piece) => piece.kind === 'unknown');
}

/** Files that the text of a URL was put together in: the one that signs is among them. */
function sourcesOf(url: Value): { readonly file: string }[] {
  return asPieces(url).flatMap((piece) =>
    piece.kind === 'piece' && piece.source !== null ? [piece.source] : [],
  );
}

function signsAmong(
  interpreter: Interpreter,
  sites: readonly { readonly file: string }[],
): readonly PlatformSigns[] {
  return sites.flatMap(({ file }) => interpreter.modules.facts(file)?.signs ?? []);
}
