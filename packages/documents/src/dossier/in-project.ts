import type { Claims } from './claims.js';

/**
 * A path of the declaration, which is relative to the declaration's folder, as one of the project. An address of the
 * web stays as it is.
 */
export function inProject(path: string, { file }: Pick<Claims, 'file'>): string {
  if (isOnTheWeb(path) || file === null) return path;
  const folder = file.slice(0, file.lastIndexOf('/') + 1);
  return `${folder}${path.replace(/^(?:\.\/)+/, '')}`;
}

export function isOnTheWeb(path: string): boolean {
  return /^https?:/.test(path);
}
