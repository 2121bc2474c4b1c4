import { existsSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * The nearest folder, from `folder` upward, that holds `name`; null when none does. The search ends at the root of the
 * repository: what lies above belongs to somebody else.
 */
export function findUpward(folder: string, name: string): string | null {
  if (existsSync(`${folder}/${name}`)) return folder;
  const parent = dirname(folder);
  if (parent === folder || existsSync(`${folder}/.git`)) return null;
  return findUpward(parent, name);
}
