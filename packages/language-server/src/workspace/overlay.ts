import { isSourcePath } from '@leastscope/analyzer/disk';
import type { DiskFiles } from '@leastscope/analyzer/disk';
import type { FileSystem } from '@leastscope/analyzer';

/** A text that an editor holds, saved or not. */
export interface OpenText {
  readonly text: string;
  /** Of no other text that was held before, in this file or another. */
  readonly serial: number;
}

/** The disk with the texts that an editor holds laid over it, by absolute path. */
export function overlay(disk: DiskFiles, open: ReadonlyMap<string, OpenText>): FileSystem {
  if (open.size === 0) return disk;
  return {
    ...disk,
    readFile: (path) => open.get(path)?.text ?? disk.readFile(path),
    whyUnread: (path) => (open.has(path) ? null : disk.whyUnread(path)),
    fileExists: (path) => open.has(path) || disk.fileExists(path),
    stamp: (path) => {
      const held = open.get(path);
      // Not the disk's stamp: facts of the one must never be taken for facts of the other.
      return held === undefined ? disk.stamp(path) : `open ${String(held.serial)}`;
    },
    listFiles: (root) => withOpen(disk.listFiles(root), root, [...open.keys()]),
    readMany: undefined,
  };
}

/** A new file that is not saved yet is part of the project too. */
function withOpen(listed: readonly string[], root: string, open: readonly string[]): readonly string[] {
  const known = new Set(listed);
  const fresh = open.filter(
    (path) => path.startsWith(`${root}/`) && isSourcePath(path.slice(root.length + 1)) && !known.has(path),
  );
  return fresh.length === 0 ? listed : [...listed, ...fresh].sort();
}
