import type { FileKind } from '../model/file-kind.js';

/** Whether code of this kind says what the app needs. Tests do only when asked to. */
export function isCounted(kind: FileKind, includeTests: boolean): boolean {
  return kind !== 'test' || includeTests;
}
