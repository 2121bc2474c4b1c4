import type { Catalog, Endpoint, LegacyEndpoint } from '@leastscope/scope-catalog';
import type { Use } from '../model/needs.js';

/** What the catalog says of a use. `endpoint` is what judges it: for a legacy path, its replacement. */
export interface ResolvedEndpoint {
  readonly endpoint: Endpoint | null;
  readonly legacy: LegacyEndpoint | null;
}

/** Looks a use up in the catalog; both parts are null for an endpoint that it lacks. */
export function resolveEndpoint(catalog: Catalog, use: Use): ResolvedEndpoint {
  const id = use.endpoint;
  if (id === null) return { endpoint: null, legacy: null };
  const legacy = catalog.legacyById.get(id) ?? (use.fit === 'legacy' ? legacyOf(catalog, use) : null);
  const current = legacy === null ? id : (legacy.replacement ?? '');
  return { endpoint: catalog.endpointById.get(current) ?? null, legacy };
}

/** A use that already names the replacement still says that the path is legacy. */
function legacyOf(catalog: Catalog, use: Use): LegacyEndpoint | null {
  return catalog.legacyById.get(`${use.method} ${use.path}`) ?? null;
}

/** False where the catalog does not know which scope an endpoint needs: then nothing may be claimed. */
export function isScopeKnown(endpoint: Endpoint): boolean {
  if (endpoint.scopeConfidence === 'not-needed') return true;
  return endpoint.scopeConfidence !== 'unknown' && endpoint.scopes.length > 0;
}
