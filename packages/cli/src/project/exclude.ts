import { listFiles, type DiskFiles, type Listing } from '@leastscope/analyzer/disk';
import type { ProjectOptions } from './project-options.js';

/** Whether a file, by its absolute path with forward slashes, is left out. */
export type IsExcluded = (path: string) => boolean;

/**
 * Globs are read from where the program runs; a folder stands for all that is in it. What is left out is not looked through
 * for calls. Where other code imports from it, it is read all the same.
 */
export async function excluder({
  exclude,
  cwd,
}: Pick<ProjectOptions, 'exclude' | 'cwd'>): Promise<IsExcluded> {
  if (exclude.length === 0) return () => false;
  // Late: hardly any run leaves something out.
  const { default: picomatch } = await import('picomatch');
  const globs = exclude.map((glob) => glob.replace(/^\.\//, '').replace(/\/+$/, ''));
  const fits = picomatch([...globs, ...globs.map((glob) => `${glob}/**`)], { dot: true });
  return (path) => path.startsWith(`${cwd}/`) && fits(path.slice(cwd.length + 1));
}

/** The source files of a folder on the disk, as the memory records them. */
export function listWithout(isExcluded: IsExcluded, root: string): Listing {
  const listing = listFiles(root);
  return { ...listing, paths: listing.paths.filter((path) => !isExcluded(`${root}/${path}`)) };
}

export function without(isExcluded: IsExcluded, files: DiskFiles): DiskFiles {
  return { ...files, listFiles: (root) => files.listFiles(root).filter((path) => !isExcluded(path)) };
}
