import type { CategoryId } from '@leastscope/scope-catalog';

/** A row that speaks for a leaf, for all below a place (`data.creator.*`), or for the rest of an answer (`*`). */
export interface PlaceRow {
  readonly path: string;
  readonly category: CategoryId;
}

/** The row that speaks for a leaf: its own, else the nearest place above, else the rest. Null where none does. */
export function rowOfLeaf<Row extends PlaceRow>(rows: readonly Row[], leaf: string): Row | null {
  const speaking = rows.filter(({ path }) => path === leaf || path === '*' || isAbove(path, leaf));
  return speaking.sort((a, b) => weightOf(b.path, leaf) - weightOf(a.path, leaf))[0] ?? null;
}

function isAbove(path: string, leaf: string): boolean {
  return path.endsWith('.*') && leaf.startsWith(path.slice(0, -1));
}

function weightOf(path: string, leaf: string): number {
  return path === leaf ? Infinity : path.length;
}
