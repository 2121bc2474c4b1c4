import { keyOfPlace } from '../lookups/places.js';
import { resolveEndpoint } from '../lookups/resolve-endpoint.js';
import type { Outflow } from '../model/data-flow.js';
import type { RuleContext } from '../model/judgement.js';

/**
 * It surely is data of this endpoint. An answer of the first generation has other fields, but what is kept of it is data
 * of the same people.
 */
export function isKnown({ isCertain, use, part }: Outflow, { uses, catalog }: RuleContext): boolean {
  if (isCertain) return true;
  return uses.some(
    (one) =>
      one.fit === 'legacy' &&
      one.state === 'needed' &&
      keyOfPlace(one.place) === keyOfPlace(use) &&
      resolveEndpoint(catalog, one).endpoint?.id === part.endpoint,
  );
}
