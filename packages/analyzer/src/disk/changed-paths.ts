import type { DiskFiles } from './disk-files.js';
import { lines, readIndexEntries, type Entries } from './read-entries.js';
import type { Repository } from './repository.js';
import type { Snapshot } from './snapshot-files.js';

/** Paths that differ between two snapshots, relative to the top: changed, added or gone. A rename is both of the last. */
export function changedBetween(before: Entries, after: Entries): readonly string[] {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths]
    .filter((path) => {
      const [old, fresh] = [before.get(path), after.get(path)];
      return old?.object !== fresh?.object || old?.kind !== fresh?.kind;
    })
    .sort();
}

/**
 * Paths whose content in the work tree differs from a snapshot. Git's own comparison is not asked for: it would run the
 * filters that the repository's configuration names.
 */
export function changedInWorkTree(
  repository: Repository,
  before: Snapshot,
  disk: DiskFiles,
): readonly string[] {
  const { entries } = readIndexEntries(repository);
  const dirty = lines(repository.askText('diff-files', '--name-only', '-z', '--no-renames'));
  const untracked = lines(repository.askText('ls-files', '-z', '--others', '--exclude-standard'));
  const looked = new Set([...dirty, ...untracked]);
  const differs = (path: string): boolean => {
    const full = `${repository.top}/${path}`;
    if (!looked.has(path)) return true;
    return withoutReturns(disk.readFile(full)) !== withoutReturns(before.files.readFile(full));
  };
  const candidates = new Set([...changedBetween(before.entries, entries), ...looked]);
  return [...candidates].filter(differs).sort();
}

/** A checkout may have put in carriage returns that the commit has not. */
function withoutReturns(text: string | null): string | null {
  return text === null ? null : text.replaceAll('\r\n', '\n');
}
