import type { FileSystem } from '@leastscope/analyzer';

/** The disk with one file as the editor holds it, saved or not. */
export function overlayFile(files: FileSystem, path: string, text: string): FileSystem {
  return {
    ...files,
    readFile: (asked) => (asked === path ? text : files.readFile(asked)),
    fileExists: (asked) => asked === path || files.fileExists(asked),
  };
}
