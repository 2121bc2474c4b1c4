import type { Finding } from '@leastscope/analyzer';

/** What a finding says about the places that it does not name; empty when it names all. */
export function morePlaces({ relatedLeft }: Pick<Finding, 'relatedLeft'>): string {
  return relatedLeft > 0 ? `and ${String(relatedLeft)} more ${relatedLeft === 1 ? 'place' : 'places'}` : '';
}
