import { randomUUID } from 'node:crypto';
import { renameSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Misuse } from './misuse.js';

/**
 * Writes a file whole or not at all: into a neighbour first, which then takes the name. A reader never sees half of it,
 * and a full disk leaves the old one as it was. `shown` is how messages name the file.
 */
export function writeAtomically(path: string, text: string, shown: string): void {
  const target = followLink(path);
  const draft = join(dirname(target), `.${basename(target)}.${randomUUID()}.tmp`);
  try {
    writeFileSync(draft, text, { flag: 'wx' });
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { force: true });
    throw new Misuse(`cannot write ${shown}: ${reasonOf(error)}`, { cause: error });
  }
}

/** Through a symbolic link to the file itself, so that the link stays one. */
function followLink(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such folder',
  ENOTDIR: 'there is no such folder',
  EISDIR: 'it is a folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
};

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return reasons[code] ?? (code || 'unknown error');
}
