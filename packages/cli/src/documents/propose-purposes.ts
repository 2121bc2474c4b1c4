import type { Catalog, Endpoint, Purpose } from '@leastscope/scope-catalog';
import { compareText } from '../text/compare.js';

/** A purpose of the catalog, and the used endpoints that speak for it. */
export interface ProposedPurpose {
  readonly purpose: Purpose;
  readonly endpoints: readonly Endpoint[];
}

/**
 * A few purposes that together cover every endpoint, found greedily: first the one that covers most, then the one that
 * needs the fewest categories of data. A proposal only; people decide.
 */
export function proposePurposes(
  endpoints: readonly Endpoint[],
  catalog: Catalog,
): readonly ProposedPurpose[] {
  const best = catalog.purposes
    .map((purpose) => ({ purpose, endpoints: endpoints.filter((endpoint) => covers(purpose, endpoint)) }))
    .filter((proposal) => proposal.endpoints.length > 0)
    .sort(
      (a, b) =>
        b.endpoints.length - a.endpoints.length ||
        a.purpose.needs.length - b.purpose.needs.length ||
        compareText(a.purpose.kind, b.purpose.kind),
    )[0];
  if (best === undefined) return [];
  const rest = endpoints.filter((endpoint) => !best.endpoints.includes(endpoint));
  return [best, ...proposePurposes(rest, catalog)];
}

function covers({ needs, access }: Purpose, endpoint: Endpoint): boolean {
  if (endpoint.access === 'write' && !access.includes('write')) return false;
  return endpoint.categories.primary.some((category) => needs.includes(category));
}
