import type { Destination } from '../../model/data-flow.js';
import type { Span } from '../../model/facts.js';
import type { Place } from '../../model/place.js';
import type { AccessPath } from '../domain/access-path.js';
import type { Tracker } from '../domain/tracker.js';
import { placeOfSpan } from '../tracking/place-of-span.js';

/** What takes something, and where it goes by that. */
export interface Taker {
  readonly to: 'read' | Destination;
  readonly sink: string;
  readonly recipient: string | null;
  readonly reason: string | null;
}

/** Something that code does with a part of a response, before it is known which field that is. */
export interface FlowHit extends Taker {
  readonly path: AccessPath;
  readonly place: Place;
  /** The stretch of code that stands for it, so that one thing said of a call is not said of its paths again. */
  readonly span: Span;
}

export function taker(to: Taker['to'], sink: string, recipient: string | null = null): Taker {
  return { to, sink, recipient, reason: null };
}

/** It goes where nobody can look. */
export function asEscape(sink: string, reason: string): Taker {
  return { to: 'escaped', sink, recipient: null, reason };
}

/** Paths that go this way at a stretch of a file. */
export function hitsAt(
  tracker: Tracker,
  file: string,
  paths: readonly AccessPath[],
  span: Span,
  how: Taker,
): readonly FlowHit[] {
  const place = placeOfSpan(tracker, file, span);
  return paths.map((path) => ({ path, place, span, ...how }));
}
