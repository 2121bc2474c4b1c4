import type { FileSystem } from '@leastscope/analyzer';

/**
 * The disk with one file as the editor holds it, saved or not. That file has no stamp: what was read of it lasts for one
 * analysis, since the next key stroke changes the text and not the file.
 */
export function overlayFile(files: FileSystem, path: string, text: string): FileSystem {
  return {
    ...files,
    readFile: (asked) => (asked === path ? text : files.readFile(asked)),
    whyUnread: (asked) => (asked === path ? null : (files.whyUnread?.(asked) ?? null)),
    fileExists: (asked) => asked === path || files.fileExists(asked),
    stamp: (asked) => (asked === path ? null : (files.stamp?.(asked) ?? null)),
  };
}
