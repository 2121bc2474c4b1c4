import { findEndpoints, nearestName, nearestScope } from '@leastscope/scope-catalog';
import type { Catalog, Category, Endpoint, Scope } from '@leastscope/scope-catalog';
import { nearEndpoints, readEndpoint } from '../explain/find-page.js';

/** What `why` is asked about. */
export type Subject =
  | { readonly kind: 'scope'; readonly scope: Scope }
  | { readonly kind: 'category'; readonly category: Category }
  | { readonly kind: 'endpoint'; readonly endpoint: Endpoint };

export type FoundSubject =
  | Subject
  /** Names that were probably meant; possibly none. */
  | { readonly kind: 'unknown'; readonly nearest: readonly string[] };

/** A scope by its key, a category by its id, an endpoint by method and path or by its path alone. */
export function findSubject(word: string, catalog: Catalog): FoundSubject {
  const scope = catalog.scopeByKey.get(word);
  if (scope !== undefined) return { kind: 'scope', scope };
  const category = catalog.categoryById.get(word);
  if (category !== undefined) return { kind: 'category', category };
  const asked = readEndpoint(word);
  const match = asked === null ? null : findEndpoints(catalog, asked.method, asked.path);
  const endpoints = match === null || match.fit === 'loose' ? [] : match.endpoints;
  const [endpoint, ...others] = endpoints;
  if (endpoint === undefined) return { kind: 'unknown', nearest: nearestTo(word, catalog) };
  // Versions of one operation are one subject; a path alone may name several operations.
  const different = others.filter(({ family }) => family !== endpoint.family);
  if (different.length > 0) return { kind: 'unknown', nearest: [endpoint, ...different].map(({ id }) => id) };
  return { kind: 'endpoint', endpoint };
}

function nearestTo(word: string, catalog: Catalog): readonly string[] {
  const found = [nearestScope(catalog, word), nearestName(catalog.categoryById.keys(), word)].filter(
    (name) => name !== null,
  );
  return found.length > 0 ? found : nearEndpoints(word, catalog).map(({ id }) => id);
}
