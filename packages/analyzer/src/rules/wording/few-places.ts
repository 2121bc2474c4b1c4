import type { RelatedPlace } from '../../model/place.js';

/** More than these nobody reads; how many there are is said. */
const mostShown = 5;

/** The first places that help to understand a finding: none twice, a few at most, with the number of the others. */
export function fewPlaces(places: readonly RelatedPlace[]): {
  readonly related: readonly RelatedPlace[];
  readonly relatedLeft: number;
} {
  const seen = new Set<string>();
  const once = places.filter((place) => {
    const isNew = !seen.has(keyOf(place));
    seen.add(keyOf(place));
    return isNew;
  });
  return { related: once.slice(0, mostShown), relatedLeft: Math.max(0, once.length - mostShown) };
}

/** A line of code and what is said of it. */
function keyOf({ place, note }: RelatedPlace): string {
  return `${place.file}:${String(place.start.line)} ${note}`;
}
