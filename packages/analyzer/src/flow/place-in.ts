import type { Span } from '../model/facts.js';
import { placeOf } from '../model/lines.js';
import type { Place } from '../model/place.js';
import type { Flow } from './flow.js';

const known = new WeakMap<Span, Place>();

/** A span of a file as a place; the same object for the same span, so that parts can be told apart by it. */
export function placeIn(flow: Flow, file: string, span: Span): Place {
  const before = known.get(span);
  if (before !== undefined) return before;
  const place = placeOf(file, flow.code.facts(file)?.lineStarts ?? [0], span);
  known.set(span, place);
  return place;
}
