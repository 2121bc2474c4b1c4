import type { CreatedFile, LeftFinding, Operation, RefusedOperation } from '@leastscope/fixes';

/** What became of the fixes of one project. */
export interface Mended {
  readonly files: readonly MendedFile[];
  /** New ones. */
  readonly created: readonly CreatedFile[];
  /** Fixes that did not fit the code, would have brought a new finding, or whose file has changed since. */
  readonly refused: readonly Refused[];
  /** Fixes that were not asked for: those of the class `unsafe`. */
  readonly notAsked: readonly Pick<Operation, 'rule'>[];
  readonly left: readonly LeftFinding[];
}

export interface Refused extends Pick<RefusedOperation, 'reason'> {
  readonly operation: Pick<Operation, 'rule' | 'finding'>;
}

export interface MendedFile {
  /** Relative to the root of the project. */
  readonly file: string;
  /** sha256 (hex) of the text before. */
  readonly digest: string;
  readonly before: string;
  readonly after: string;
  readonly done: readonly Operation[];
}
