import type { Catalog, CategoryId, Endpoint, Purpose } from '@leastscope/scope-catalog';
import { compareText } from '@leastscope/analyzer';

/** A purpose of the catalog, and the used endpoints that speak for it. */
export interface ProposedPurpose {
  readonly purpose: Purpose;
  readonly endpoints: readonly Endpoint[];
  /** Other purposes that these endpoints could serve, the least demanding first. */
  readonly others: readonly Purpose[];
}

/** How many other purposes are worth naming. */
const mostOthers = 4;

/**
 * A few purposes that together cover every endpoint, found greedily: the one that covers most for the least data that
 * the endpoints are not called for. A proposal only; people decide.
 */
export function proposePurposes(
  endpoints: readonly Endpoint[],
  catalog: Catalog,
): readonly ProposedPurpose[] {
  const asked = new Set(endpoints.flatMap(({ categories }) => categories.primary));
  const ranked = catalog.purposes
    .map((purpose) => ({
      purpose,
      endpoints: endpoints.filter((endpoint) => covers(purpose, endpoint)),
      price:
        1 +
        priceOf(
          purpose.needs.filter((category) => !asked.has(category)),
          catalog,
        ),
    }))
    .filter((proposal) => proposal.endpoints.length > 0)
    .sort(
      (a, b) =>
        b.endpoints.length / b.price - a.endpoints.length / a.price ||
        a.purpose.needs.length - b.purpose.needs.length ||
        compareText(a.purpose.kind, b.purpose.kind),
    );
  const [best] = ranked;
  if (best === undefined) return [];
  const rest = endpoints.filter((endpoint) => !best.endpoints.includes(endpoint));
  const others = ranked.slice(1, 1 + mostOthers).map(({ purpose }) => purpose);
  return [{ purpose: best.purpose, endpoints: best.endpoints, others }, ...proposePurposes(rest, catalog)];
}

function covers({ needs, access }: Purpose, endpoint: Endpoint): boolean {
  if (endpoint.access === 'write' && !access.includes('write')) return false;
  return endpoint.categories.primary.some((category) => needs.includes(category));
}

/** What a purpose would allow beyond what the calls are made for; personal data counts double. */
function priceOf(surplus: readonly CategoryId[], catalog: Catalog): number {
  const personal = surplus.filter((category) =>
    catalog.categoryById.get(category)?.tier.endsWith('personal'),
  );
  return (surplus.length + personal.length) / 2;
}
