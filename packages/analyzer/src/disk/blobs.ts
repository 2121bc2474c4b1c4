import { createHash } from 'node:crypto';
import { lstatSync, readFileSync } from 'node:fs';
import type { Repository } from './repository.js';
import { decode, sizeLimit, tooLarge, type ReadResult } from './read-text.js';

/** The contents of git's objects, each read once. */
export interface Blobs {
  /**
   * Reads many at once; afterwards `read` costs nothing. `likely`: files of the work tree by the object that they may be
   * the same as. Those that are need not be taken out of git's store, which is far slower.
   */
  readonly load: (objects: readonly string[], likely?: ReadonlyMap<string, string>) => void;
  /**
   * Whether an object is known by now: because it was read before, or because this file of the work tree turns out to be the
   * same. Asks nobody else.
   */
  readonly isKnown: (object: string, likely: string) => boolean;
  readonly read: (object: string) => ReadResult;
}

const lost: ReadResult = { kind: 'unread', reason: 'its content is not in this clone', isLasting: false };

export function createBlobs(repository: Repository): Blobs {
  const known = new Map<string, ReadResult>();
  const load: Blobs['load'] = (objects, likely) => {
    const unknown = [...new Set(objects)].filter((object) => !known.has(object));
    const wanted = unknown.filter((object) => !isIn(object, likely?.get(object)));
    if (wanted.length === 0) return;
    for (const object of wanted) known.set(object, lost);
    const sizes = sizesOf(repository, wanted);
    for (const [object, size] of sizes) if (size > sizeLimit) known.set(object, tooLarge);
    const fit = [...sizes].filter(([, size]) => size <= sizeLimit).map(([object]) => object);
    readAll(repository, fit, (object, bytes) => known.set(object, decode(bytes)));
  };
  const isIn = (object: string, path: string | undefined): boolean => {
    const bytes = bytesOfObject(object, path);
    if (bytes !== null) known.set(object, decode(bytes));
    return bytes !== null;
  };
  return {
    load,
    isKnown: (object, likely) => known.has(object) || isIn(object, likely),
    read: (object) => {
      load([object]);
      return known.get(object) ?? lost;
    },
  };
}

/** A file's bytes when they are the object's, proved by its name: what filters or line ends have changed is not. */
function bytesOfObject(object: string, path: string | undefined): Buffer | null {
  if (path === undefined) return null;
  try {
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (found?.isFile() !== true || found.size > sizeLimit) return null;
    const bytes = readFileSync(path);
    const hash = createHash(object.length === 64 ? 'sha256' : 'sha1');
    hash.update(`blob ${String(bytes.length)}\0`).update(bytes);
    return hash.digest('hex') === object ? bytes : null;
  } catch {
    return null;
  }
}

function sizesOf(repository: Repository, objects: readonly string[]): ReadonlyMap<string, number> {
  const answer = repository.ask({ args: ['cat-file', '--batch-check'], input: list(objects) });
  const sizes = new Map<string, number>();
  if (answer.kind !== 'answer') return sizes;
  for (const line of answer.bytes.toString('utf8').split('\n')) {
    const [object = '', type, size] = line.split(' ');
    if (type === 'blob') sizes.set(object, Number(size));
  }
  return sizes;
}

/** The answer of `cat-file --batch`: a head line `<object> blob <size>`, the bytes, a line break, and the next one. */
function readAll(
  repository: Repository,
  objects: readonly string[],
  take: (object: string, bytes: Buffer) => void,
): void {
  if (objects.length === 0) return;
  const answer = repository.ask({ args: ['cat-file', '--batch'], input: list(objects) });
  if (answer.kind !== 'answer') return;
  const { bytes } = answer;
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(10, at);
    const [object = '', , size = '0'] = bytes.toString('utf8', at, end).split(' ');
    const start = end + 1;
    const length = Number(size);
    take(object, bytes.subarray(start, start + length));
    at = start + length + 1;
  }
}

function list(objects: readonly string[]): string {
  return objects.map((object) => `${object}\n`).join('');
}
