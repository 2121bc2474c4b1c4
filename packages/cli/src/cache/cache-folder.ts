import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CacheChoice } from '../project/project-options.js';

/**
 * Where to remember a project: below the nearest `node_modules`, where tools of JavaScript keep such things. Without
 * one, below the nearest package; null where there is neither, for no folder shall turn up unasked.
 */
export function cacheFolder(choice: CacheChoice, base: string): string | null {
  if (choice.kind === 'off') return null;
  if (choice.kind === 'at') return choice.folder;
  const home = nearest(base, 'node_modules') ?? nearest(base, 'package.json');
  return home === null ? null : join(home, 'node_modules', '.cache', 'leastscope');
}

function nearest(folder: string, name: string): string | null {
  if (existsSync(join(folder, name))) return folder;
  return dirname(folder) === folder ? null : nearest(dirname(folder), name);
}
