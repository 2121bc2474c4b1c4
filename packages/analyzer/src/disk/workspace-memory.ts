import { createImportIndex, type ImportIndex } from './import-index.js';
import type { FactsCache, FileSystem, KeptRuns, SearchRecord, WorkspaceMemory } from '../model/analysis.js';

/** The memory of a host that asks again and again: a watcher, an editor, a run that is written down, two states of a repository. */
export interface LastingMemory extends WorkspaceMemory {
  /** Nothing of what was learnt of this text is searched for again; absolute path. */
  readonly forget: (path: string) => void;
  /**
   * The same memory for a run over these files: what was learnt of a text holds wherever its path and its stamp are the
   * same, and of what has no stamp nothing is remembered. Stamps are asked for once a run.
   */
  readonly over: (files: Pick<FileSystem, 'stamp'>) => LastingMemory;
  /** The names whose importers were looked for. */
  readonly names: () => readonly string[];
  /** What was learnt of texts that have a stamp, as far as it is asked for: plain data. */
  readonly texts: (isAsked: (path: string, stamp: string) => boolean) => readonly LearntText[];
}

/** What was learnt of one text. `imports`: names of what it imports; null where nobody asked. */
export interface LearntText extends SearchRecord {
  readonly path: string;
  readonly stamp: string;
  readonly imports: readonly string[] | null;
}

/** What a memory begins with. */
export interface Remembered {
  readonly facts: FactsCache;
  readonly found: Iterable<readonly [path: string, record: SearchRecord]>;
  /** Of a memory that is held over files with stamps, what `texts` gave before. */
  readonly texts: readonly LearntText[];
  /** Null: who imports what is worked out anew in every run that asks, which is cheaper for a memory of one run. */
  readonly imports: ImportIndex | null;
  /** Null: nobody asks for the same project again. */
  readonly runs: KeptRuns | null;
}

/** Believes what it was told until `forget`, or for as long as the stamps are the same where it is held `over` files. */
export function createWorkspaceMemory(remembered: Partial<Remembered> = {}): LastingMemory {
  const { found = [], imports = createImportIndex(), runs = null } = remembered;
  const facts = remembered.facts ?? noFacts();
  const searched = new Map<string, Stamped<SearchRecord>>();
  const names = new Set<string>();
  for (const [path, record] of found) searched.set(path, { stamp: unstamped, value: record });
  for (const { path, stamp, isTelling, isOutside, imports: names } of remembered.texts ?? []) {
    searched.set(path, { stamp, value: { isTelling, isOutside } });
    if (names !== null) imports?.note(path, stamp, names);
  }
  return heldBy(() => unstamped, { facts, searched, imports, names, runs });
}

const noFacts = (): FactsCache => new Map();

interface Stamped<T> {
  readonly stamp: string;
  readonly value: T;
}

interface Learnt {
  readonly facts: FactsCache;
  readonly searched: Map<string, Stamped<SearchRecord>>;
  readonly imports: ImportIndex | null;
  readonly names: Set<string>;
  readonly runs: KeptRuns | null;
}

/** The stamp of every text, where somebody else says that a text has changed. */
const unstamped = '';

function heldBy(stampOf: (path: string) => string | null, learnt: Learnt): LastingMemory {
  const { facts, searched, imports, names, runs } = learnt;
  return {
    facts,
    ...(runs === null ? {} : { runs }),
    search: {
      known: (path) => {
        const found = searched.get(path);
        return found?.stamp === stampOf(path) ? found.value : null;
      },
      note: (path, value) => {
        const stamp = stampOf(path);
        if (stamp !== null) searched.set(path, { stamp, value });
      },
      noteName: (name) => void names.add(name),
      ...(imports === null ? {} : importsHeldBy(stampOf, imports)),
    },
    forget: (path) => {
      searched.delete(path);
      imports?.forget(path);
    },
    over: (files) => heldBy(stampsOf(files), learnt),
    names: () => [...names],
    texts: (isAsked) =>
      [...searched]
        .filter(([path, { stamp }]) => isAsked(path, stamp))
        .map(([path, { stamp, value }]) => ({
          path,
          stamp,
          ...value,
          imports: imports?.of(path, stamp) ?? null,
        })),
  };
}

function importsHeldBy(stampOf: (path: string) => string | null, imports: ImportIndex) {
  return {
    imports: (path: string) => imports.of(path, stampOf(path)),
    noteImports: (path: string, names: readonly string[]) => {
      imports.note(path, stampOf(path), names);
    },
    importers: imports.importers,
  };
}

/** Before a text is read, so that one which changes meanwhile is searched again the next time. */
function stampsOf(files: Pick<FileSystem, 'stamp'>): (path: string) => string | null {
  const asked = new Map<string, string | null>();
  return (path) => {
    const known = asked.get(path);
    if (known !== undefined) return known;
    const stamp = files.stamp?.(path) ?? null;
    asked.set(path, stamp);
    return stamp;
  };
}
