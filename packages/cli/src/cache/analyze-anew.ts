import type { FactsCache, SearchRecord } from '@leastscope/analyzer';
import {
  createDiskFiles,
  createWorkspaceMemory,
  headCommit,
  type LastingMemory,
  type Listing,
} from '@leastscope/analyzer/disk';
import type { Host } from '../host/host.js';
import { analyzeFiles, type AnalyzedWorkspace } from '../project/analyze-workspace.js';
import type { Workspace } from '../project/find-projects.js';
import type { ProjectOptions } from '../project/project-options.js';
import { readAhead } from '../project/read-ahead.js';
import { readKeptFacts } from './kept-facts.js';
import { recordFiles, type RecordedFiles } from './recorded-files.js';
import { recordFolder, type FolderChange, type RunRecord } from './run-record.js';
import { unsure } from './stamps.js';
import type { Store } from './store.js';

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
  const kept = readKeptFacts(store, key);
  // What is known already need not be read, and that is most of it.
  const files = known === null ? readAhead(recorded.files, workspace) : recorded.files;
  const memory = createWorkspaceMemory({
    facts: kept.facts,
    found: known?.changes.flatMap((change) => [...change.known()]) ?? [],
    imports: null,
  });
  const result = await analyzeFiles(workspace, options, host, { files, memory });
  // Facts first: a run that is known has its facts.
  kept.keep(ofThisRun(memory.facts, recorded));
  store.write(`run-${key}`, { ...toRecord(result, recorded, memory), head, extent: options.extent });
  return result;
}

/** Only of what this run has read: what is no longer of use is forgotten. */
function ofThisRun(facts: FactsCache, { texts }: RecordedFiles): FactsCache {
  return new Map([...facts].filter(([path, { stamp }]) => texts.get(path) === stamp));
}

function toRecord(
  { asOf, catalog, rules, projects }: AnalyzedWorkspace,
  recorded: RecordedFiles,
  { search, names }: LastingMemory,
): Omit<RunRecord, 'head' | 'extent'> {
  const isListed = (path: string): boolean => search.known(path) !== null;
  const folders = [...recorded.listings].map(([root, listing]) => {
    const [paths, stamps] = [recorded.paths.get(root) ?? [], recorded.stamps.get(root) ?? []];
    const found = (index: number): SearchRecord | null => search.known(paths[index] ?? '');
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
    names: names(),
    result: { asOf, catalog, rules, projects: projects.map(({ analysis }) => analysis) },
  };
}
