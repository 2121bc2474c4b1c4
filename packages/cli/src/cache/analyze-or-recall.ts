import type { Listing } from '@leastscope/analyzer/disk';
import type { Host } from '../host/host.js';
import { analyzeFiles, type AnalyzedWorkspace } from '../project/analyze-workspace.js';
import { excluder, listWithout } from '../project/exclude.js';
import type { Workspace } from '../project/find-projects.js';
import type { ProjectOptions } from '../project/project-options.js';
import { analyzeAnew, type Known } from './analyze-anew.js';
import { buildId } from './build-id.js';
import { cacheFolder } from './cache-folder.js';
import { stillHolds } from './still-holds.js';
import { compareFolder, foundBefore, isRunRecord, recordFolder, type RunRecord } from './run-record.js';
import { stampsOf, unsure } from './stamps.js';
import { createStore, hashOf, type Store } from './store.js';
import { readRunAnswer, type RunAnswer } from './run-answer.js';

/**
 * Analyses the work tree, or recalls what that came to the last time: when nothing has changed that it rested on, the
 * engine is not even loaded. What is remembered never changes an answer; whatever is wrong with it, it is put aside.
 */
export async function analyzeOrRecall(
  workspace: Workspace,
  options: ProjectOptions,
  host: Host,
): Promise<AnalyzedWorkspace> {
  const maker = host.build ?? buildId();
  const folder = maker === null ? null : cacheFolder(options.cache, workspace.base);
  if (maker === null || folder === null) return analyzeFiles(workspace, options, host);
  const store = createStore(folder, maker);
  const { includeTests, asOf, exclude, cwd } = options;
  // Globs are read from where the program runs.
  const leftOut = exclude.length === 0 ? [] : [cwd, ...exclude];
  const key = hashOf(JSON.stringify([workspace, includeTests, asOf, leftOut]));
  const isExcluded = await excluder(options);
  const list = (root: string): Listing => listWithout(isExcluded, root);
  const known = lookUp(store, key, list);
  try {
    const recalled = known === null ? null : await recall(known, workspace, options, host, { store, key });
    if (recalled !== null) return { ...recalled, projects: withProjects(recalled, workspace) };
    return await analyzeAnew(workspace, options, host, { store, key, known, list });
  } catch {
    // Memory of a wrong shape, most likely. If it was not the memory, the error comes again.
    return analyzeFiles(workspace, options, host);
  }
}

/** What was remembered, and how the disk compares with it. */
function lookUp(store: Store, key: string, list: (root: string) => Listing): Known | null {
  try {
    const record = store.read(`run-${key}`);
    if (!isRunRecord(record)) return null;
    const listings = new Map(record.folders.map(({ root }) => [root, list(root)]));
    const changes = record.folders.map((one) => compareFolder(one, listings.get(one.root)?.paths ?? []));
    return { record, listings, changes };
  } catch {
    return null;
  }
}

async function recall(
  known: Known,
  workspace: Workspace,
  options: ProjectOptions,
  host: Host,
  { store, key }: { readonly store: Store; readonly key: string },
): Promise<RunAnswer | null> {
  const startedAt = Date.now();
  const { record, listings, changes } = known;
  if (record.extent === 'calls' && options.extent === 'everything') return null;
  if (!(await stillHolds(known, workspace, options, host))) return null;
  const changed = changes.flatMap((change) => change.changed);
  if (changed.length > 0) store.write(`run-${key}`, restamped(record, listings, startedAt));
  return readRunAnswer(record.result);
}

function restamped(record: RunRecord, listings: ReadonlyMap<string, Listing>, startedAt: number): RunRecord {
  const folders = record.folders.map((folder) => {
    const listing = listings.get(folder.root);
    if (listing === undefined) return folder;
    const fresh = { paths: listing.paths, stampInIndex: () => null };
    const stamps = stampsOf(folder.root, fresh, startedAt);
    const before = foundBefore(folder);
    return recordFolder(folder.root, listing, {
      stamp: (index) => stamps[index] ?? unsure,
      found: (index) => {
        const found = before.get(`${folder.root}/${listing.paths[index] ?? ''}`);
        return found?.isUnread === false ? found : null;
      },
    });
  });
  return { ...record, folders };
}

function withProjects({ projects }: RunAnswer, workspace: Workspace): AnalyzedWorkspace['projects'] {
  return workspace.projects.map((project, index) => {
    const analysis = projects[index];
    if (analysis === undefined) throw new Error('a remembered run lacks a project');
    return { project, folder: project.folder, analysis };
  });
}
