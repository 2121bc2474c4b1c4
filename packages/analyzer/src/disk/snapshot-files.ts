import { posix } from 'node:path';
import type { Blobs } from './blobs.js';
import type { DiskFiles } from './disk-files.js';
import type { Entries, Entry } from './read-entries.js';
import type { Unread } from './read-text.js';
import { isSourcePath } from './source-names.js';

/** A state of a repository that git keeps: its index or a commit. */
export interface Snapshot {
  readonly files: DiskFiles;
  /** Relative to the top of the repository. */
  readonly entries: Entries;
  readonly top: string;
}

const mostLinks = 40;
/** So many texts that are others in the work tree are taken out of git one by one; then all that may be asked for at once. */
const mostSingle = 4;
/** What an analysis asks for beside source files. */
const likely = /(?:^|\/)(?:package|[jt]sconfig[^/]*|deno|lerna)\.json$|\.ya?ml$/;

/** Whether an analysis may ask for the text of a path. */
export function isRead(path: string): boolean {
  return isSourcePath(path) || likely.test(path);
}

/** A file system over what git keeps: nothing of the work tree shows through. */
export function createSnapshotFiles(top: string, entries: Entries, blobs: Blobs): Snapshot {
  const folders = foldersOf(entries);
  const unread = new Map<string, Unread>();
  let strangers = 0;
  let isLoaded = false;

  const relative = (path: string): string | null => {
    if (path === top) return '';
    return path.startsWith(`${top}/`) ? posix.normalize(path.slice(top.length + 1)) : null;
  };
  const find = (path: string): Found | null => {
    const name = relative(path);
    return name === null ? null : follow(name, entries, blobs, mostLinks);
  };
  const entryOf = (path: string): Entry | undefined => entries.get(find(path)?.path ?? '');
  const loadLikely = (): void => {
    if (isLoaded) return;
    isLoaded = true;
    const wanted = [...entries].filter(([path, { kind }]) => kind === 'file' && isRead(path));
    const likely = new Map(wanted.map(([path, { object }]) => [object, `${top}/${path}`]));
    blobs.load([...likely.keys()], likely);
  };
  const files: DiskFiles = {
    readFile: (path) => {
      const entry = entryOf(path);
      unread.delete(path);
      if (entry?.kind !== 'file') return null;
      if (!isLoaded && !blobs.isKnown(entry.object, path)) strangers += 1;
      if (strangers > mostSingle) loadLikely();
      const result = blobs.read(entry.object);
      if (result.kind === 'unread') unread.set(path, result);
      return result.kind === 'text' ? result.text : null;
    },
    whyUnread: (path) => unread.get(path)?.reason ?? null,
    staysUnread: (path) => unread.get(path)?.isLasting ?? false,
    stamp: (path) => entryOf(path)?.object ?? null,
    fileExists: (path) => entryOf(path)?.kind === 'file',
    directoryExists: (path) => folders.has(find(path)?.path ?? '\0'),
    realPath: (path) => {
      const found = find(path);
      if (found === null) return path;
      return found.path === '' ? top : `${top}/${found.path}`;
    },
    listFolders: (path) => namesIn(relative(path), folders),
    listFiles: (root) => {
      const start = relative(root);
      if (start === null) return [];
      const prefix = start === '' ? '' : `${start}/`;
      return [...entries]
        .filter(([path, { kind }]) => kind === 'file' && path.startsWith(prefix))
        .map(([path]) => path.slice(prefix.length))
        .filter(isSourcePath)
        .map((path) => `${root}/${path}`)
        .sort();
    },
  };
  return { files, entries, top };
}

/** Names of the folders in a folder; none for a place outside. */
function namesIn(path: string | null, folders: ReadonlySet<string>): readonly string[] {
  if (path === null) return [];
  const prefix = path === '' ? '' : `${path}/`;
  return [...folders]
    .filter((folder) => folder !== '' && folder.startsWith(prefix))
    .map((folder) => folder.slice(prefix.length))
    .filter((name) => !name.includes('/'))
    .sort();
}

interface Found {
  readonly path: string;
}

/** Through the links that are themselves part of the snapshot; null when they lead out of it or round in a ring. */
function follow(name: string, entries: Entries, blobs: Blobs, left: number): Found | null {
  if (left === 0 || name === '..' || name.startsWith('../')) return null;
  const parts = name.split('/');
  for (let length = 1; length <= parts.length; length += 1) {
    const head = parts.slice(0, length).join('/');
    const entry = entries.get(head);
    if (entry?.kind !== 'link') continue;
    const target = blobs.read(entry.object);
    if (target.kind !== 'text' || target.text.startsWith('/')) return null;
    const next = posix.join(posix.dirname(head), target.text, ...parts.slice(length));
    return follow(next.replace(/\/$/, ''), entries, blobs, left - 1);
  }
  return { path: name === '.' ? '' : name };
}

function foldersOf(entries: Entries): ReadonlySet<string> {
  const folders = new Set(['']);
  for (const path of entries.keys()) {
    for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
      const folder = path.slice(0, at);
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  return folders;
}
