/** One-based line and column, columns counted in UTF-16 code units as editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A stretch of a file. `file` is relative to the project root, with forward slashes; `end` is exclusive. */
export interface Place {
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
}

/** A place that helps to understand another one. */
export interface RelatedPlace {
  readonly place: Place;
  /** What stands there, in a few words: "helper sends the request". */
  readonly note: string;
}

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
