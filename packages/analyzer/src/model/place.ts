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
