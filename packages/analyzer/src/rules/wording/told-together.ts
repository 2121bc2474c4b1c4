import { keyOfPlace } from '../../lookups/places.js';
import { groupBy } from '../../util/group-by.js';
import type { Report } from '../define-rule.js';

/** Messages of two sorts that tell the same deed, and the one that tells both. */
export interface Together<Id extends string> {
  readonly first: Id;
  readonly second: Id;
  readonly both: Id;
}

/**
 * One finding for a statement that is found fault with twice for the same deed: the words of both, the second one's `what` as
 * `also`. Two of them stay where somebody else is sent it, or where only one is seen from the file of the place.
 */
export function toldTogether<Id extends string>(
  reports: readonly Report<Id>[],
  pairs: readonly Together<Id>[],
): readonly Report<Id>[] {
  return pairs.reduce<readonly Report<Id>[]>(joined, reports);
}

function joined<Id extends string>(
  reports: readonly Report<Id>[],
  pair: Together<Id>,
): readonly Report<Id>[] {
  const seconds = groupBy(
    reports.filter(({ message }) => message === pair.second),
    whereOf,
  );
  const taken = new Set<Report<Id>>();
  const told = reports.map((report) => {
    const [other] = report.message === pair.first ? (seconds.get(whereOf(report)) ?? []) : [];
    if (other === undefined || taken.has(other)) return report;
    taken.add(other);
    return bothOf(report, other, pair.both);
  });
  return told.filter((report) => !taken.has(report));
}

function whereOf({ data, horizon, place }: Report): string {
  return [keyOfPlace(place), horizon ?? '', data['host'] ?? ''].join('\n');
}

function bothOf<Id extends string>(one: Report<Id>, other: Report<Id>, message: Id): Report<Id> {
  return {
    ...other,
    ...one,
    message,
    data: { ...other.data, ...one.data, also: other.data['what'] ?? '' },
    points: [...(one.points ?? []), ...(other.points ?? [])],
    related: [...(one.related ?? []), ...(other.related ?? [])],
  };
}
