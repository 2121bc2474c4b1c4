import { fromFolderOf } from '@leastscope/analyzer';
import type { Claims } from './claims.js';

/**
 * A path of the declaration, which is relative to the declaration's folder, as one of the project. An address of the
 * web stays as it is.
 */
export function inProject(path: string, { file }: Pick<Claims, 'file'>): string {
  return isOnTheWeb(path) || file === null ? path : fromFolderOf(file, path);
}

export function isOnTheWeb(path: string): boolean {
  return /^https?:/.test(path);
}
