import { findEndpoints } from '@leastscope/scope-catalog';
import type { Catalog, Endpoint, HttpMethod, ScopeKey } from '@leastscope/scope-catalog';

/** The endpoint that a declaration names as `GET /order/202507/orders`; a legacy path stands for its replacement. */
export function endpointOfText(catalog: Catalog, text: string): Endpoint | null {
  const [method, path] = text.trim().split(/\s+/);
  if (method === undefined || path === undefined) return null;
  const match = findEndpoints(catalog, method.toUpperCase() as HttpMethod, path);
  const replacement = match?.legacy[0]?.replacement ?? null;
  return (
    match?.endpoints[0] ?? (replacement === null ? null : (catalog.endpointById.get(replacement) ?? null))
  );
}

/**
 * The scopes of which the platform says that a webhook needs one. Our own reading of a topic (`likelyScope`, or an
 * inferred row) demands nothing.
 */
export function statedScopes(catalog: Catalog, webhook: number): readonly ScopeKey[] {
  const row = catalog.webhookByType.get(webhook);
  if (row === undefined || row.scopeConfidence === 'unknown' || row.scopeConfidence === 'inferred') return [];
  return row.scopes;
}
