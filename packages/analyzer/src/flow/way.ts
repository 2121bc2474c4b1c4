import type { Span } from '../model/facts.js';
import type { Flow } from './flow.js';
import type { Part } from './part.js';
import { placeIn } from './place-in.js';
import type { Sighting } from './sighting.js';

/** Where something goes, and by what. */
export type Way = Pick<Sighting, 'to' | 'sink' | 'recipient' | 'reason'>;

export function way(to: Way['to'], sink: string, reason: string | null = null): Way {
  return { to, sink, recipient: null, reason };
}

/** It goes where nobody can look. */
export function lost(sink: string, reason: string): Way {
  return way('escaped', sink, reason);
}

/** Parts that go this way at a stretch of a file. */
export function seen(
  flow: Flow,
  file: string,
  parts: readonly Part[],
  span: Span,
  how: Way,
): readonly Sighting[] {
  const [start, end] = span;
  const place = placeIn(flow, file, span);
  return parts.map((part) => ({ part, place, ...how, span: { file, start, end } }));
}
