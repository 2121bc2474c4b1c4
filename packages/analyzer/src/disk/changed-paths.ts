import type { DiskFiles } from './disk-files.js';
import { lines, type Entries } from './read-entries.js';
import type { Repository } from './repository.js';
import { isRead, type Snapshot } from './snapshot-files.js';

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
 * Paths whose text in the work tree differs from a snapshot: source files, and what else an analysis reads. Git's own
 * comparison is not asked for: it would run the filters that the repository's configuration names.
 */
export function changedInWorkTree(
  repository: Repository,
  before: Snapshot,
  disk: DiskFiles,
): readonly string[] {
  const listed = repository.askText('ls-files', '-z', '--cached', '--others', '--exclude-standard');
  const candidates = new Set([...before.entries.keys(), ...lines(listed)]);
  return [...candidates]
    .filter(isRead)
    .filter((path) => {
      const full = `${repository.top}/${path}`;
      return withoutReturns(disk.readFile(full)) !== withoutReturns(before.files.readFile(full));
    })
    .sort();
}

/** A checkout may have put in carriage returns that the commit has not. */
function withoutReturns(text: string | null): string | null {
  return text === null ? null : text.replaceAll('\r\n', '\n');
}
