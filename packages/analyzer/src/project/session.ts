import { tellTales } from '@leastscope/scope-catalog';
import { createTsConfigs } from './ts-configs.js';
import type { ModuleGraph, Target } from '../model/module-graph.js';
import { resolveImport } from './resolve-import.js';
import { createAskedFiles } from './asked-files.js';
import { compareText } from '../lookups/places.js';
import { absolutePath, parentOf } from './paths.js';
import { sdkCopies } from './sdk-copies.js';
import { createWorkspaces } from './workspaces.js';
import type { AnalyzeRequest, Extent, FileSystem } from '../model/analysis.js';
import type { FileFacts } from '../model/facts.js';
import type { UnreadFile } from '../model/needs.js';
import { isUnread, readFile } from '../facts/read-file.js';

/** What is known of a project: files read, imports resolved. Everything on demand, and for one run, unless it is taken up again. */
export interface Session {
  readonly modules: ModuleGraph;
  /** The package beside the project that a specifier names in a file, whether or not its code is there. */
  readonly packageBeside: (file: string, specifier: string) => string | null;
  /** Facts of a file that was read already; asking reads nothing. */
  readonly known: (file: string) => FileFacts | null;
  /** All facts of a file, where the run reads only those that are asked for. Not kept for others. */
  readonly whole: (file: string) => FileFacts | null;
  /** The files that were asked for so far. */
  readonly files: () => readonly string[];
  /** The text of a file, not kept. */
  readonly text: (file: string) => string | null;
  /** Files that were asked for and could not be read. */
  readonly unread: () => readonly UnreadFile[];
  /** Number of files parsed so far. */
  readonly parsed: () => number;
  /** Number of files whose facts were known from before. */
  readonly reused: () => number;
  /**
   * Begins another run over the same project: all that was read or asked is looked at again. Gives the files that are others
   * now; null where that is not enough, since imports may lead elsewhere: then it must not be used any more.
   */
  readonly takeUp: (settings: Pick<AnalyzeRequest, 'files' | 'memory'>) => ReadonlySet<string> | null;
}

type SessionSettings = Pick<AnalyzeRequest, 'root' | 'files' | 'memory' | 'catalog' | 'extent'>;

/** `declaredModules`: modules that the declaration names as clients: known by name, never followed. */
export function createSession(settings: SessionSettings, declaredModules: readonly string[] = []): Session {
  const { root } = settings;
  const reader = createReader(settings);
  const asked = createAskedFiles(settings.files);
  const { files } = asked;
  const copies = createCopies(settings);
  const targets = new Map<string, Map<string, Target>>();
  const configs = createTsConfigs(files, root);
  const workspaces = createWorkspaces(files, root);
  const facts = (file: string): FileFacts | null => {
    return factsAmong(reader.read(file));
  };
  const resolve = (from: string, specifier: string): Target => {
    const ofFile = targets.get(from) ?? new Map<string, Target>();
    const known = ofFile.get(specifier);
    if (known !== undefined) return known;
    const target: Target = declaredModules.includes(specifier)
      ? { kind: 'external', package: specifier, subpath: [] }
      : resolveImport({ root, files, configs, workspaces, isSdkPart: copies.isPart }, from, specifier);
    targets.set(from, ofFile.set(specifier, target));
    return target;
  };
  const unread = (): readonly UnreadFile[] =>
    [...[...reader.reads.values()].filter(isUnreadable), ...configs.broken()].sort((a, b) =>
      compareText(a.file, b.file),
    );
  return {
    modules: { facts, resolve },
    packageBeside: (file, specifier) => workspaces.packageBeside(parentOf(file), specifier),
    known: (file) => factsAmong(reader.reads.get(file)),
    whole: (file) => (extentOf(settings) === 'calls' ? readWhole(settings, file) : facts(file)),
    files: () => [...reader.reads.keys()],
    text: reader.text,
    unread,
    parsed: reader.parsed,
    reused: reader.reused,
    takeUp: (next) =>
      configs.broken().length === 0 && asked.turnTo(next.files) && copies.turnTo(next.files)
        ? reader.takeUp(next)
        : null,
  };
}

