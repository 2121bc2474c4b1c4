import type { Analysis } from '../src/index.js';

export interface FlowCase {
  readonly name: string;
  /** Absolute folder of the case. */
  readonly root: string;
  readonly title: string;
  /** Why something of it is not found, when we know and accept it. */
  readonly limit?: string;
  readonly expected: readonly string[];
}

export declare function loadFlowCases(): readonly FlowCase[];
export declare function flowMarks(analysis: Pick<Analysis, 'needs' | 'findings'>): readonly string[];
