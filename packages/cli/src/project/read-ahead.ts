import type { DiskFiles } from '@leastscope/analyzer/disk';
import type { Workspace } from './find-projects.js';

/**
 * The disk, with the first project listed at once and its texts read in another thread: meanwhile the engine can be
 * loaded.
 */
export function readAhead(disk: DiskFiles, { projects: [project] }: Workspace): DiskFiles {
  if (project === undefined) return disk;
  const paths = disk.listFiles(project.root);
  disk.readAhead?.(paths);
  return { ...disk, listFiles: (root) => (root === project.root ? paths : disk.listFiles(root)) };
}