/** Which files are parts of a vendored SDK; remembers what it was asked, to ask the same of other files later. */
function createCopies({ root, catalog, ...first }: SessionSettings) {
  let copies = sdkCopies(first.files, catalog);
  const answers = new Map<string, boolean>();
  return {
    isPart: (file: string): boolean => {
      const isPart = copies.isPart(root, file);
      answers.set(file, isPart);
      return isPart;
    },
    turnTo: (files: FileSystem): boolean => {
      copies = sdkCopies(files, catalog);
      return [...answers].every(([file, isPart]) => copies.isPart(root, file) === isPart);
    },
  };
}

interface Reader extends Pick<Session, 'parsed' | 'reused'> {
  /** Everything that was asked for so far; null for files that are absent. */
  readonly reads: ReadonlyMap<string, FileFacts | UnreadFile | null>;
  readonly read: (file: string) => FileFacts | UnreadFile | null;
  readonly text: (file: string) => string | null;
  /** Reads all of them again; gives those that are others now. */
  readonly takeUp: (settings: Pick<AnalyzeRequest, 'files' | 'memory'>) => ReadonlySet<string>;
}

/** Reads each file once, or takes its facts from the cache when its stamp is still the same. */
function createReader({ root, catalog, ...first }: SessionSettings): Reader {
  const words = tellTales(catalog);
  let { files } = first;
  let remembered = first.memory?.facts;
  const reads = new Map<string, FileFacts | UnreadFile | null>();
  let parsed = 0;
  let reused = 0;
  const readAnew = (file: string): FileFacts | UnreadFile | null => {
    const path = absolutePath(root, file);
    const stamp = remembered === undefined ? null : (files.stamp?.(path) ?? null);
    const cached = stamp === null ? undefined : remembered?.get(path);
    if (cached?.stamp === stamp && cached.read.file === file) {
      reused += 1;
      return cached.read;
    }
    const text = files.readFile(path);
    if (text === null) return unreadable(files, root, file);
    parsed += 1;
    const result = readFile(file, text, words, extentOf(first));
    if (stamp !== null) remembered?.set(path, { stamp, read: result });
    return result;
  };
  const read = (file: string): FileFacts | UnreadFile | null => {
    const known = reads.get(file);
    if (known !== undefined) return known;
    const result = readAnew(file);
    reads.set(file, result);
    return result;
  };
  const takeUp: Reader['takeUp'] = (next) => {
    files = next.files;
    remembered = next.memory?.facts;
    [parsed, reused] = [0, 0];
    const before = [...reads];
    reads.clear();
    const changed = before.filter(([file, known]) => read(file) !== known || isUnreadable(known));
    // Whoever needs one that cannot be read asks again, and then it is told of.
    for (const [file] of changed) if (isUnreadable(reads.get(file))) reads.delete(file);
    return new Set(changed.map(([file]) => file));
  };
  const text = (file: string): string | null => files.readFile(absolutePath(root, file));
  return { reads, read, text, takeUp, parsed: () => parsed, reused: () => reused };
}

/** Up to where files are read. What is remembered has to serve runs that ask for more. */
function extentOf({ extent, memory }: Pick<SessionSettings, 'extent' | 'memory'>): Extent {
  return extent === undefined || memory !== undefined ? 'everything' : extent;
}

/** Reads a file once more, for all that it says. */
function readWhole({ root, files, catalog }: SessionSettings, file: string): FileFacts | null {
  const text = files.readFile(absolutePath(root, file));
  return text === null ? null : factsAmong(readFile(file, text, tellTales(catalog)));
}

/** What a file was read as; null where it is absent, undefined where nobody has asked for it. */
type Read = FileFacts | UnreadFile | null | undefined;

function isUnreadable(read: Read): read is UnreadFile {
  return read != null && isUnread(read);
}

function factsAmong(read: Read): FileFacts | null {
  return read == null || isUnread(read) ? null : read;
}

function unreadable(files: FileSystem, root: string, file: string): UnreadFile | null {
  const reason = files.whyUnread?.(absolutePath(root, file)) ?? null;
  return reason === null ? null : { file, reason, place: null };
}
