import type { Guarded } from './value.js';

/** So many possibilities, and so many pieces of texts, cost no more than one. */
const freeWidth = 16;

/** About so many choices of possibilities, or pieces of texts, are gone through in the time of one step. */
const widthOfStep = 64;

/** Steps for many possibilities, or long texts, at once: whoever asks for them goes through all, and copies what they hang on. */
export function weightOf(found: readonly Guarded[]): number {
  return weightOfChoices(found) + weightOfPieces(found);
}

function weightOfChoices(found: readonly Guarded[]): number {
  if (found.length <= freeWidth) return 0;
  const hangsOn = Object.keys(found.at(-1)?.guard ?? {}).length;
  return Math.floor((found.length * (1 + hangsOn)) / widthOfStep);
}

function weightOfPieces(found: readonly Guarded[]): number {
  let pieces = 0;
  for (const { value } of found)
    if (value.kind === 'text' && value.pieces.length > freeWidth) pieces += value.pieces.length;
  return Math.floor(pieces / widthOfStep);
}
