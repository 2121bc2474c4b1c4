import { findEndpoints, platformPaths, type Catalog, type EndpointMatch } from '@leastscope/scope-catalog';
import type { RequestMatch } from '../model/needs.js';
import type { HttpRequest } from './request.js';
import { isHttpMethod } from './http-request.js';

/**
 * The endpoints that a request names. Empty when it names none: then either a caller still has to say more, or it is
 * not the platform's business. A path with a version that is a catalogued endpoint needs no host; a path without one
 * (`/api/orders/search`) is anybody's, so its host has to be proven.
 */
export function matchCall(catalog: Catalog, request: HttpRequest): readonly RequestMatch[] {
  if (request.path === null || isElsewhere(request)) return [];
  const path = withSlash(request.path);
  // A path with a space before it goes nowhere; it is told as unknown, with its neighbour.
  if (path !== path.trim()) return [];
  for (const candidate of withoutOpenEnd(path)) {
    const found = matchPath(catalog, request, candidate);
    if (found.length > 0) return found;
  }
  return [];
}

/** A host that is written out and is none of the platform's: whatever the path, the call goes there. */
function isElsewhere(request: HttpRequest): boolean {
  const { host } = request;
  return host === 'foreign' || host === 'other' || (host === 'alike' && !isSlip(request));
}

/**
 * A host that is called like the platform, asked as only the platform is, by code that asks the platform's own hosts for
 * its tokens: they open nothing elsewhere, so the host is misspelt.
 */
function isSlip({ isSigned, isBesideOwnHost }: HttpRequest): boolean {
  return isSigned && isBesideOwnHost;
}

function withSlash(path: string): string {
  return /^\w/.test(path) ? `/${path}` : path;
}

/** More candidates than this say nothing. */
const candidateLimit = 12;

/**
 * The endpoints that a request could name, were its open segments fixed text: all of them possibly needed. Ids do not
 * stand for fixed text.
 */
export function looseCalls(catalog: Catalog, request: HttpRequest): readonly RequestMatch[] {
  const { path } = request;
  if (path === null || isElsewhere(request) || request.host === 'alike' || hasIdAtOpenPlace(path)) return [];
  const asked = isHttpMethod(request.method) ? request.method : null;
  const found = findEndpoints(catalog, asked, path);
  if (found?.fit !== 'loose' || found.endpoints.length > candidateLimit) return [];
  return found.endpoints.map((endpoint) => ({
    endpoint: endpoint.id,
    method: endpoint.method,
    path: endpoint.path,
    fit: 'exact',
    state: 'possibly-needed',
  }));
}

function hasIdAtOpenPlace(path: string): boolean {
  const open = [...path.matchAll(/\{([^}]*)\}/g)].map((match) => match[1] ?? '');
  return open.length > 0 && open.every(isIdName);
}

function isIdName(name: string): boolean {
  return /(?:^|_)(?:id|ids|oid|pid|sku|no|number|code)$|(?:Id|ID|Ids|No|Number)$/.test(name);
}

/**
 * A request to the platform whose path is wholly known and which no endpoint of the catalog answers. Null when that
 * cannot be said for sure.
 */
export function unknownCall(catalog: Catalog, request: HttpRequest): RequestMatch | null {
  const { method } = request;
  const path = request.path === null ? null : withSlash(request.path);
  if (path === null || !isHttpMethod(method) || !path.trimStart().startsWith('/')) return null;
  if (!isWellShaped(path) || segmentsKnown(catalog, path) === 0 || !isPlatform(catalog, request, path))
    return null;
  return { endpoint: null, method, path, fit: 'none', state: 'needed' };
}

/** Whether a path that no endpoint answers is the platform's all the same: by host, or by shape and signature. */
function isPlatform(catalog: Catalog, request: HttpRequest, path: string): boolean {
  const { host, isSeen, isSigned } = request;
  const { versionIn, isLegacy } = platformPaths(catalog);
  if (host === 'platform') return true;
  if ((host !== 'open' && host !== 'alike') || !isSeen) return false;
  const isVersioned = versionIn(path) !== null;
  if (host === 'alike') return isVersioned && isSlip(request);
  return isVersioned || (isLegacy(path) && isSigned);
}

/** Holes are whole segments, and an open end is an id: `/orders/{orderId}`, but not `/orders/{action}` or `/ord{x}`. */
function isWellShaped(path: string): boolean {
  const segments = path.split('/').filter((segment) => segment.includes('{'));
  if (segments.some((segment) => !/^\{[^{}]*\}$/.test(segment))) return false;
  const last = /\{([^{}]*)\}\/?$/.exec(path)?.[1];
  return last === undefined || isIdName(last);
}

/** How many segments are fixed text, the version aside: a path of unknowns only says nothing. */
function segmentsKnown(catalog: Catalog, path: string): number {
  const { isVersion } = platformPaths(catalog);
  return path.split('/').filter((segment) => segment !== '' && !segment.includes('{') && !isVersion(segment))
    .length;
}

/** A unknown at the very end of a path often is the query: `/orders/search{query}`. */
function withoutOpenEnd(path: string): string[] {
  const stripped = /^(.*[^/{}])(?:\{[^}]*\})+$/.exec(path)?.[1];
  return stripped === undefined ? [path] : [path, stripped];
}

function matchPath(catalog: Catalog, request: HttpRequest, path: string): RequestMatch[] {
  const asked = isHttpMethod(request.method) ? request.method : null;
  const direct = strict(findEndpoints(catalog, asked, path));
  if (direct !== null) return toMatches(request, direct, path, asked !== null);
  // A method that only the client's default says may be set where we did not see it: never accuse on that.
  if (asked === null || request.isMethodGiven) return [];
  const any = strict(findEndpoints(catalog, null, path));
  return any === null ? [] : toMatches(request, any, path, false);
}

function strict(found: EndpointMatch | null): EndpointMatch | null {
  return found === null || found.fit === 'loose' ? null : found;
}

function toMatches(
  request: HttpRequest,
  found: EndpointMatch,
  path: string,
  isMethodKnown: boolean,
): RequestMatch[] {
  const isOne = found.endpoints.length + found.legacy.length === 1;
  const state = isMethodKnown || isOne ? 'needed' : 'possibly-needed';
  const isProven = request.host === 'platform' || (request.host === 'open' && request.isSigned);
  const legacy = isProven ? found.legacy : [];
  return [
    ...found.endpoints
      .filter(
        (endpoint) =>
          endpoint.host === 'api' ||
          request.host === 'platform' ||
          (request.host === 'open' && request.isSigned && request.isSeen),
      )
      .map((endpoint): RequestMatch => ({
        endpoint: endpoint.id,
        method: endpoint.method,
        path: asTemplate(path, endpoint.path),
        fit: found.fit === 'family' ? 'family' : 'exact',
        state,
      })),
    ...legacy.map((endpoint): RequestMatch => ({
      endpoint: endpoint.id,
      method: endpoint.method,
      path: endpoint.path,
      fit: 'legacy',
      state,
    })),
  ];
}

/** Ids written out in code become the template's placeholders: no buyer's or seller's value belongs in an output. */
function asTemplate(path: string, template: string): string {
  const asked = path.split('/').filter((segment) => segment !== '');
  const known = template.split('/').filter((segment) => segment !== '');
  return `/${asked.map((segment, index) => (isPlaceholder(known[index]) && /\d/.test(segment) && !segment.includes('{') ? known[index] : segment)).join('/')}`;
}

function isPlaceholder(segment: string | undefined): boolean {
  return segment !== undefined && /^\{[^{}]*\}$/.test(segment);
}
