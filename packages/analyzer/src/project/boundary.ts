import type { FileSystem } from '../model/analysis.js';
import { absolutePath, isOutside, parentOf, relativePath } from './paths.js';
import { isWorkspaceFolder } from './workspace-members.js';

/** Repositories are less deep than this. */
const mostLevels = 40;

/** Of engines that run tasks over the packages of a repository. */
const marks = ['nx.json', 'turbo.json', 'rush.json'];

const known = new WeakMap<FileSystem, Map<string, string | null>>();

/**
 * The folder up to which code beside a project may be read: the checkout that it lies in, or without one the topmost workspace.
 * Null where nothing says that what lies above belongs to the same people.
 */
export function boundaryOf(files: FileSystem, root: string): string | null {
  const byRoot = known.get(files) ?? new Map<string, string | null>();
  known.set(files, byRoot);
  const before = byRoot.get(root);
  if (before !== undefined) return before;
  const found = findBoundary(files, root);
  byRoot.set(root, found);
  return found;
}

function findBoundary(files: FileSystem, root: string): string | null {
  let top: string | null = null;
  let folder = root;
  for (let level = 0; level < mostLevels && folder !== ''; level += 1) {
    if (files.directoryExists(`${folder}/.git`) || files.fileExists(`${folder}/.git`)) return folder;
    if (isWorkspaceFolder(files, folder) || marks.some((name) => files.fileExists(`${folder}/${name}`)))
      top = folder;
    folder = parentOf(folder);
  }
  return top;
}

/** A path as it is written from the root, without detours; null where it leads beyond the boundary. */
export function withinBoundary(files: FileSystem, root: string, path: string): string | null {
  if (!path.startsWith('..')) return path;
  const absolute = absolutePath(root, path);
  const boundary = boundaryOf(files, root);
  const isWithin = boundary !== null && (absolute === boundary || absolute.startsWith(`${boundary}/`));
  return isWithin ? relativePath(root, absolute) : null;
}

/** The folder above one, both from the root; null at the boundary. */
export function folderAbove(files: FileSystem, root: string, folder: string): string | null {
  if (folder !== '' && !isOutside(folder)) return parentOf(folder);
  const boundary = boundaryOf(files, root);
  const absolute = absolutePath(root, folder);
  if (boundary === null || absolute === boundary) return null;
  return relativePath(root, parentOf(absolute));
}
