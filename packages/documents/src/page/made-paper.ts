import type { Paper } from '../cells/table.js';
import type { TableKind } from '../forms/formats.js';

export interface MadePaper {
  readonly kind: TableKind;
  readonly paper: Paper;
}
