/** Replaces the text between two offsets. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** An entry of the list as it is written. */
export interface Item {
  readonly key: string;
  /** Offsets of the word, quotes included. */
  readonly from: number;
  readonly to: number;
}

/** The list as it is written. */
export interface ScopeList {
  readonly text: string;
  readonly style: 'block' | 'flow';
  readonly items: readonly Item[];
  /** Offsets of the whole list. */
  readonly from: number;
  readonly to: number;
}
