import { createHash } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';
import { headOf, lines, readTreeEntries, type Entry } from './read-entries.js';
import { openRepository } from './repository.js';
import { isRead } from './snapshot-files.js';

export interface WorkTree {
  readonly folder: string;
  /** Files beside those that an analysis may read, by their paths from the folder. */
  readonly alsoRead: readonly string[];
  /** A folder that is written, not read; absolute. */
  readonly except: string;
}

/**
 * Whether what an analysis of a folder reads differs from the last commit: changed, added or gone. Null where git cannot
 * tell. Git's own comparison is not asked for: it would run the filters that the repository's configuration names.
 */
export function differsFromHead({ alsoRead, except, folder }: WorkTree): boolean | null {
  const opened = openRepository(folder);
  const head = opened.kind === 'repository' ? headOf(opened.repository) : '';
  if (opened.kind !== 'repository' || head === '') return null;
  const { repository } = opened;
  const at = real(folder);
  const prefix = at === repository.top ? '' : `${at.slice(repository.top.length + 1)}/`;
  const documents = new Set(alsoRead.map((path) => `${prefix}${path}`));
  const entries = readTreeEntries(repository, head);
  const listed = repository.askText('ls-files', '-z', '--cached', '--others', '--exclude-standard');
  if (listed === null) return null;
  const out = `${real(except)}/`;
  return [...new Set([...entries.keys(), ...lines(listed)])]
    .filter((path) => path.startsWith(prefix) && (isRead(path) || documents.has(path)))
    .filter((path) => !`${repository.top}/${path}`.startsWith(out))
    .some((path) => isOther(`${repository.top}/${path}`, entries.get(path)));
}

function isOther(path: string, entry: Entry | undefined): boolean {
  const bytes = read(path);
  if (entry === undefined) return bytes !== null;
  if (entry.kind !== 'file') return false;
  if (bytes === null) return true;
  // A checkout may have put in carriage returns that the commit has not.
  const plain = Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1');
  return ![bytes, plain].some((one) => nameOf(one, entry.object) === entry.object);
}

/** The name that git gives to a content, in the repository's own way of naming. */
function nameOf(bytes: Buffer, like: string): string {
  const hash = createHash(like.length === 64 ? 'sha256' : 'sha1');
  return hash
    .update(`blob ${String(bytes.length)}\0`)
    .update(bytes)
    .digest('hex');
}

function read(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

function real(path: string): string {
  try {
    return realpathSync(path).replaceAll('\\', '/');
  } catch {
    return path.replaceAll('\\', '/');
  }
}
