import type { Catalog } from '@leastscope/scope-catalog';
import type { Declaration, DeclarationMistake } from './declaration.js';
import type { Directive } from './directives.js';
import type { Evidence } from './evidence.js';
import type { Finding, RuleId, Severity } from './finding.js';
import type { FileFacts } from './facts.js';
import type { Needs, UnreadFile } from './needs.js';

/**
 * The only door to files. All paths are absolute with forward slashes. Supplied by the host: the disk, the editor's
 * buffers over the disk, or a map in a test.
 */
export interface FileSystem {
  /** The bytes as text; null when the file is absent or unreadable. Throws nothing. */
  readonly readFile: (path: string) => string | null;
  /** Why the last `readFile` of this path gave null although something is there; null when it was simply absent. */
  readonly whyUnread?: (path: string) => string | null;
  readonly fileExists: (path: string) => boolean;
  readonly directoryExists: (path: string) => boolean;
  /** Something that changes when the file does, such as time and size; null or absent: never reuse what was read. */
  readonly stamp?: (path: string) => string | null;
  /** The path with symbolic links resolved; the path itself when there are none. */
  readonly realPath: (path: string) => string;
  /** Source files below a folder, absolute and sorted, without ignored and vendored folders. */
  readonly listFiles: (root: string) => readonly string[];
  /** Names of the folders in a folder, sorted; absent: nothing is known of folders outside of the project. */
  readonly listFolders?: (path: string) => readonly string[];
  /**
   * The texts of many files, in order, many in one piece: what `readFile` gives for each, at reading speed. Who lays
   * another text over a file takes this away. Absent: the files are read one by one.
   */
  readonly readMany?: ((paths: readonly string[], take: (chunk: TextChunk) => void) => void) | undefined;
}

/** The texts of consecutive files, one behind the other. */
export interface TextChunk {
  readonly text: string;
  /** Which of the paths asked for is the first one here. */
  readonly first: number;
  /** Where each text begins and ends. Of a file that could not be read both are the same. */
  readonly spans: readonly (readonly [start: number, end: number])[];
  /** A part of `text` as it would stand in the file's own text: chunks may hold bytes instead of characters. */
  readonly decode: (part: string) => string;
}

export interface AnalyzeRequest {
  /** Absolute path of the project; every place is relative to it. */
  readonly root: string;
  readonly files: FileSystem;
  readonly catalog: Catalog;
  /** Null when there is none: then only what the code needs is worked out. */
  readonly declaration: Declaration | null;
  /** Mistakes of the declaration, to be reported with the rest. */
  readonly mistakes: readonly DeclarationMistake[];
  /** Count uses in tests as needed. */
  readonly includeTests: boolean;
  /** The day that expiry is judged by, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Severities that override the rules' defaults and the declaration's. */
  readonly severities: Readonly<Partial<Record<RuleId, Severity | 'off'>>>;
  /** What earlier runs learnt of the same texts; absent: every text is searched and read. */
  readonly memory?: WorkspaceMemory;
  /** Absolute paths to begin from, tell-tale or not; null means every file that the gate lets through. */
  readonly seeds: readonly string[] | null;
  /** What is worked out; absent: everything. */
  readonly extent?: Extent;
  /** Told of progress on long work. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** What is known of a workspace's texts over time, see disk/workspace-memory.ts. */
export interface WorkspaceMemory {
  readonly facts: FactsCache;
  readonly search: SearchMemory;
  /** What the last run over each project came to, by its root, so that the next one works out only what has changed; absent: nobody asks again. */
  readonly runs?: KeptRuns;
}

/** What is in it is the analyzer's own business. */
export type KeptRuns = Map<string, unknown>;

/** What searches have found, without reading the texts again, by absolute path. The analyzer asks it, and tells what it finds. */
export interface SearchMemory {
  /** Null when the text has to be searched. */
  readonly known: (path: string) => SearchRecord | null;
  readonly note: (path: string, found: SearchRecord) => void;
  /** Told of each name whose importers are looked for. */
  readonly noteName: (name: string) => void;
  /** Names of what a file imports, by the last part of each path; null when that is not known. */
  readonly imports?: (path: string) => readonly string[] | null;
  readonly noteImports?: (path: string, names: readonly string[]) => void;
  /** Files that import something by this name, for memories that keep who imports what; each was noted. */
  readonly importers?: (name: string) => Iterable<string>;
}

export interface SearchRecord {
  /** It holds a tell-tale. */
  readonly isTelling: boolean;
  /** It imports something from above the root. */
  readonly isOutside: boolean;
}

/** Facts by absolute path, each with the stamp of the text it was read from. The analyzer fills and asks it. */
export type FactsCache = Map<string, { readonly stamp: string; readonly read: FileFacts | UnreadFile }>;

export interface Analysis {
  readonly needs: Needs;
  /** What the papers rest on; null where single files were judged: much of it claims an absence. */
  readonly evidence: Evidence | null;
  readonly declaration: Declaration | null;
  /** Comments that speak to leastscope, of all files that were read for their calls. */
  readonly directives: readonly Directive[];
  /** Sorted by place, then rule. Suppressed ones included. */
  readonly findings: readonly Finding[];
  readonly stats: Stats;
}

/** Counters that tests assert on; never times. */
export interface Stats {
  readonly filesListed: number;
  readonly filesSearched: number;
  readonly seeds: number;
  /** Files whose calls were settled. */
  readonly filesLinked: number;
  readonly filesParsed: number;
  /** Files whose facts were known from before. */
  readonly factsReused: number;
  readonly compilerLoaded: boolean;
  /** Steps of work that values took: about one an expression and way of calling. */
  readonly steps: number;
  /** The same of following responses; 0 where they were not. */
  readonly flowSteps: number;
}

/**
 * What is worked out. `calls`: calls and the scopes that they need; no flows, no evidence, no secrets in public and no findings, whose
 * lists stay empty. `everything`: those too.
 */
export type Extent = 'calls' | 'everything';
