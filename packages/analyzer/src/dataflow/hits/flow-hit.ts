import type { Span } from '../../model/facts.js';
import type { AccessPath } from '../domain/access-path.js';
import type { FlowHit, Taker } from '../domain/flow-hit-types.js';
import type { Tracker } from '../domain/tracker.js';
import { placeOfSpan } from '../tracking/place-of-span.js';

export type { FlowHit, Taker };

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
