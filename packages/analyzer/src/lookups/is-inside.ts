import type { Span } from '../model/facts.js';

/** Whether a stretch of a file lies in another one of it. */
export function isInside([start, end]: Span, [from, to]: Span): boolean {
  return from <= start && end <= to;
}
