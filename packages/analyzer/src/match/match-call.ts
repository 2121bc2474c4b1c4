import { findEndpoints, type Catalog, type EndpointMatch, type HttpMethod } from '@leastscope/scope-catalog';
import type { RequestMatch, RequestShape } from '../model/request.js';

/**
 * The endpoints that a request names. Empty when it names none: then either a caller still has to say more, or it is
 * not the platform's business. A path with a version that is a catalogued endpoint needs no host; a path without one
 * (`/api/orders/search`) is anybody's, so its host has to be proven.
 */
export function matchCall(catalog: Catalog, request: RequestShape): readonly RequestMatch[] {
  if (request.path === null || request.host === 'authorize') return [];
  const { path } = request;
  for (const candidate of withoutOpenEnd(path)) {
    const found = matchPath(catalog, request, candidate);
    if (found.length > 0) return found;
  }
  return [];
}

/**
 * A request to the platform whose path is wholly known and which no endpoint of the catalog answers. Null when that
 * cannot be said for sure.
 */
export function unknownCall(request: RequestShape): RequestMatch | null {
  const { path, method, host } = request;
  if (path === null || path.includes('{*}') || host === 'authorize' || host === 'other') return null;
  if (!isHttpMethod(method)) return null;
  const isVersioned = /^\s*\/[a-z_]+\/20\d{4}\/\S/.test(path);
  const isPlatform = host === 'platform' || (isVersioned && request.isSeen) || (/^\/api\//.test(path) && request.isSigned && request.isSeen);
  if (!isPlatform || segmentsKnown(path) === 0) return null;
  return { endpoint: null, method, path, fit: 'none', state: 'needed' };
}

/** How many segments are fixed text, the version aside: a path of holes only says nothing. */
function segmentsKnown(path: string): number {
  return path.split('/').filter((segment) => segment !== '' && !segment.includes('{') && !/^20\d{4}$/.test(segment)).length;
}

/** A hole at the very end of a path often is the query: `/orders/search{query}`. */
function withoutOpenEnd(path: string): string[] {
  const stripped = /^(.*[^/{}])(?:\{[^}]*\})+$/.exec(path)?.[1];
  return stripped === undefined ? [path] : [path, stripped];
}

function matchPath(catalog: Catalog, request: RequestShape, path: string): RequestMatch[] {
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

function toMatches(request: RequestShape, found: EndpointMatch, path: string, isMethodKnown: boolean): RequestMatch[] {
  const isOne = found.endpoints.length + found.legacy.length === 1;
  const state = isMethodKnown || isOne ? 'needed' : 'possibly-needed';
  const isProven = request.host === 'platform' || (request.host === 'open' && request.isSigned);
  const legacy = isProven ? found.legacy : [];
  return [
    ...found.endpoints
      .filter((endpoint) => endpoint.host === 'api' || request.host === 'platform' || (request.host === 'open' && request.isSeen))
      .map((endpoint): RequestMatch => ({ endpoint: endpoint.id, method: endpoint.method, path, fit: found.fit === 'family' ? 'family' : 'exact', state })),
    ...legacy.map((endpoint): RequestMatch => ({ endpoint: endpoint.id, method: endpoint.method, path, fit: 'legacy', state })),
  ];
}

function isHttpMethod(method: string | null): method is HttpMethod {
  return method === 'GET' || method === 'POST' || method === 'PUT' || method === 'PATCH' || method === 'DELETE';
}
