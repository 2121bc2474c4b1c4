import type { FileSystem } from '@leastscope/analyzer';

/**
 * The disk with one file as the editor holds it. Where that differs from what is saved, the file has no stamp: what was
 * read of it lasts for one analysis, since the next key stroke changes the text and not the file.
 */
export function overlayFile(files: FileSystem, path: string, text: string): FileSystem {
  // In a run over a checkout every file is as it is on the disk, and what was read of it before still holds.
  const isSaved = files.readFile(path) === text;
  const readFile = (asked: string): string | null => (asked === path ? text : files.readFile(asked));
  if (isSaved) return { ...files, readFile };
  return {
    ...files,
    readFile,
    whyUnread: (asked) => (asked === path ? null : (files.whyUnread?.(asked) ?? null)),
    fileExists: (asked) => asked === path || files.fileExists(asked),
    stamp: (asked) => (asked === path ? null : (files.stamp?.(asked) ?? null)),
  };
}
