import type { Finding, RelatedPlace } from '@leastscope/analyzer';

/** More than this many places beside a finding's own bury what is to be done about it. */
const mostPlaces = 5;

/** A place that is told once need not be told again: the same words about the same line. */
export function placesOnce(finding: Finding): Finding {
  const told = new Set<string>();
  const related = finding.related.filter(({ place, note }) => {
    const key = `${place.file}:${String(place.start.line)} ${note}`;
    const isTold = told.has(key);
    told.add(key);
    return !isTold;
  });
  return related.length === finding.related.length ? finding : { ...finding, related };
}

/** The places to show to people, and a line about those that are not shown; empty when all are. */
export function firstPlaces({ related, relatedLeft }: Pick<Finding, 'related' | 'relatedLeft'>): {
  readonly shown: readonly RelatedPlace[];
  readonly more: string;
} {
  const left = Math.max(0, related.length - mostPlaces) + relatedLeft;
  return {
    shown: related.slice(0, mostPlaces),
    more: left > 0 ? `and ${String(left)} more ${left === 1 ? 'place' : 'places'}` : '',
  };
}
