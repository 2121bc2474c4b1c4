import { createDiskFiles, headCommit, type Listing } from '@leastscope/analyzer/disk';
import type { Host } from '../host/host.js';
import type { Workspace } from '../project/find-projects.js';
import type { ProjectOptions } from '../project/project-options.js';
import type { Known } from './analyze-anew.js';
import { answerTo } from './recorded-files.js';
import { foundBefore, type RunRecord } from './run-record.js';
import { hashOf } from './store.js';

/**
 * Whether what was remembered is still the answer. It is not when the day is taken from the last commit and that is another one, when
 * files came or went, when the disk answers some question otherwise (a file that was looked for, a setting), or when a changed file
 * was read, has a tell-tale now, or imports what matters.
 */
export async function stillHolds(
  { record, listings, changes }: Known,
  { base }: Workspace,
  { asOf }: ProjectOptions,
  host: Host,
): Promise<boolean> {
  const isSameDay = asOf !== null || (record.head !== null && record.head === headCommit(base));
  if (!isSameDay || !changes.every(({ isSameList }) => isSameList)) return false;
  const changed = changes.flatMap((change) => change.changed);
  return probesHold(record, listings) && (await areBeside(changed, record, host));
}

/** Whether the disk answers every question as it did. Listed files have been looked at already. */
function probesHold(record: RunRecord, listings: ReadonlyMap<string, Listing>): boolean {
  const disk = createDiskFiles();
  return (
    listings.size > 0 && record.probes.every(([kind, path, answer]) => answerTo(disk, kind, path) === answer)
  );
}

/** Whether what changed in some files is of no account: no text that was read, no tell-tale, no import that matters. */
async function areBeside(changed: readonly string[], record: RunRecord, host: Host): Promise<boolean> {
  if (changed.length === 0) return true;
  const { catalog, searchText } = await host.loadEngine();
  const disk = createDiskFiles();
  const texts = new Map(record.texts);
  const names = new Set(record.names);
  return record.folders.every((folder) => {
    const before = foundBefore(folder);
    return changed
      .filter((path) => path.startsWith(`${folder.root}/`))
      .every((path) => {
        const then = before.get(path);
        if (then === undefined) return true;
        const text = disk.readFile(path);
        if (text === null) return false;
        const hash = texts.get(path);
        if (hash !== undefined) return hash === hashOf(text);
        const now = searchText(catalog, path.slice(folder.root.length + 1), text);
        return (
          !now.isTelling &&
          !then.isTelling &&
          !then.isUnread &&
          now.isOutside === then.isOutside &&
          !now.importNames.some((name) => names.has(name))
        );
      });
  });
}
