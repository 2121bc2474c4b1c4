import type { FileSystem } from '@leastscope/analyzer';
import { createWorkspaceMemory, type LastingMemory } from '@leastscope/analyzer/disk';

/** What is known when two states of a repository are compared. */
export interface ChangeMemory {
  readonly memory: LastingMemory;
  /** Keeps what was learnt of the texts of these states, and forgets all others. */
  readonly keepTexts: (states: readonly Pick<FileSystem, 'stamp'>[]) => void;
}

/** For one comparison only. */
export function createChangeMemory(): ChangeMemory {
  const memory = createWorkspaceMemory({ runs: new Map() });
  return { memory, keepTexts: () => undefined };
}
