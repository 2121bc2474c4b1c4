import type { Span } from '../../model/facts.js';
import type { Tracker } from '../domain/tracker.js';
import type { AccessPath } from '../domain/access-path.js';
import { placeOfSpan } from '../tracking/place-of-span.js';
import type { FlowHit } from './flow-hit.js';

/** Where something goes, and by what. */
export type SinkHit = Pick<FlowHit, 'to' | 'sink' | 'recipient' | 'reason'>;

export function sinkHit(to: SinkHit['to'], sink: string, reason: string | null = null): SinkHit {
  return { to, sink, recipient: null, reason };
}

/** It goes where nobody can look. */
export function asEscape(sink: string, reason: string): SinkHit {
  return sinkHit('escaped', sink, reason);
}

/** Paths that go this way at a stretch of a file. */
export function hitsAt(
  tracker: Tracker,
  file: string,
  paths: readonly AccessPath[],
  span: Span,
  how: SinkHit,
): readonly FlowHit[] {
  const [start, end] = span;
  const place = placeOfSpan(tracker, file, span);
  return paths.map((path) => ({ path, place, ...how, span: { file, start, end } }));
}
