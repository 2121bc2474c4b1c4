import {
  createDiskFiles,
  createWorkspaceMemory,
  type DiskFiles,
  type LastingMemory,
} from '@leastscope/analyzer/disk';
import { createBoundedMap } from './bounded-map.js';

/** For single questions. An analysis takes one of its own: what it learns of a folder holds for one run only. */
export const disk: DiskFiles = createDiskFiles();

/**
 * What was learnt of files, for as long as the process lives: each entry counts only while time and size of its file are
 * the same. What an editor holds unsaved is never in it, see `overlayFile`. Only files that call the platform, or that
 * these import, are read at all, so hardly any project has that many.
 */
export const memory: LastingMemory = createWorkspaceMemory({ facts: createBoundedMap(1000) });
