import type { Place } from '../model/place.js';

/** Order of places: file, line, column. Code-unit order, so that no locale can change an output. */
export function comparePlaces(a: Place, b: Place): number {
  return (
    compareText(a.file, b.file) ||
    a.start.line - b.start.line ||
    a.start.column - b.start.column ||
    a.end.line - b.end.line ||
    a.end.column - b.end.column
  );
}

/** Code-unit order of two texts: the same in every locale. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** One text a place, to group by. */
export function keyOfPlace({ file, start, end }: Place): string {
  return [file, start.line, start.column, end.line, end.column].join(':');
}
