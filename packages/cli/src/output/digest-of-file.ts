import { createHash } from 'node:crypto';
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';

/** Larger ones are no documents that somebody would attach. */
const mostBytes = 64 * 1024 * 1024;
/** A page of text, or a list. */
const mostText = 4 * 1024 * 1024;

/** sha256 (hex) of a file of the project; null where there is none, or where it leads out of the project. */
export function digestOfFile(root: string, path: string): string | null {
  const bytes = bytesOf(root, path, mostBytes);
  return bytes === null ? null : createHash('sha256').update(bytes).digest('hex');
}

/** The text of a file of the project, under the same conditions. */
export function textOfFile(root: string, path: string): string | null {
  return bytesOf(root, path, mostText)?.toString('utf8') ?? null;
}

function bytesOf(root: string, path: string, most: number): Buffer | null {
  try {
    const real = realpathSync(join(root, path));
    const home = realpathSync(root);
    const found = statSync(real);
    if (!real.startsWith(join(home, sep)) || !found.isFile() || found.size > most) return null;
    return readFileSync(real);
  } catch {
    return null;
  }
}
