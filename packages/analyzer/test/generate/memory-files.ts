import type { FileSystem } from '../../src/index.js';

export const memoryRoot = '/app';

/** Files by their path relative to the root, held in memory, listed in code-unit order. */
export function createMemoryFiles(files: Readonly<Record<string, string>>): FileSystem {
  const texts = new Map(Object.entries(files).map(([path, text]) => [`${memoryRoot}/${path}`, text]));
  const folders = new Set([...texts.keys()].flatMap(foldersAbove));
  const sources = [...texts.keys()]
    .filter((path) => /\.(?:[cm]?[jt]sx?|vue|svelte|astro)$/.test(path))
    .sort();
  return {
    readFile: (path) => texts.get(path) ?? null,
    fileExists: (path) => texts.has(path),
    directoryExists: (path) => folders.has(path),
    realPath: (path) => path,
    listFolders: (path) =>
      [...folders]
        .filter((folder) => folder.startsWith(`${path}/`) && !folder.slice(path.length + 1).includes('/'))
        .map((folder) => folder.slice(path.length + 1))
        .sort(),
    listFiles: (root) => sources.filter((path) => path.startsWith(`${root}/`)),
  };
}

/** The same files, listed the other way round: no output may depend on the order. */
export function listedBackwards(files: FileSystem): FileSystem {
  return { ...files, listFiles: (root) => [...files.listFiles(root)].reverse() };
}

function foldersAbove(path: string): string[] {
  const parts = path.split('/');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
}
