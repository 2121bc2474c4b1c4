import { readdirSync, realpathSync, statSync, type Stats } from 'node:fs';
import type { FileSystem } from '../model/analysis.js';
import { forwardSlashes } from './forward-slashes.js';
import { listFiles } from './list-files.js';
import { readAhead, type ReadAhead } from './read-ahead.js';
import { readChunks } from './read-chunks.js';
import { readText, type Unread } from './read-text.js';

/** The disk as a file system, which always says why a file that is there could not be read. */
export type DiskFiles = Required<Omit<FileSystem, 'readMany'>> &
  Pick<FileSystem, 'readMany'> & {
    /** Whether a file that could not be read stays so for as long as it is not changed. */
    readonly staysUnread: (path: string) => boolean;
    /** Begins to read files in another thread; `readMany` of the same files takes what is there. */
    readonly readAhead?: (paths: readonly string[]) => void;
  };

/**
 * The real disk. Nothing is cached, so an editor session sees every save.
 *
 * @example
 * const files = createDiskFiles();
 * files.listFiles('/projects/app').map((path) => files.readFile(path));
 */
export function createDiskFiles(): DiskFiles {
  const unread = new Map<string, Unread>();
  let ahead: ReadAhead | null = null;
  return {
    readFile: (path) => {
      const result = readText(path);
      if (result.kind === 'unread') unread.set(path, result);
      else unread.delete(path);
      return result.kind === 'text' ? result.text : null;
    },
    whyUnread: (path) => unread.get(path)?.reason ?? null,
    staysUnread: (path) => unread.get(path)?.isLasting ?? false,
    stamp: (path) => {
      const found = stat(path);
      return found === null ? null : `${String(found.mtimeMs)} ${String(found.size)}`;
    },
    fileExists: (path) => stat(path)?.isFile() ?? false,
    directoryExists: (path) => stat(path)?.isDirectory() ?? false,
    realPath,
    listFiles: (root) => listFiles(root).paths.map((path) => `${root}/${path}`),
    listFolders,
    readMany: (paths, take) => {
      unread.clear();
      const tellUnread = (path: string, why: Unread): void => void unread.set(path, why);
      const ready = ahead;
      ahead = null;
      if (ready?.isOf(paths) === true) return ready.read(take, tellUnread);
      ready?.stop();
      readChunks(paths, take, tellUnread);
    },
    readAhead: (paths) => {
      ahead = readAhead(paths);
    },
  };
}

/** `throwIfNoEntry: false` spares the cost of an error for the common miss; loops and the like still throw. */
function stat(path: string): Stats | null {
  try {
    return statSync(path, { throwIfNoEntry: false }) ?? null;
  } catch {
    return null;
  }
}

function listFolders(path: string): readonly string[] {
  try {
    const entries = readdirSync(path, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .sort();
  } catch {
    return [];
  }
}

function realPath(path: string): string {
  try {
    return forwardSlashes(realpathSync.native(path));
  } catch {
    return path;
  }
}
