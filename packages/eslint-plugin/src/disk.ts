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
 * the same. What an editor holds unsaved is never in it, see `overlayFile`. A lint run asks for each file once, and for what
 * many import again and again: more than that need not be kept, and the facts of one file take some 130 KB.
 */
export const memory: LastingMemory = createWorkspaceMemory({ facts: createBoundedMap(300) });
