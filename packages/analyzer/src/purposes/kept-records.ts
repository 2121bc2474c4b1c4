import { keyOfPlace } from '../lookups/places.js';
import type { Destination, Outflow } from '../model/data-flow.js';
import type { RuleContext } from '../model/judgement.js';
import { distinct } from '../util/distinct.js';
import { judgedOutflows, type JudgedData } from './judged-data.js';
import { oncePer } from '../util/once-per.js';
import { personalHere } from './markets.js';

/** What counts as keeping: a log has a rule of its own, and what escaped was not seen to be kept. */
const keeping: ReadonlySet<Destination> = new Set<Destination>(['stored', 'sent', 'returned', 'serialised']);

/** Records with personal data that code keeps, sends on, gives away or serialises as a whole, once for each way. */
export const keptRecords = oncePer((context: RuleContext): readonly JudgedData<Outflow>[] => {
  const all = judgedOutflows(context).filter(({ point }) => isWholeRecord(context, point));
  return all.filter(
    (judged) => judged.owners.length > 0 && keeping.has(judged.point.to) && !isOnlyPacked(judged, all),
  );
});

/**
 * The whole answer, an item of its list, or a part that tells several things of a person. A list of districts or the
 * parts of a price are records too, but no more than one field of many.
 */
function isWholeRecord(context: RuleContext, { part }: Outflow): boolean {
  if (part.kind !== 'record') return false;
  if (/^data(?:\.\w+\[\])?$/.test(part.path)) return true;
  return distinct(personalHere(context, part).map(({ category }) => category)).length > 1;
}

/** Serialised on the way to somewhere that is seen: where it goes is what counts, and is said. */
function isOnlyPacked({ point, place }: JudgedData<Outflow>, all: readonly JudgedData<Outflow>[]): boolean {
  if (point.to !== 'serialised') return false;
  return all.some(
    (other) =>
      other.point.to !== 'serialised' &&
      other.point.to !== 'escaped' &&
      other.place.file === place.file &&
      other.point.part.path === point.part.path &&
      keyOfPlace(other.point.use) === keyOfPlace(point.use),
  );
}
