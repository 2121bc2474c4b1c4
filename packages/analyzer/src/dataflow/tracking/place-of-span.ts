import type { Span } from '../../model/facts.js';
import { placeOf } from '../../lookups/place-of.js';
import type { Place } from '../../model/place.js';
import type { Tracker } from '../domain/tracker.js';

const known = new WeakMap<Span, Place>();

/** A span of a file as a place; the same object for the same span, so that paths can be told apart by it. */
export function placeOfSpan(tracker: Tracker, file: string, span: Span): Place {
  const before = known.get(span);
  if (before !== undefined) return before;
  const place = placeOf(file, tracker.program.facts(file)?.lineStarts ?? [0], span);
  known.set(span, place);
  return place;
}
