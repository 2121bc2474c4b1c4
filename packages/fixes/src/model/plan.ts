import type { Place, RuleId } from '@leastscope/analyzer';
import type { Operation, Safety } from './operation.js';

/** What can be done about the findings of an analysis. Plain data: it can be stored, sent and shown. */
export interface FixPlan {
  /** By file, sorted; each file once. */
  readonly files: readonly FilePlan[];
  /** New files, each at a path where nothing stands. */
  readonly created: readonly CreatedFile[];
  /** Findings of rules that know a remedy, where it does not fit, and why. */
  readonly left: readonly LeftFinding[];
}

export interface FilePlan {
  /** Relative to the root, with forward slashes. */
  readonly file: string;
  /** sha256 (hex) of the text that the ranges are about, without a byte order mark. */
  readonly digest: string;
  /** Sorted by range. */
  readonly operations: readonly Operation[];
}

/** A file that a person goes on with: what it lacks is said in it. */
export interface CreatedFile {
  /** Relative to the root, with forward slashes. */
  readonly file: string;
  readonly text: string;
  readonly rule: RuleId;
  readonly finding: Place;
  readonly safety: Safety;
  /** For people, in the imperative. */
  readonly title: string;
}

export interface LeftFinding {
  readonly rule: RuleId;
  readonly place: Place;
  /** Half a sentence: "the path is put together". */
  readonly reason: string;
}

/** What became of a plan for one file. */
export interface AppliedPlan {
  readonly text: string;
  readonly done: readonly Operation[];
  readonly refused: readonly RefusedOperation[];
}

export interface RefusedOperation {
  readonly operation: Operation;
  /** Half a sentence. */
  readonly reason: string;
}
