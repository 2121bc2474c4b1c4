import type { Place } from '@leastscope/analyzer';
import type { Position, Range } from 'vscode-languageserver';

/** Ours count lines and columns from one, editors from zero; both count UTF-16 code units. */
export function rangeOf({ start, end }: Place): Range {
  return {
    start: { line: start.line - 1, character: start.column - 1 },
    end: { line: end.line - 1, character: end.column - 1 },
  };
}

/** Whether a cursor stands on a place; both ends count, as a cursor stands between two letters. */
export function holds(place: Place, file: string, position: Position): boolean {
  if (place.file !== file) return false;
  const { start, end } = rangeOf(place);
  return !isBefore(position, start) && !isBefore(end, position);
}

export function touches(place: Place, file: string, range: Range): boolean {
  if (place.file !== file) return false;
  const { start, end } = rangeOf(place);
  return !isBefore(range.end, start) && !isBefore(end, range.start);
}

export function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}

/** Inner places come before those around them. */
export function smallestFirst(a: Place, b: Place): number {
  return linesOf(a) - linesOf(b) || widthOf(a) - widthOf(b);
}

function linesOf({ start, end }: Place): number {
  return end.line - start.line;
}

function widthOf({ start, end }: Place): number {
  return end.column - start.column;
}

/** `src/orders.ts:12`. */
export function spot({ file, start }: Place): string {
  return `${file}:${String(start.line)}`;
}
