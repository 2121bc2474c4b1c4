import type { Catalog } from '@leastscope/scope-catalog';
import type { DeletionEvidence, Outflow } from '../model/data-flow.js';
import type { Declaration } from '../model/declaration.js';
import type { Program } from '../model/program.js';
import type { Binding } from './declared-as.js';
import type { Taken } from './taken.js';

export interface EvidenceInput {
  readonly program: Program;
  readonly catalog: Catalog;
  /** Files whose calls were settled. */
  readonly files: readonly string[];
  /** Files that responses pass through, whether or not they hold calls of their own. */
  readonly flowFiles: readonly string[];
  readonly outflows: readonly Outflow[];
  /** Single values that go where nobody can look. */
  readonly escapedFields: readonly Outflow[];
  readonly deletion: DeletionEvidence | null;
  readonly declaration: Declaration | null;
  readonly includeTests: boolean;
}

/** What everything here is made from. */
export interface EvidenceContext extends EvidenceInput {
  /** Everything that a call takes, with the call that takes it. */
  readonly taken: readonly Taken[];
  readonly binding: Binding;
}
