import type { Catalog, CategoryId, EndpointId } from '@leastscope/scope-catalog';
import { compareText } from '../lookups/places.js';
import { resolveEndpoint } from '../lookups/resolve-endpoint.js';
import type { CategoryNeed, Use } from '../model/needs.js';

const roles = ['primary', 'incidental', 'sent'] as const;

/** The categories that the used endpoints deliver or take, each with the endpoints that do. By category, then role. */
export function findDataNeeds(catalog: Catalog, uses: readonly Use[]): readonly CategoryNeed[] {
  return roles
    .flatMap((role) => needsInRole(catalog, uses, role))
    .sort((a, b) => compareText(a.category, b.category) || roles.indexOf(a.role) - roles.indexOf(b.role));
}

function needsInRole(
  catalog: Catalog,
  uses: readonly Use[],
  role: CategoryNeed['role'],
): readonly CategoryNeed[] {
  const endpoints = new Map<CategoryId, Set<EndpointId>>();
  for (const use of uses) {
    const { endpoint } = resolveEndpoint(catalog, use);
    for (const category of endpoint?.categories[role] ?? []) {
      const ids = endpoints.get(category) ?? new Set();
      endpoints.set(category, ids.add(endpoint?.id ?? ''));
    }
  }
  return [...endpoints].map(([category, ids]) => ({ category, role, endpoints: [...ids].sort(compareText) }));
}
