import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  constants,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  type Stats,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { cannotWrite } from './cannot-write.js';
import { targetOf, type Target } from './target.js';

/** What is written outside of the terminal. */
export type FileTarget = Exclude<Target, { readonly kind: 'stdout' } | { readonly kind: 'stderr' }>;

/** Writes a file of ours, whole or not at all. `shown` is how messages name it. */
export function writeFile(path: string, text: string, shown: string): void {
  const target = targetOf(path, '.');
  if (target.kind === 'stdout' || target.kind === 'stderr')
    throw cannotWrite(shown, new Error('it leads to a stream'));
  writeTo(target, text, shown);
}

/** Writes into a stream or a device, or a file whole or not at all. Whatever goes wrong is a misuse, said in one sentence. */
export function writeTo(target: FileTarget, text: string, shown: string): void {
  try {
    if (target.kind === 'descriptor') writeFileSync(target.number, text);
    else if (target.kind === 'device') writeInto(target.path, text);
    else replace(target.path, text);
  } catch (error) {
    throw cannotWrite(shown, error);
  }
}

/** Neither made nor emptied first: both are for files. */
function writeInto(path: string, text: string): void {
  const descriptor = openSync(path, constants.O_WRONLY);
  try {
    writeFileSync(descriptor, text);
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Into a neighbour first, which then takes the name: a reader never sees half of it, and a full disk leaves the old one as
 * it was. `write-file-atomic` does not loop over short writes: on a disk that fills up it puts half a file in the place
 * of the old one, without an error.
 */
function replace(path: string, text: string): void {
  const old = statSync(path, { throwIfNoEntry: false }) ?? null;
  const draft = join(dirname(path), `.leastscope-${randomUUID()}.tmp`);
  try {
    writeFileSync(draft, text, { flag: 'wx', mode: (old?.mode ?? 0o666) & 0o777 });
    if (old !== null) takeOver(old, draft);
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    if (old?.isFile() !== true || !isAboutTheFolder(error)) throw error;
    writeFileSync(path, text);
  }
}

/** Mode and owner of what was there. Whom a file belongs to is not everybody's to say: then it is whose run this is. */
function takeOver({ mode, uid, gid }: Stats, draft: string): void {
  try {
    chownSync(draft, uid, gid);
  } catch {
    // As said.
  }
  chmodSync(draft, mode & 0o7777);
}

/** The folder takes no new file, or the file is mounted by itself: it can still be written in its place. */
function isAboutTheFolder(error: unknown): boolean {
  const codes = ['EACCES', 'EPERM', 'EBUSY', 'EXDEV', 'EROFS'];
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
