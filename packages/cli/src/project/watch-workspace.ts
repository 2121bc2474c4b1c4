import type { FactsCache, SearchMemory, SearchRecord } from '@leastscope/analyzer';
import { createDiskFiles, headCommit, type DiskFiles } from '@leastscope/analyzer/disk';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Host } from '../host/host.js';
import { analyzeFiles, type AnalyzedWorkspace } from './analyze-workspace.js';
import type { Workspace } from './find-projects.js';
import type { ProjectOptions } from './project-options.js';
import { watchFolders, type Change } from './watch-folders.js';

/** Editors write a file in several steps; the last one counts. */
const settling = 10;

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
  const imports = createImportIndex();
  let folders: ReadonlySet<string> | null = null;
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
      imports: imports.of,
      noteImports: imports.note,
      importers: imports.importers,
    },
    forget: ({ path, isListChange }) => {
      found.delete(path);
      imports.forget(path);
      if (!isListChange) return;
      listings.clear();
      folders = null;
    },
    folders: (workspace) => (folders ??= foldersOf(workspace, [...listings.values()].flat())),
  };
}

function foldersOf({ base, projects }: Workspace, files: readonly string[]): ReadonlySet<string> {
  const folders = new Set([base, ...projects.map(({ root }) => root), ...files.map((path) => dirname(path))]);
  // A folder without source files of its own may get some.
  for (const folder of [...folders]) {
    for (let at = folder; at.length > base.length && at.startsWith(base); at = dirname(at)) folders.add(at);
  }
  return folders;
}

interface ImportIndex {
  readonly of: (path: string) => readonly string[] | null;
  readonly note: (path: string, names: readonly string[]) => void;
  readonly forget: (path: string) => void;
  readonly importers: (name: string) => Iterable<string>;
}

/** Who imports what, both ways. Making it anew for thousands of files takes longer than judging a save. */
function createImportIndex(): ImportIndex {
  const byPath = new Map<string, readonly string[]>();
  const byName = new Map<string, Set<string>>();
  const forget = (path: string): void => {
    for (const name of byPath.get(path) ?? []) byName.get(name)?.delete(path);
    byPath.delete(path);
  };
  return {
    of: (path) => byPath.get(path) ?? null,
    note: (path, names) => {
      forget(path);
      byPath.set(path, names);
      for (const name of names) byName.set(name, (byName.get(name) ?? new Set()).add(path));
    },
    forget,
    importers: (name) => byName.get(name) ?? [],
  };
}
