import type { Extent, SearchRecord } from '@leastscope/analyzer';
import type { Listing, Stamp } from '@leastscope/analyzer/disk';
import type { Probe } from './recorded-files.js';
import { stampOf } from './stamps.js';
import { isTable } from './store.js';

/** What a run came to, and all that this rested on. Plain data. */
export interface RunRecord {
  /** The commit that the work was based on; the day of judgement is its date. */
  readonly head: string | null;
  readonly extent: Extent;
  readonly folders: readonly FolderRecord[];
  readonly probes: readonly Probe[];
  /** Texts that were read by name: path and hash. */
  readonly texts: readonly (readonly [path: string, hash: string])[];
  /** Names whose importers were looked for. */
  readonly names: readonly string[];
  readonly result: unknown;
}

/** The source files of a project, in columns: a checkout may have 64,000. */
export interface FolderRecord {
  readonly root: string;
  /** Relative, sorted, with a zero between two. */
  readonly paths: string;
  /** Their stamps, as `pack` writes numbers. */
  readonly mtimes: string;
  readonly ctimes: string;
  readonly sizes: string;
  /** Which of the files hold a tell-tale, and which import something from above the root. */
  readonly telling: readonly number[];
  readonly outside: readonly number[];
  /** Which of them could not be read. */
  readonly unread: readonly number[];
}

/** What a run found in a text, or that it could not be read. */
export interface Found extends SearchRecord {
  readonly isUnread: boolean;
}

/** How a folder compares with what was recorded of it. */
export interface FolderChange {
  /** Whether it holds the same files, by their names. */
  readonly isSameList: boolean;
  /** Files that are new, or may hold another text than before; absolute. */
  readonly changed: readonly string[];
  /** What was found in those that are as they were; absolute. Worked out when asked. */
  readonly known: () => ReadonlyMap<string, SearchRecord>;
}

export function compareFolder(record: FolderRecord, paths: readonly string[]): FolderChange {
  const { root } = record;
  const [mtimes, ctimes, sizes] = [unpack(record.mtimes), unpack(record.ctimes), unpack(record.sizes)];
  const isSameList = record.paths === paths.join('\0');
  const indexOf = isSameList ? null : new Map(record.paths.split('\0').map((path, index) => [path, index]));
  const changed: string[] = [];
  paths.forEach((path, position) => {
    const full = `${root}/${path}`;
    const index = indexOf === null ? position : (indexOf.get(path) ?? -1);
    const now = index === -1 ? null : stampOf(full);
    const isSame =
      now !== null &&
      now.mtimeMs === mtimes[index] &&
      now.ctimeMs === ctimes[index] &&
      now.size === sizes[index];
    if (!isSame) changed.push(full);
  });
  return { isSameList, changed, known };

  function known(): ReadonlyMap<string, SearchRecord> {
    const found = foundBefore(record);
    const here = new Set(paths.map((path) => `${root}/${path}`));
    for (const path of changed) here.delete(path);
    return new Map([...found].filter(([path, { isUnread }]) => here.has(path) && !isUnread));
  }
}

/** What was found in a folder before, whether or not it still holds. */
export function foundBefore(record: FolderRecord): ReadonlyMap<string, Found> {
  const telling = new Set(record.telling);
  const outside = new Set(record.outside);
  const unread = new Set(record.unread);
  return new Map(
    record.paths
      .split('\0')
      .map((path, index) => [
        `${record.root}/${path}`,
        { isTelling: telling.has(index), isOutside: outside.has(index), isUnread: unread.has(index) },
      ]),
  );
}

/** What there is to record of each file, by its place in the list. */
export interface FileRecords {
  readonly stamp: (index: number) => Stamp;
  /** Null for one that could not be read: nothing is known of its text, so no other text is like it. */
  readonly found: (index: number) => SearchRecord | null;
}

export function recordFolder(root: string, { paths }: Listing, records: FileRecords): FolderRecord {
  const column = (): Float64Array => new Float64Array(paths.length);
  const [mtimes, ctimes, sizes] = [column(), column(), column()];
  const [telling, outside, unread]: [number[], number[], number[]] = [[], [], []];
  paths.forEach((_, index) => {
    const stamp = records.stamp(index);
    mtimes[index] = stamp.mtimeMs;
    ctimes[index] = stamp.ctimeMs;
    sizes[index] = stamp.size;
    const found = records.found(index);
    if (found === null) unread.push(index);
    if (found?.isTelling === true) telling.push(index);
    if (found?.isOutside === true) outside.push(index);
  });
  return {
    root,
    paths: paths.join('\0'),
    mtimes: pack(mtimes),
    ctimes: pack(ctimes),
    sizes: pack(sizes),
    telling,
    outside,
    unread,
  };
}

/** Eight bytes for each number. As JSON, thousands of them take milliseconds to write and to read. */
function pack(numbers: Float64Array): string {
  return Buffer.from(numbers.buffer).toString('base64');
}

function unpack(text: string): Float64Array {
  const bytes = Buffer.from(text, 'base64');
  return new Float64Array(new Uint8Array(bytes).buffer, 0, Math.floor(bytes.length / 8));
}

/** Whether data is a record, as far as its outside goes. What is inside is used under guard. */
export function isRunRecord(data: unknown): data is RunRecord {
  if (!isTable(data)) return false;
  const { head, extent, folders, probes, texts, names } = data;
  return (
    (extent === 'calls' || extent === 'everything') &&
    (head === null || typeof head === 'string') &&
    Array.isArray(folders) &&
    folders.every(isFolderRecord) &&
    [probes, texts].every((rows) => Array.isArray(rows) && rows.every(Array.isArray)) &&
    Array.isArray(names)
  );
}

function isFolderRecord(data: unknown): data is FolderRecord {
  return (
    isTable(data) &&
    ['root', 'paths', 'mtimes', 'ctimes', 'sizes'].every((name) => typeof data[name] === 'string') &&
    ['telling', 'outside', 'unread'].every((name) => Array.isArray(data[name]))
  );
}
