import type { Catalog, CategoryId, Endpoint, EndpointId, Field, ScopeKey, Webhook } from './types.js';

/** Answers worth keeping for as long as the catalog lives. */
interface Relations {
  readonly endpointsByScope: ReadonlyMap<ScopeKey, readonly Endpoint[]>;
  readonly webhooksByScope: ReadonlyMap<ScopeKey, readonly Webhook[]>;
  fieldsByEndpoint: ReadonlyMap<EndpointId, readonly Field[]> | null;
}

const known = new WeakMap<Catalog, Relations>();

/** The endpoints that a scope opens, alone or as one of several alternatives. */
export function endpointsOfScope(catalog: Catalog, key: ScopeKey): readonly Endpoint[] {
  return relationsOf(catalog).endpointsByScope.get(key) ?? [];
}

/** The webhooks that the platform says need this scope. */
export function webhooksOfScope(catalog: Catalog, key: ScopeKey): readonly Webhook[] {
  return relationsOf(catalog).webhooksByScope.get(key) ?? [];
}

/** The endpoints whose response holds a category, as what they are called for or as what comes along. */
export function endpointsOfCategory(catalog: Catalog, category: CategoryId): readonly Endpoint[] {
  return catalog.endpoints.filter(({ categories }) =>
    [...categories.primary, ...categories.incidental].includes(category),
  );
}

/** Every category that a scope opens, from its endpoints' responses and its webhooks, sorted. */
export function categoriesOfScope(catalog: Catalog, key: ScopeKey): readonly CategoryId[] {
  const fromEndpoints = endpointsOfScope(catalog, key).flatMap(({ categories }) => [
    ...categories.primary,
    ...categories.incidental,
  ]);
  const fromWebhooks = webhooksOfScope(catalog, key).flatMap(({ categories }) => categories);
  return [...new Set([...fromEndpoints, ...fromWebhooks])].sort();
}

/** The classified fields of an endpoint's response and request. Loads the table of fields on its first call. */
export function fieldsOf(catalog: Catalog, endpoint: EndpointId): readonly Field[] {
  const relations = relationsOf(catalog);
  relations.fieldsByEndpoint ??= groupFields(catalog.fields());
  return relations.fieldsByEndpoint.get(endpoint) ?? [];
}

function relationsOf(catalog: Catalog): Relations {
  const before = known.get(catalog);
  if (before) return before;
  const relations: Relations = {
    endpointsByScope: byScope(catalog.endpoints),
    webhooksByScope: byScope(catalog.webhooks),
    fieldsByEndpoint: null,
  };
  known.set(catalog, relations);
  return relations;
}

function byScope<Row extends { readonly scopes: readonly ScopeKey[] }>(
  rows: readonly Row[],
): ReadonlyMap<ScopeKey, readonly Row[]> {
  const groups = new Map<ScopeKey, Row[]>();
  for (const row of rows) for (const key of row.scopes) groups.set(key, [...(groups.get(key) ?? []), row]);
  return groups;
}

function groupFields(fields: readonly Field[]): ReadonlyMap<EndpointId, readonly Field[]> {
  const groups = new Map<EndpointId, Field[]>();
  for (const field of fields) {
    const group = groups.get(field.endpoint);
    if (group) group.push(field);
    else groups.set(field.endpoint, [field]);
  }
  return groups;
}
