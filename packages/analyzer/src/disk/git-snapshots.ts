import { createBlobs, type Blobs } from './blobs.js';
import { headOf, readIndexEntries, readTreeEntries } from './read-entries.js';
import type { Repository } from './repository.js';
import { createSnapshotFiles, type Snapshot } from './snapshot-files.js';

/** One store of contents for all snapshots of a repository: most files are the same in them. */
const stores = new WeakMap<Repository, Blobs>();

function blobsOf(repository: Repository): Blobs {
  const known = stores.get(repository) ?? createBlobs(repository);
  stores.set(repository, known);
  return known;
}

export interface IndexSnapshot extends Snapshot {
  /** Paths with a merge conflict that nobody has resolved: they are in no state that could be judged. */
  readonly unmerged: readonly string[];
}

/**
 * What is staged, as a file system: exactly what `git commit` would take.
 *
 * @example
 * createIndexFiles(repository).files.readFile('/projects/app/src/orders.ts');
 */
export function createIndexFiles(repository: Repository): IndexSnapshot {
  const { entries, unmerged } = readIndexEntries(repository);
  return { ...createSnapshotFiles(repository.top, entries, blobsOf(repository)), unmerged };
}

/** A commit as a file system, by any name that git understands; null when it names none. */
export function createTreeFiles(repository: Repository, ref: string): Snapshot | null {
  const commit = commitOf(repository, ref);
  if (commit === null) return null;
  return createSnapshotFiles(repository.top, readTreeEntries(repository, commit), blobsOf(repository));
}

/** The last commit; without any, the empty state before the first one. */
export function createHeadFiles(repository: Repository): Snapshot {
  return createSnapshotFiles(
    repository.top,
    readTreeEntries(repository, headOf(repository)),
    blobsOf(repository),
  );
}

/** Where the work began that `ref` has not got: the last commit that it shares with `head`, else `ref` itself. */
export function forkPoint(repository: Repository, ref: string, head = 'HEAD'): string | null {
  const commit = commitOf(repository, ref);
  if (commit === null) return null;
  const shared = repository.askText('merge-base', head, commit)?.trim() ?? '';
  return shared === '' ? commit : shared;
}

/** The commit that git understands by a name; null when there is none. */
export function commitOf(repository: Repository, ref: string): string | null {
  // A name that begins with a dash would be an option.
  if (ref === '' || ref.startsWith('-')) return null;
  return repository.askText('rev-parse', '--verify', '--quiet', `${ref}^{commit}`)?.trim() ?? null;
}
