import type { FactsCache, SearchMemory, SearchRecord } from '@leastscope/analyzer';
import { createDiskFiles, headCommit, type Listing } from '@leastscope/analyzer/disk';
import type { Host } from '../host/host.js';
import { analyzeFiles, type AnalyzedWorkspace } from '../project/analyze-workspace.js';
import type { Workspace } from '../project/find-projects.js';
import type { ProjectOptions } from '../project/project-options.js';
import { readAhead } from '../project/read-ahead.js';
import { recordFiles, type RecordedFiles } from './recorded-files.js';
import { recordFolder, type FolderChange, type RunRecord } from './run-record.js';
import { unsure } from './stamps.js';
import { isTable, type Store } from './store.js';

/** What was remembered, and how the disk compares with it. */
export interface Known {
  readonly record: RunRecord;
  readonly listings: ReadonlyMap<string, Listing>;
  readonly changes: readonly FolderChange[];
}

export interface Memory {
  readonly store: Store;
  readonly key: string;
  readonly known: Known | null;
  /** The source files of a folder. */
  readonly list: (root: string) => Listing;
}

/** Analyses what is there, with what is still known of texts and facts; then remembers all of it. */
export async function analyzeAnew(
  workspace: Workspace,
  options: ProjectOptions,
  host: Host,
  { store, key, known, list }: Memory,
): Promise<AnalyzedWorkspace> {
  const startedAt = Date.now();
  const head = headCommit(workspace.base);
  const recorded = recordFiles(createDiskFiles(), list, new Map(known?.listings), startedAt);
  const search = createSearchMemory(known);
  const cache = readFacts(store, key);
  // What is known already need not be read, and that is most of it.
  const files = known === null ? readAhead(recorded.files, workspace) : recorded.files;
  const result = await analyzeFiles(workspace, options, host, { files, cache, search });
  // Facts first: a run that is known has its facts.
  store.write(`facts-${key}`, factsOf(cache, recorded));
  store.write(`run-${key}`, { ...toRecord(result, recorded, search), head, extent: options.extent });
  return result;
}

interface SearchNotes extends SearchMemory {
  readonly found: ReadonlyMap<string, SearchRecord>;
  readonly names: ReadonlySet<string>;
}

function createSearchMemory(known: Known | null): SearchNotes {
  const found = new Map(known?.changes.flatMap((change) => [...change.known()]));
  const names = new Set<string>();
  return {
    found,
    names,
    known: (path) => found.get(path) ?? null,
    note: (path, record) => void found.set(path, record),
    noteName: (name) => void names.add(name),
  };
}

/** Rows of path, hash of the text, facts. What is in them is the analyzer's business. */
function readFacts(store: Store, key: string): FactsCache {
  const rows = store.read(`facts-${key}`);
  const cache: FactsCache = new Map();
  if (!Array.isArray(rows)) return cache;
  for (const row of rows as readonly unknown[]) {
    if (!Array.isArray(row)) continue;
    const [path, stamp, read] = row as readonly unknown[];
    if (typeof path === 'string' && typeof stamp === 'string' && isTable(read))
      cache.set(path, { stamp, read: read as never });
  }
  return cache;
}

/** Only of what this run has read: what is no longer of use is forgotten. */
function factsOf(cache: FactsCache, { texts }: RecordedFiles): readonly unknown[] {
  return [...cache]
    .filter(([path, { stamp }]) => texts.get(path) === stamp)
    .map(([path, { stamp, read }]) => [path, stamp, read]);
}

function toRecord(
  { asOf, catalog, rules, projects }: AnalyzedWorkspace,
  recorded: RecordedFiles,
  search: SearchNotes,
): Omit<RunRecord, 'head' | 'extent'> {
  const isListed = (path: string): boolean => search.found.has(path);
  const folders = [...recorded.listings].map(([root, listing]) => {
    const [paths, stamps] = [recorded.paths.get(root) ?? [], recorded.stamps.get(root) ?? []];
    const found = (index: number): SearchRecord | null => search.found.get(paths[index] ?? '') ?? null;
    // One that the system would not give is looked at every time.
    const isKept = (index: number): boolean =>
      found(index) !== null || recorded.files.staysUnread(paths[index] ?? '');
    return recordFolder(root, listing, {
      stamp: (index) => (isKept(index) ? (stamps[index] ?? unsure) : unsure),
      found,
    });
  });
  return {
    folders,
    // Listed files have their stamps already.
    probes: recorded.probes().filter(([kind, path]) => kind !== 'stamp' || !isListed(path)),
    texts: [...recorded.texts].filter(([path]) => isListed(path)),
    names: [...search.names],
    result: { asOf, catalog, rules, projects: projects.map(({ analysis }) => analysis) },
  };
}
