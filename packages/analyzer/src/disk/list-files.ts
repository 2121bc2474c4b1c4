import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { excludeFiles, findGitFolder, isOutsideGit, type GitFolder } from './git-folder.js';
import { gitFiles } from './git-files.js';
import { readIndex, type GitIndex, type IndexEntry, type Stamp } from './git-index.js';
import { isSourcePath } from './source-names.js';
import { walkFiles, type WalkedFile } from './walk-files.js';

/** The source files below a folder, relative to it and sorted. */
export interface Listing {
  readonly paths: readonly string[];
  /** What git last saw of a file, if it knows it; the file may have changed since. */
  readonly stampInIndex: (path: string) => Stamp | null;
}

/**
 * Lists what belongs to a project: what git tracks and is there, and what it neither tracks nor ignores. Where git's own
 * files tell that plainly they are read in process; else git is asked; without git the folders are walked.
 */
export function listFiles(root: string): Listing {
  const listed = listByGit(root);
  // A project inside an ignored folder, such as a scratch copy, is empty to git: then its files are walked.
  const paths = listed.paths.length > 0 ? listed.paths : walkFiles(root);
  // Without a compare function: code-unit order, the same in every locale.
  return { ...listed, paths: [...paths].sort() };
}

function listByGit(root: string): Listing {
  const git = findGitFolder(root);
  const listed = git === null ? null : listInProcess(root, git);
  if (listed !== null) return listed;
  const asked = isOutsideGit(root) ? null : gitFiles(root);
  return { paths: (asked ?? []).filter(isSourcePath), stampInIndex: () => null };
}

function listInProcess(root: string, git: GitFolder): Listing | null {
  const excludes = excludeFiles(git);
  const index = indexOf(git);
  if (excludes === null || index === null) return null;
  const prefix = root === git.top ? '' : `${root.slice(git.top.length + 1)}/`;
  const entryOf = (path: string): IndexEntry | null => {
    const at = index.paths.get(prefix + path);
    return at === undefined ? null : index.entry(at);
  };
  const isListed = ({ path, isIgnored }: WalkedFile): boolean => {
    const entry = entryOf(path);
    return entry === null ? !isIgnored() : entry.isFile && !entry.isSkipped;
  };
  const trackedFolders = foldersBelow(prefix, index.paths.keys());
  const paths = walkFiles(root, { top: git.top, excludes, trackedFolders, isListed });
  return { paths, stampInIndex: (path) => entryOf(path)?.stamp ?? null };
}

function indexOf({ own }: GitFolder): GitIndex | null {
  try {
    return readIndex(readFileSync(join(own, 'index')));
  } catch {
    return null;
  }
}

/** Folders of these paths below a prefix, with a trailing slash, and all that they lie in. */
function foldersBelow(prefix: string, paths: Iterable<string>): ReadonlySet<string> {
  const folders = new Set<string>();
  let last = '';
  for (const path of paths) {
    const end = path.lastIndexOf('/') + 1;
    // Neighbours in the index lie in the same folder mostly.
    if (end === last.length && path.startsWith(last)) continue;
    last = path.slice(0, end);
    for (
      let at = end - 1;
      at > prefix.length && path.startsWith(prefix);
      at = path.lastIndexOf('/', at - 1)
    ) {
      folders.add(path.slice(prefix.length, at + 1));
    }
  }
  return folders;
}
