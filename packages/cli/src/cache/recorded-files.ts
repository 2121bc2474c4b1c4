import type { DiskFiles, Listing, Stamp } from '@leastscope/analyzer/disk';
import { stampOf, stampsOf, stampText } from './stamps.js';
import { hashOf } from './store.js';

/** A question to the disk beside the listed files, and what it answered. */
export type Probe = readonly [kind: ProbeKind, path: string, answer: string | boolean | null];
export type ProbeKind = 'stamp' | 'file' | 'folder' | 'folders' | 'real';

/** The disk, which remembers what it was asked. */
export interface RecordedFiles {
  readonly files: DiskFiles;
  readonly listings: ReadonlyMap<string, Listing>;
  /** The listed files by their absolute paths: the very strings that the run asks by, whose hashes are known. */
  readonly paths: ReadonlyMap<string, readonly string[]>;
  /** Of the listed files, in their order, taken before any was read. */
  readonly stamps: ReadonlyMap<string, readonly Stamp[]>;
  /** Texts that were read by name: hash by path. */
  readonly texts: ReadonlyMap<string, string>;
  readonly probes: () => readonly Probe[];
}

/** Stamps become hashes of the text, which hold on every machine and after every checkout. */
export function recordFiles(
  disk: DiskFiles,
  list: (root: string) => Listing,
  listings: Map<string, Listing>,
  startedAt: number,
): RecordedFiles {
  const paths = new Map<string, readonly string[]>();
  const stamps = new Map<string, readonly Stamp[]>();
  const texts = new Map<string, string>();
  const probes = new Map<string, Probe>();
  let last: { readonly path: string; readonly text: string | null } = { path: '', text: null };
  const probe = (kind: ProbeKind, path: string): string | boolean | null => {
    const key = `${kind} ${path}`;
    const known = probes.get(key) ?? ([kind, path, answerTo(disk, kind, path)] as const);
    probes.set(key, known);
    return known[2];
  };
  const readFile = (path: string): string | null => {
    if (path === last.path) return last.text;
    // Before the text, so that a change in between is seen the next time.
    probe('stamp', path);
    const text = disk.readFile(path);
    last = { path, text };
    texts.set(path, text === null ? '' : hashOf(text));
    return text;
  };
  const files: DiskFiles = {
    ...disk,
    readFile,
    stamp: (path) => (readFile(path) === null ? null : (texts.get(path) ?? null)),
    fileExists: (path) => probe('file', path) === true,
    directoryExists: (path) => probe('folder', path) === true,
    listFolders: (path) => namesIn(probe('folders', path)),
    realPath: (path) => String(probe('real', path)),
    listFiles: (root) => {
      const listing = listings.get(root) ?? list(root);
      listings.set(root, listing);
      stamps.set(root, stampsOf(root, listing, startedAt));
      const absolute = listing.paths.map((path) => `${root}/${path}`);
      paths.set(root, absolute);
      return absolute;
    },
  };
  return { files, listings, paths, stamps, texts, probes: () => [...probes.values()] };
}

function namesIn(answer: string | boolean | null): readonly string[] {
  return typeof answer === 'string' && answer !== '' ? answer.split('/') : [];
}

export function answerTo(disk: DiskFiles, kind: ProbeKind, path: string): string | boolean | null {
  switch (kind) {
    case 'stamp':
      return stampText(stampOf(path));
    case 'file':
      return disk.fileExists(path);
    case 'folder':
      return disk.directoryExists(path);
    case 'folders':
      // No name holds a slash.
      return disk.listFolders(path).join('/');
    case 'real':
      return disk.realPath(path);
  }
}
