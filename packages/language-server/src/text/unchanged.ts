/** How much of two texts is the same at the beginning and at the end, in UTF-16 code units; the ends never meet. */
export interface CommonEnds {
  readonly start: number;
  readonly end: number;
}

export function commonEnds(before: string, after: string): CommonEnds {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return { start, end };
}

/**
 * Where an offset of one text stands in another, as long as it lies before or behind what differs: not at its edge, where a word
 * may have grown. Null elsewhere.
 */
export function movedOffset(offset: number, from: string, to: string): number | null {
  const { start, end } = commonEnds(from, to);
  if (offset < start) return offset;
  return offset > from.length - end ? offset + to.length - from.length : null;
}
