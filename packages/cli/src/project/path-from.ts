import { resolve } from 'node:path';
import { forwardSlashes } from '@leastscope/analyzer/disk';

/** Where a file lies that is named from a root: below it, or beside it (`../../packages/lib/a.ts`). Absolute, without detours. */
export function pathFrom(root: string, file: string): string {
  return file.startsWith('..') ? forwardSlashes(resolve(root, file)) : `${root}/${file}`;
}
