import type { FactsCache } from '@leastscope/analyzer';
import { createDiskFiles, type DiskFiles } from '@leastscope/analyzer/disk';

/** For single questions. An analysis takes one of its own: what it learns of a folder holds for one run only. */
export const disk: DiskFiles = createDiskFiles();

/**
 * What was read of files, for as long as the process lives: each entry counts only while time and size of its file are the
 * same. The file in hand is never in it, see `overlayFile`.
 */
export const facts: FactsCache = new Map();
