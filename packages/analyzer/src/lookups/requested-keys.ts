import type { Catalog, ScopeKey } from '@leastscope/scope-catalog';
import type { Declaration } from '../model/declaration.js';

/**
 * The scopes an app asks for, as the platform spells them. A known misspelling counts as the scope it means: it is one
 * mistake (`unknown-scope`) and must not bring a `missing-scope` at every call with it.
 */
export function requestedKeys(catalog: Catalog, declaration: Declaration): ReadonlySet<ScopeKey> {
  return new Set(declaration.requestedScopes.map((scope) => platformSpelling(catalog, scope.value)));
}

/** The platform's key for a spelling met in the wild; any other text as it is. */
export function platformSpelling(catalog: Catalog, key: string): ScopeKey {
  if (catalog.scopeByKey.has(key)) return key;
  return catalog.scopeAliases.find((alias) => alias.alias === key)?.key ?? key;
}
