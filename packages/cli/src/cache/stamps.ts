import type { Listing, Stamp } from '@leastscope/analyzer/disk';
import { statSync } from 'node:fs';

/** Times nearer to the start of a run than this prove nothing: the file may change within the same tick of the clock. */
const tick = 50;

/** What the disk says now of each file; what git's index says where it may be believed, which saves asking. */
export function stampsOf(root: string, listing: Listing, startedAt: number): readonly Stamp[] {
  return listing.paths.map((path) => {
    const stamp = listing.stampInIndex(path) ?? stampOf(`${root}/${path}`);
    const isSure = stamp !== null && Math.max(stamp.mtimeMs, stamp.ctimeMs) < startedAt - tick;
    return isSure ? stamp : unsure;
  });
}

/** Equal to nothing. */
export const unsure: Stamp = { mtimeMs: Number.NaN, ctimeMs: Number.NaN, size: -1 };

export function stampText(stamp: Stamp | null): string | null {
  return stamp === null ? null : `${String(stamp.mtimeMs)} ${String(stamp.ctimeMs)} ${String(stamp.size)}`;
}

/** Null for what is not there, or no file. */
export function stampOf(path: string): Stamp | null {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    return found?.isFile() === true ? found : null;
  } catch {
    return null;
  }
}
