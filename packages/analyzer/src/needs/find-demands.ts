import type { Catalog, Endpoint } from '@leastscope/scope-catalog';
import { endpointOfText, statedScopes } from '../lookups/declared-demands.js';
import { isScopeKnown, resolveEndpoint } from '../lookups/resolve-endpoint.js';
import { isTokenPath } from '../lookups/token-path.js';
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

export function demandsOfWebhooks(catalog: Catalog, declaration: Declaration): readonly Demand[] {
  return declaration.webhooks.flatMap(({ value }) => {
    const anyOf = statedScopes(catalog, value);
    return anyOf.length === 0 ? [] : [{ anyOf, by: { kind: 'webhook', type: value } as const }];
  });
}

export function demandsOfManualUse(catalog: Catalog, declaration: Declaration): readonly Demand[] {
  return declaration.manualUsage.flatMap((manual) => {
    const anyOf = knownScopes(endpointOfText(catalog, manual.endpoint));
    return anyOf.length === 0 ? [] : [{ anyOf, by: { kind: 'manual', manual } as const }];
  });
}

/** A call that the catalog cannot tell the scope of: shown as a gap, never judged. */
export function isGap(catalog: Catalog, use: Use): boolean {
  // Whatever is asked where tokens are given: it needs no scope.
  if (use.endpoint === null && isTokenPath(catalog, use.path)) return false;
  const { endpoint } = resolveEndpoint(catalog, use);
  return endpoint === null || !isScopeKnown(endpoint);
}

function knownScopes(endpoint: Endpoint | null): AnyOf {
  return endpoint !== null && isScopeKnown(endpoint) ? endpoint.scopes : [];
}
