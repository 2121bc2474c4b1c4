import type { Catalog, Endpoint } from '@leastscope/scope-catalog';
import { endpointOfText, statedScopes } from '../lookups/declared-demands.js';
import { isScopeKnown, resolveEndpoint } from '../lookups/resolve-endpoint.js';
import { isTokenPath } from '../lookups/token-path.js';
import type { Declaration, ManualUse } from '../model/declaration.js';
import type { Use } from '../model/needs.js';
import type { AnyOf } from './minimal-cover.js';

/** Somebody who needs a scope, and the scopes of which one is enough. */
export type Demand = { readonly anyOf: AnyOf } & (
  | { readonly kind: 'use'; readonly use: Use }
  | { readonly kind: 'webhook'; readonly type: number }
  | { readonly kind: 'manual'; readonly manual: ManualUse }
);

type Of<Kind extends Demand['kind']> = Extract<Demand, { kind: Kind }>;

export function demandsOfUses(catalog: Catalog, uses: readonly Use[]): readonly Of<'use'>[] {
  return uses.flatMap((use): readonly Of<'use'>[] => {
    const anyOf = knownScopes(resolveEndpoint(catalog, use).endpoint);
    return anyOf.length === 0 ? [] : [{ kind: 'use', use, anyOf }];
  });
}

export function demandsOfWebhooks(catalog: Catalog, declaration: Declaration): readonly Of<'webhook'>[] {
  return declaration.webhooks.flatMap(({ value }): readonly Of<'webhook'>[] => {
    const anyOf = statedScopes(catalog, value);
    return anyOf.length === 0 ? [] : [{ kind: 'webhook', type: value, anyOf }];
  });
}

export function demandsOfManualUse(catalog: Catalog, declaration: Declaration): readonly Of<'manual'>[] {
  return declaration.manualUsage.flatMap((manual): readonly Of<'manual'>[] => {
    const anyOf = knownScopes(endpointOfText(catalog, manual.endpoint));
    return anyOf.length === 0 ? [] : [{ kind: 'manual', manual, anyOf }];
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
