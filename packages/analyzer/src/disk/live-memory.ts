import type { FactsCache, SearchMemory, SearchRecord } from '../model/analysis.js';
import { createDiskFiles, type DiskFiles } from './disk-files.js';

/** What is known of the disk while a process lives that is asked again and again. */
export interface LiveMemory {
  /** The disk, whose lists of files are kept. */
  readonly files: DiskFiles;
  readonly cache: FactsCache;
  readonly search: SearchMemory;
  /** A file has changed; of one that came or went, the lists too. Absolute, with forward slashes. */
  readonly forget: (change: { readonly path: string; readonly isListChange: boolean }) => void;
  /** All files that were listed and are still known. */
  readonly listed: () => readonly string[];
}

/** Believes everything until somebody says that it no longer holds: a watcher, or an editor. */
export function createLiveMemory(): LiveMemory {
  const disk = createDiskFiles();
  const listings = new Map<string, readonly string[]>();
  const found = new Map<string, SearchRecord>();
  const imports = createImportIndex();
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
      if (isListChange) listings.clear();
    },
    listed: () => [...listings.values()].flat(),
  };
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
