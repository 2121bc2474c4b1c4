import type { Place, Position } from '../model/place.js';

/** Where a place begins and ends, in characters. ESLint also ends lines at U+2028; the analyzer and editors do not. */
export function rangeOf(text: string, { start, end }: Place): readonly [number, number] {
  const starts = lineStarts(text);
  const offset = ({ line, column }: Position): number => (starts[line - 1] ?? text.length) + column - 1;
  return [offset(start), offset(end)];
}

/** Where the line of an offset begins. */
export function lineStartOf(text: string, offset: number): number {
  return lineStarts(text).findLast((start) => start <= offset) ?? 0;
}

function lineStarts(text: string): readonly number[] {
  return [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((match) => match.index + match[0].length)];
}
