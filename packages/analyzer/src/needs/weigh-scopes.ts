import { categoriesOfScope } from '@leastscope/scope-catalog';
import type { Catalog, ScopeKey } from '@leastscope/scope-catalog';
import type { Opening } from './minimal-cover.js';

/** One sensitive category (health, tax id) outweighs a handful of plain personal ones. */
const sensitiveWeight = 5;

/** The personal data that a set of scopes opens, each category counted once. */
export function weighScopes(catalog: Catalog, scopes: readonly ScopeKey[]): Opening {
  const tiers = [...new Set(scopes.flatMap((scope) => [...categoriesOfScope(catalog, scope)]))].map(
    (category) => catalog.categoryById.get(category)?.tier,
  );
  const sensitive = tiers.filter((tier) => tier === 'sensitive-personal').length;
  const plain = tiers.filter((tier) => tier === 'personal').length;
  return { personal: plain + sensitive, sensitive, weight: plain + sensitive * sensitiveWeight };
}
