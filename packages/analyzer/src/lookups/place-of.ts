import type { Span } from '../model/facts.js';
import type { Place, Position } from '../model/place.js';

/** Offset of the start of each line; `\r\n`, `\n` and `\r` end a line. */
export function findLineStarts(text: string): number[] {
  const starts = [0];
  if (text.includes('\r')) {
    for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
    return starts;
  }
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** A span of a file as lines and columns. */
export function placeOf(file: string, lineStarts: readonly number[], span: Span): Place {
  return { file, start: positionOf(lineStarts, span[0]), end: positionOf(lineStarts, span[1]) };
}

/** The offset of a position: the reverse of `placeOf`. */
export function offsetOf(lineStarts: readonly number[], { line, column }: Position): number {
  return (lineStarts[line - 1] ?? 0) + column - 1;
}

function positionOf(lineStarts: readonly number[], offset: number): Position {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1 };
}
