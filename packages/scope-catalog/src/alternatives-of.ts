import type { Alternative, Catalog, Endpoint, EndpointId } from './types.js';

/**
 * The ways to less data that are known for an endpoint, whatever its version, unless a way names its versions. Which of them carries all that the code
 * reads is for the caller to say: `alternativesOf(catalog, 'GET /order/202507/orders')`.
 */
export function alternativesOf(catalog: Catalog, id: EndpointId): readonly Alternative[] {
  const family = familyIn(catalog, id);
  return catalog.alternatives.filter(({ endpoint, kind, versions }) => {
    if (kind === 'version') return endpoint === id;
    return familyIn(catalog, endpoint) === family && isMeant(catalog.endpointById.get(id), versions);
  });
}

/**
 * Whether a way would change anything for some of these requests, each with the switches that it is seen to set: a switch that none
 * sets leaves out already what it would leave out.
 */
export function changesSome(
  { onlyWhere }: Alternative,
  requests: readonly { readonly switches?: readonly string[] }[],
): boolean {
  return onlyWhere === undefined || requests.some(({ switches = [] }) => switches.includes(onlyWhere));
}

function isMeant(asked: Endpoint | undefined, versions: Alternative['versions']): boolean {
  return versions === undefined || versions.includes(asked?.version ?? '');
}

/** An endpoint that the catalog lacks is a family of its own. */
function familyIn(catalog: Catalog, id: EndpointId): string {
  return catalog.endpointById.get(id)?.family ?? id;
}
