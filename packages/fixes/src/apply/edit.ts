import type { Operation, Range } from '../model/operation.js';
import type { OpenSource } from './open-source.js';

/** A stretch of a text, and what stands there afterwards. */
export interface Edit {
  readonly range: Range;
  readonly text: string;
}

/** The changes of one operation, or half a sentence why there are none. */
export type Edits = readonly Edit[] | string;

export type Editor<O extends Operation> = (operation: O, source: OpenSource) => Edits;

/** Replaces from the end to the beginning, so that offsets hold; of two at one place the first stands first. */
export function splice(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .reverse()
    .sort((a, b) => b.range[0] - a.range[0])
    .reduce(
      (result, { range: [from, to], text: part }) => result.slice(0, from) + part + result.slice(to),
      text,
    );
}

/** Two insertions at one place do not overlap: each stays whole. */
export function overlap(a: Edit, b: Edit): boolean {
  const [[aFrom, aTo], [bFrom, bTo]] = [a.range, b.range];
  if (aFrom === aTo && bFrom === bTo) return false;
  return aFrom < bTo && bFrom < aTo;
}

export function isSame(a: Edit, b: Edit): boolean {
  return a.range.join() === b.range.join() && a.text === b.text;
}
