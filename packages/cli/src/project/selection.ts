import type { Analysis, FileSystem } from '@leastscope/analyzer';
import { dirname, resolve } from 'node:path';
import { Misuse } from '../host/misuse.js';
import { expandGlobs } from './expand-globs.js';
import type { DeclarationFinder } from './declaration-finder.js';
import { pathFrom } from './path-from.js';
import { forwardSlashes } from '@leastscope/analyzer/disk';

/** Files and folders that somebody has named. */
export interface Selection {
  /** Absolute, with forward slashes. */
  readonly paths: readonly string[];
  /** Whether a file, by its absolute path, is one of them or lies in one of them. */
  readonly holds: (path: string) => boolean;
}

/** Null where nothing is named: then everything is meant. What is named has to be there. */
export async function readSelection(
  given: readonly string[],
  cwd: string,
  files: Pick<FileSystem, 'fileExists' | 'directoryExists'>,
): Promise<Selection | null> {
  if (given.length === 0) return null;
  const paths = (await expandGlobs(given, cwd)).map((one) => forwardSlashes(resolve(cwd, one)));
  const missing = paths.findIndex((path) => !files.fileExists(path) && !files.directoryExists(path));
  if (missing >= 0) throw new Misuse(`there is no file or folder ${given[missing] ?? ''}`);
  return {
    paths,
    holds: (path) => paths.some((one) => path === one || path.startsWith(`${one}/`)),
  };
}

/** The folders whose declarations speak for what is named; several in a monorepo. */
export function rootsOf(
  { paths }: Selection,
  files: Pick<FileSystem, 'directoryExists'>,
  finder: DeclarationFinder,
): readonly string[] {
  const roots = paths.flatMap((path) => {
    const isFolder = files.directoryExists(path);
    const above = finder.nearest(isFolder ? path : dirname(path));
    if (above !== null) return [forwardSlashes(above)];
    return isFolder ? finder.below(path).map((folder) => `${path}/${folder}`) : [];
  });
  return [...new Set(roots)].sort();
}

/** What an analysis says of the files that are named. Whatever it is of the whole, its coverage, say, stays. */
export function selectFrom(analysis: Analysis, root: string, { holds }: Selection): Analysis {
  const isNamed = (file: string): boolean => holds(pathFrom(root, file));
  return {
    ...analysis,
    findings: analysis.findings.filter(({ place }) => isNamed(place.file)),
    needs: {
      ...analysis.needs,
      open: analysis.needs.open.filter(({ place }) => isNamed(place.file)),
      unread: analysis.needs.unread.filter(({ file }) => isNamed(file)),
    },
  };
}
