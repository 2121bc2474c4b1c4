import { editDistance } from '@leastscope/scope-catalog';

/** Letters that a typing mistake leaves out, adds, changes or swaps. */
const mostLetters = 2;
const ids = /^(?:\{[^}]*\}|:\w+)$/;

/**
 * Whether a path is what somebody typed who meant another one: white space around it, a version with a digit too few, or a
 * letter or two in one word. Another word is another thing, however likely.
 */
export function isSlip(written: string, meant: string): boolean {
  const [before, after] = [written.trim().split('/'), meant.split('/')];
  if (before.length !== after.length) return false;
  const different = before.flatMap((one, at) => {
    const other = after[at] ?? '';
    return one === other || (ids.test(one) && ids.test(other)) ? [] : [[one, other] as const];
  });
  return different.length <= 1 && different.every(([one, other]) => isTyped(one, other));
}

function isTyped(one: string, other: string): boolean {
  return !ids.test(one) && !ids.test(other) && editDistance(one, other) <= mostLetters;
}
