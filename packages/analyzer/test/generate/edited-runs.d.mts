import type { Analysis, AnalyzeRequest } from '../../src/index.js';
import type { createWorkspaceMemory } from '../../src/disk/workspace-memory.js';

export interface EditedRun {
  /** Absolute. */
  readonly path: string;
  /** The run that takes up the last one, and the one from nothing, as JSON. */
  readonly texts: readonly [string, string];
  /** Milliseconds of processor time. */
  readonly times: readonly [number, number];
}

export function editedRuns(settings: {
  readonly analyze: (request: AnalyzeRequest) => Analysis;
  readonly createWorkspaceMemory: typeof createWorkspaceMemory;
  readonly request: AnalyzeRequest;
  readonly seed: number;
  readonly edits: number;
}): Generator<EditedRun, void, undefined>;
