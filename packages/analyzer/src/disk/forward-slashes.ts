import { sep } from 'node:path';

/** A path of this system with forward slashes. Elsewhere than on Windows a backslash is a letter of a name like any other. */
export function forwardSlashes(path: string): string {
  return sep === '\\' ? path.replaceAll('\\', '/') : path;
}
