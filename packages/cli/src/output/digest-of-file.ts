import { createHash } from 'node:crypto';
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Larger ones are no documents that somebody would attach. */
const mostBytes = 64 * 1024 * 1024;

/** sha256 (hex) of a file of the project; null where there is none, or where it leads out of the project. */
export function digestOfFile(root: string, path: string): string | null {
  try {
    const real = realpathSync(join(root, path));
    const home = realpathSync(root);
    const found = statSync(real);
    if (!real.startsWith(home) || !found.isFile() || found.size > mostBytes) return null;
    return createHash('sha256').update(readFileSync(real)).digest('hex');
  } catch {
    return null;
  }
}
