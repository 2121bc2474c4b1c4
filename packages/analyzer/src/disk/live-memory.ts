import type { KeptRuns, WorkspaceMemory } from '../model/analysis.js';
import { createDiskFiles, type DiskFiles } from './disk-files.js';
import { createWorkspaceMemory } from './workspace-memory.js';

/** What is known of the disk while a process lives that is asked again and again. */
export interface LiveMemory extends WorkspaceMemory {
  /** The disk, whose lists of files are kept. */
  readonly files: DiskFiles;
  /** A file has changed; of one that came or went, the lists too. Absolute, with forward slashes. */
  readonly forget: (change: { readonly path: string; readonly isListChange: boolean }) => void;
  /** All files that were listed and are still known. */
  readonly listed: () => readonly string[];
}

/** Believes everything until somebody says that it no longer holds: a watcher, or an editor. */
export function createLiveMemory(): LiveMemory {
  const disk = createDiskFiles();
  const listings = new Map<string, readonly string[]>();
  const runs: KeptRuns = new Map();
  const { facts, search, forget } = createWorkspaceMemory({ runs });
  return {
    files: {
      ...disk,
      listFiles: (root) => {
        const listed = listings.get(root) ?? disk.listFiles(root);
        listings.set(root, listed);
        return listed;
      },
    },
    facts,
    search,
    runs,
    forget: ({ path, isListChange }) => {
      forget(path);
      if (isListChange) listings.clear();
    },
    listed: () => [...listings.values()].flat(),
  };
}
