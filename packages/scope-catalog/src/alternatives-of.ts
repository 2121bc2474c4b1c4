import type { Alternative, Catalog, EndpointId } from './types.js';

/**
 * The ways to less data that are known for an endpoint, whatever its version. Which of them carries all that the code
 * reads is for the caller to say: `alternativesOf(catalog, 'GET /order/202507/orders')`.
 */
export function alternativesOf(catalog: Catalog, id: EndpointId): readonly Alternative[] {
  const family = familyIn(catalog, id);
  return catalog.alternatives.filter(({ endpoint, kind }) =>
    kind === 'version' ? endpoint === id : familyIn(catalog, endpoint) === family,
  );
}

/** An endpoint that the catalog lacks is a family of its own. */
function familyIn(catalog: Catalog, id: EndpointId): string {
  return catalog.endpointById.get(id)?.family ?? id;
}
