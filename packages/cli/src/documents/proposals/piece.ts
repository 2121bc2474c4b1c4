import type { FieldRead, Outflow, Use } from '@leastscope/analyzer';
import type { PurposeKind } from '@leastscope/scope-catalog';

/** Where code takes something of an answer. */
export type Point = FieldRead | Outflow;

/** The code of one kind in one file, with the data that it answers for. */
export interface Piece {
  readonly kind: PurposeKind;
  readonly file: string;
  readonly uses: readonly Use[];
  readonly points: readonly Point[];
}
