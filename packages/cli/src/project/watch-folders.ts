import { watch, type FSWatcher } from 'node:fs';

/** A change that was seen below a root. */
export interface Change {
  /** Absolute, with forward slashes. */
  readonly path: string;
  /** Something came or went, so that the list of files may be another. */
  readonly isListChange: boolean;
}

export interface Watching {
  /** Watches these folders and no others. Absolute. */
  readonly follow: (folders: ReadonlySet<string>) => void;
  readonly end: () => void;
}

/** Folder by folder: watching a whole tree would watch node_modules too. */
export function watchFolders(tell: (change: Change) => void): Watching {
  const watchers = new Map<string, FSWatcher>();
  return {
    follow: (folders) => {
      for (const [folder, watcher] of watchers) {
        if (folders.has(folder)) continue;
        watcher.close();
        watchers.delete(folder);
      }
      for (const folder of folders) {
        if (watchers.has(folder)) continue;
        const watcher = start(folder, tell);
        if (watcher !== null) watchers.set(folder, watcher);
      }
    },
    end: () => {
      for (const watcher of watchers.values()) watcher.close();
    },
  };
}

/** Null for a folder that has gone in the meantime. */
function start(folder: string, tell: (change: Change) => void): FSWatcher | null {
  try {
    const watcher = watch(folder, (event, name) => {
      tell({ path: `${folder}/${String(name)}`, isListChange: event === 'rename' });
    });
    // A folder that goes away is told of by the one that it lay in.
    watcher.on('error', () => {
      watcher.close();
    });
    return watcher;
  } catch {
    return null;
  }
}
