import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Misuse } from '../host/misuse.js';
import { forwardSlashes } from '@leastscope/analyzer/disk';

/**
 * Files for globs, where no shell has expanded them: on Windows, in quotes, in the settings of a CI. A file by that very name
 * comes first.
 */
export async function expandGlobs(given: readonly string[], cwd: string): Promise<readonly string[]> {
  const isPlain = (one: string): boolean => !/[*?[\]{}]/.test(one) || existsSync(resolve(cwd, one));
  if (given.every(isPlain)) return given;
  // Late: most calls name files.
  const { default: fastGlob } = await import('fast-glob');
  return given.flatMap((one) => {
    if (isPlain(one)) return [one];
    const found = fastGlob.globSync(forwardSlashes(one), { cwd, ignore: ['**/node_modules/**'] }).sort();
    if (found.length === 0) throw new Misuse(`no file is called ${one}`);
    return found;
  });
}
