import { platformPaths, type Catalog, type Endpoint, type ScopeKey } from '@leastscope/scope-catalog';
import type { OpenCall } from '../model/needs.js';

/** A set of scopes that something open could need; `any` where nothing narrows it down. */
export type Reach = ReadonlySet<ScopeKey> | 'any';

/** What an open call could need: the scopes of every endpoint that begins with what is known of its path. */
export function reachOfOpenCall(catalog: Catalog, call: OpenCall): Reach {
  if (call.knownPath === null) return 'any';
  const known = fixedSegments(call.knownPath);
  if (known.length === 0) return 'any';
  const endpoints = catalog.endpoints.filter(
    (endpoint) =>
      (call.method === null || endpoint.method === call.method) && beginsWith(catalog, endpoint, known),
  );
  return scopesOf(endpoints);
}

/** What a call to an endpoint of unknown scope could need: the scopes met in its module, as far as the catalog has any. */
export function reachOfModule(catalog: Catalog, path: string): Reach {
  const prefix = `/${segmentsOf(path.trim())[0] ?? ''}/`;
  return scopesOf(catalog.endpoints.filter((endpoint) => endpoint.path.startsWith(prefix)));
}

export function isWithin(reach: Reach, scope: ScopeKey): boolean {
  return reach === 'any' || reach.has(scope);
}

/** No known scope at all means that nothing is known, not that nothing is needed. */
function scopesOf(endpoints: readonly Endpoint[]): Reach {
  const scopes = endpoints.flatMap((endpoint) => endpoint.scopes);
  return scopes.length === 0 ? 'any' : new Set(scopes);
}

/** The whole segments before the first open part. A half-known segment (`/order{*}`) says nothing for sure. */
function fixedSegments(path: string): readonly string[] {
  const open = path.indexOf('{');
  const fixed = open === -1 ? path : path.slice(0, path.lastIndexOf('/', open));
  return segmentsOf(fixed);
}

function beginsWith(catalog: Catalog, endpoint: Endpoint, known: readonly string[]): boolean {
  const { isVersion } = platformPaths(catalog);
  const template = segmentsOf(endpoint.path);
  return known.every((segment, index) => {
    const asked = template[index];
    if (asked === undefined) return false;
    // All versions of an operation share its scope.
    return asked === segment || asked.startsWith('{') || (isVersion(asked) && isVersion(segment));
  });
}

function segmentsOf(path: string): readonly string[] {
  return path.split('/').filter((segment) => segment !== '');
}
