import { findLineStarts, offsetOf, type Place } from '@leastscope/analyzer';
import type { Range } from '../model/operation.js';

/** Where a place begins and ends in its text. */
export function rangeOf(text: string, { start, end }: Place): Range {
  const starts = findLineStarts(text);
  return [offsetOf(starts, start), offsetOf(starts, end)];
}

/** Where the line of an offset begins. */
export function lineStartOf(text: string, offset: number): number {
  return findLineStarts(text).findLast((start) => start <= offset) ?? 0;
}

/** As the text itself breaks its lines. */
export function lineBreakOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}
