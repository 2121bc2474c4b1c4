import type { Project } from 'ts-morph';
import { compareText } from '../lookups/places.js';
import type { FileSystem } from '../model/analysis.js';

/** What is asked of a project of ts-morph: whichever release it is of. */
export type MorphProject = Pick<Project, 'getSourceFiles' | 'getSourceFile' | 'getFileSystem'>;

const source = /\.(?:[cm]?[jt]sx?|vue|svelte|astro)$/;
const notSource = /(?:\.d\.[cm]?ts|\.min\.[cm]?js)$|\/node_modules\//;

/**
 * A project's files as the engine sees them: the texts that the project holds, saved or not, and for all else (settings of
 * packages and of the compiler) its file system.
 */
export function projectFiles(project: MorphProject): FileSystem {
  const host = project.getFileSystem();
  return {
    readFile: (path) => {
      const held = project.getSourceFile(path)?.getFullText();
      const text = held ?? attempt(() => host.readFileSync(path)) ?? null;
      return text === null ? null : text.replace(/^\ufeff/, '');
    },
    fileExists: (path) => project.getSourceFile(path) !== undefined || host.fileExistsSync(path),
    directoryExists: (path) => host.directoryExistsSync(path),
    realPath: (path) => attempt(() => host.realpathSync(path)) ?? path,
    listFiles: (root) =>
      project
        .getSourceFiles()
        .map((file): string => file.getFilePath())
        .filter((path) => path.startsWith(`${root}/`) && source.test(path) && !notSource.test(path))
        .sort(compareText),
  };
}

/** File systems of ts-morph throw where ours gives null. */
function attempt(read: () => string): string | null {
  try {
    return read();
  } catch {
    return null;
  }
}
