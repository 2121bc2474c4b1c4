import type { FactsCache, SearchMemory, SearchRecord } from '@leastscope/analyzer';
import { createDiskFiles, headCommit, type DiskFiles } from '@leastscope/analyzer/disk';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Host } from '../host.js';
import { analyzeFiles, type AnalyzedWorkspace } from './analyze-workspace.js';
import type { Workspace } from './find-projects.js';
import type { ProjectOptions } from './read-options.js';
import { watchFolders, type Change } from './watch-folders.js';

/** Editors write a file in several steps; the last one counts. */
const settling = 15;

/**
 * Analyses a workspace, and again after every change, until the host says that it is enough. What a change does not touch
 * is neither read nor parsed again.
 */
export async function watchWorkspace(
  workspace: Workspace,
  options: ProjectOptions,
  host: Host,
  tell: (answer: AnalyzedWorkspace) => void,
): Promise<void> {
  const memory = createLiveMemory();
  let wake: () => void = () => undefined;
  const watching = watchFolders((change) => {
    memory.forget(change);
    wake();
  });
  let day: { readonly head: string | null; readonly asOf: string } | null = null;
  try {
    while (host.stop?.aborted !== true) {
      const changed = new Promise<void>((resolve) => (wake = resolve));
      host.stop?.addEventListener(
        'abort',
        () => {
          wake();
        },
        { once: true },
      );
      const head = headCommit(workspace.base);
      const asOf: string | null = options.asOf ?? (day?.head === head && head !== null ? day.asOf : null);
      const answer = await analyzeFiles(workspace, { ...options, asOf }, host, memory);
      day = { head, asOf: answer.asOf };
      watching.follow(memory.folders(workspace));
      tell(answer);
      await changed;
      await setTimeout(settling);
    }
  } finally {
    watching.end();
  }
}

interface LiveMemory {
  readonly files: DiskFiles;
  readonly cache: FactsCache;
  readonly search: SearchMemory;
  readonly forget: (change: Change) => void;
  /** The folders of all listed files, and of the projects themselves. */
  readonly folders: (workspace: Workspace) => ReadonlySet<string>;
}

/** What is known while the process lives; a watcher says what no longer holds. */
function createLiveMemory(): LiveMemory {
  const disk = createDiskFiles();
  const listings = new Map<string, readonly string[]>();
  const found = new Map<string, SearchRecord>();
  const imports = new Map<string, readonly string[]>();
  return {
    files: {
      ...disk,
      listFiles: (root) => {
        const listed = listings.get(root) ?? disk.listFiles(root);
        listings.set(root, listed);
        return listed;
      },
    },
    cache: new Map(),
    search: {
      known: (path) => found.get(path) ?? null,
      note: (path, record) => void found.set(path, record),
      noteName: () => undefined,
      imports: (path) => imports.get(path) ?? null,
      noteImports: (path, names) => void imports.set(path, names),
    },
    forget: ({ path, isListChange }) => {
      found.delete(path);
      imports.delete(path);
      if (isListChange) listings.clear();
    },
    folders: ({ base, projects }) => {
      const files = [...listings.values()].flat().map((path) => dirname(path));
      const folders = new Set([base, ...projects.map(({ root }) => root), ...files]);
      // A folder without source files of its own may get some.
      for (const folder of [...folders]) {
        for (let at = folder; at.length > base.length && at.startsWith(base); at = dirname(at))
          folders.add(at);
      }
      return folders;
    },
  };
}
