import type { Catalog } from '@leastscope/scope-catalog';
import type { Analysis, AnalyzeRequest, FileSystem, analyze, parseDeclaration } from '../src/index.js';

export interface FlowCase {
  readonly name: string;
  /** Absolute folder of the case. */
  readonly root: string;
  readonly title: string;
  /** Why something of it is not found, when we know and accept it. */
  readonly limit?: string;
  readonly expected: readonly string[];
}

/** The analyzer to be asked: from its sources or as it is built. */
export interface StoryTools {
  readonly analyze: typeof analyze;
  readonly parseDeclaration: typeof parseDeclaration;
  readonly files: FileSystem;
  readonly catalog: Catalog;
}

export declare function analyzeStory(root: string, tools: StoryTools): Analysis;
export declare function requestOfStory(root: string, tools: Omit<StoryTools, 'analyze'>): AnalyzeRequest;
export declare function loadFlowCases(): readonly FlowCase[];
export declare function flowMarks(analysis: Pick<Analysis, 'needs' | 'findings'>): readonly string[];
