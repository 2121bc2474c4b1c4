import { categoriesOfScope, endpointsOfScope } from '@leastscope/scope-catalog';
import type { Catalog, ScopeKey } from '@leastscope/scope-catalog';
import type { Opening } from './minimal-cover.js';

/** One sensitive category (health, tax id) outweighs a handful of plain personal ones. */
const sensitiveWeight = 5;

/** The writing operations and the personal data that a set of scopes opens, each counted once. */
export function weighScopes(catalog: Catalog, scopes: readonly ScopeKey[]): Opening {
  const tiers = [...new Set(scopes.flatMap((scope) => [...categoriesOfScope(catalog, scope)]))].map(
    (category) => catalog.categoryById.get(category)?.tier,
  );
  const sensitive = tiers.filter((tier) => tier === 'sensitive-personal').length;
  const plain = tiers.filter((tier) => tier === 'personal').length;
  return {
    writes: new Set(scopes.flatMap((scope) => writesOf(catalog, scope))).size,
    personal: plain + sensitive,
    sensitive,
    weight: plain + sensitive * sensitiveWeight,
  };
}

/** Operations that change something, whatever their version. A writing scope of which none is known opens something. */
function writesOf(catalog: Catalog, scope: ScopeKey): readonly string[] {
  const writing = endpointsOfScope(catalog, scope).filter(({ access }) => access === 'write');
  const access = catalog.scopeByKey.get(scope)?.access;
  if (writing.length === 0 && (access === 'write' || access === 'read-write')) return [scope];
  return writing.map(({ family }) => family);
}
