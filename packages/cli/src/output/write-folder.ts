import { randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  type Stats,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Misuse } from '../host/misuse.js';
import { cannotWrite } from './cannot-write.js';
import { makeFolders } from './make-folders.js';
import { followLinks } from './target.js';

export interface FolderFile {
  /** No folders in it. */
  readonly name: string;
  readonly text: string;
}

const index = 'pack.json';

/** The `pack.json` that stands in a folder; null where there is none that can be read. */
export function readOldPack(
  given: string,
  cwd: string,
): { readonly text: string; readonly data: unknown } | null {
  try {
    const text = readFileSync(join(followLinks(resolve(cwd, given)), index), 'utf8');
    return { text, data: JSON.parse(text) as unknown };
  } catch {
    return null;
  }
}

/**
 * Makes the folder hold exactly these files: all of them or, when something goes wrong, what it held before. A folder
 * that holds anything but an older pack is refused, since nobody's own files may go.
 */
export function writeFolder(given: string, cwd: string, files: readonly FolderFile[]): void {
  const path = followLinks(resolve(cwd, given));
  refuseForeign(path, given, files, cwd);
  const draft = join(dirname(path), `.leastscope-${randomUUID()}.tmp`);
  try {
    makeFolders(dirname(path));
    mkdirSync(draft);
    for (const { name, text } of files) writeFileSync(join(draft, name), text);
    exchange(path, draft);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw cannotWrite(given, error);
  }
}

function exchange(path: string, draft: string): void {
  if (!existsSync(path)) {
    renameSync(draft, path);
    return;
  }
  const old = `${draft}.old`;
  renameSync(path, old);
  try {
    renameSync(draft, path);
  } catch (error) {
    renameSync(old, path);
    throw error;
  }
  rmSync(old, { recursive: true, force: true });
}

function refuseForeign(path: string, given: string, files: readonly FolderFile[], cwd: string): void {
  const found = statOf(path, given);
  if (found === undefined) return;
  if (!found.isDirectory())
    throw new Misuse(
      `--out: ${given} is ${found.isFile() ? 'a file' : 'a device'}, and the pack is a folder`,
    );
  const ours = new Set([index, ...files.map(({ name }) => name), ...namedIn(readOldPack(given, cwd)?.data)]);
  const names = readdirSync(path).sort();
  const isPack = names.length === 0 || names.includes(index);
  const foreign = isPack ? names.find((name) => !ours.has(name)) : names[0];
  if (foreign !== undefined)
    throw new Misuse(`--out: ${given} holds ${foreign}, which is no part of a pack; choose an empty folder`);
}

/** A file may stand where a folder is named. */
function statOf(path: string, given: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    throw cannotWrite(given, error);
  }
}

function namedIn(data: unknown): readonly string[] {
  if (typeof data !== 'object' || data === null || !('outputs' in data) || !Array.isArray(data.outputs))
    return [];
  return data.outputs.flatMap((one: unknown) =>
    typeof one === 'object' && one !== null && 'file' in one && typeof one.file === 'string'
      ? [one.file]
      : [],
  );
}
