import { findEndpoints } from '@leastscope/scope-catalog';
import type { Catalog, Endpoint, HttpMethod } from '@leastscope/scope-catalog';
import { isScopeKnown, resolveEndpoint } from '../model/resolve-endpoint.js';
import type { Declaration, ManualUse } from '../model/declaration.js';
import type { Use } from '../model/needs.js';
import type { AnyOf } from './minimal-cover.js';

/** Somebody who needs a scope, and the scopes of which one is enough. */
export interface Demand {
  readonly anyOf: AnyOf;
  readonly by: Demander;
}

export type Demander =
  | { readonly kind: 'use'; readonly use: Use }
  | { readonly kind: 'webhook'; readonly type: number }
  | { readonly kind: 'manual'; readonly manual: ManualUse };

export function demandsOfUses(catalog: Catalog, uses: readonly Use[]): readonly Demand[] {
  return uses.flatMap((use) => {
    const anyOf = knownScopes(resolveEndpoint(catalog, use).endpoint);
    return anyOf.length === 0 ? [] : [{ anyOf, by: { kind: 'use', use } as const }];
  });
}

/** Only where the platform states the scope of a topic; our own reading of it (`likelyScope`) demands nothing. */
export function demandsOfWebhooks(catalog: Catalog, declaration: Declaration): readonly Demand[] {
  return declaration.webhooks.flatMap(({ value }) => {
    const webhook = catalog.webhookByType.get(value);
    if (webhook === undefined || webhook.scopes.length === 0) return [];
    if (webhook.scopeConfidence === 'unknown' || webhook.scopeConfidence === 'inferred') return [];
    return [{ anyOf: webhook.scopes, by: { kind: 'webhook', type: value } as const }];
  });
}

export function demandsOfManualUse(catalog: Catalog, declaration: Declaration): readonly Demand[] {
  return declaration.manualUsage.flatMap((manual) => {
    const anyOf = knownScopes(endpointOf(catalog, manual.endpoint));
    return anyOf.length === 0 ? [] : [{ anyOf, by: { kind: 'manual', manual } as const }];
  });
}

/** A call that the catalog cannot tell the scope of: shown as a gap, never judged. */
export function isGap(catalog: Catalog, use: Use): boolean {
  const { endpoint } = resolveEndpoint(catalog, use);
  return endpoint === null || !isScopeKnown(endpoint);
}

function knownScopes(endpoint: Endpoint | null): AnyOf {
  return endpoint !== null && isScopeKnown(endpoint) ? endpoint.scopes : [];
}

/** `GET /order/202507/orders` as a person wrote it; a legacy path stands for its replacement. */
function endpointOf(catalog: Catalog, text: string): Endpoint | null {
  const [method, path] = text.trim().split(/\s+/);
  if (method === undefined || path === undefined) return null;
  const match = findEndpoints(catalog, method.toUpperCase() as HttpMethod, path);
  const replacement = match?.legacy[0]?.replacement ?? null;
  return (
    match?.endpoints[0] ?? (replacement === null ? null : (catalog.endpointById.get(replacement) ?? null))
  );
}
