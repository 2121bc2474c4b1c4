import type { Painter } from '../text/painter.js';
import { visible } from '../text/visible.js';

/**
 * How a manifest on disk differs from the fresh one, as lines with `-` and `+`; empty when it still holds. Line numbers
 * are left out of the comparison: a call that merely moved down makes no claim stale.
 */
export function compareManifests(old: string, fresh: string, painter: Painter): readonly string[] {
  const before = withoutLineNumbers(old).split('\n');
  const after = withoutLineNumbers(fresh).split('\n');
  return diffLines(before, after).map(({ sign, line }) =>
    sign === '+' ? painter.added(`+ ${visible(line)}`) : painter.removed(`- ${visible(line)}`),
  );
}

function withoutLineNumbers(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(/^( *)"line": \d+,\n/gm, '');
}

interface Change {
  readonly sign: '-' | '+';
  readonly line: string;
}

/** Beyond this many cells the middle is shown as replaced whole: readable anyway, and never slow. */
const mostCells = 4_000_000;

/** The changed lines, by the longest common subsequence of what lies between the common ends. */
function diffLines(before: readonly string[], after: readonly string[]): readonly Change[] {
  const head = commonLength(before, after);
  const tail = commonLength(before.slice(head).reverse(), after.slice(head).reverse());
  const left = before.slice(head, before.length - tail);
  const right = after.slice(head, after.length - tail);
  if (left.length * right.length > mostCells) return [...removed(left), ...added(right)];
  return walk(left, right, commonTable(left, right));
}

function commonLength(a: readonly string[], b: readonly string[]): number {
  const differs = a.findIndex((line, index) => line !== b[index]);
  return differs === -1 ? a.length : differs;
}

/** `table[i][j]`: how many lines `left` from i and `right` from j have in common. */
function commonTable(left: readonly string[], right: readonly string[]): readonly Uint32Array[] {
  const table = Array.from({ length: left.length + 1 }, () => new Uint32Array(right.length + 1));
  for (let i = left.length - 1; i >= 0; i -= 1) {
    for (let j = right.length - 1; j >= 0; j -= 1) {
      const value =
        left[i] === right[j]
          ? at(table, i + 1, j + 1) + 1
          : Math.max(at(table, i + 1, j), at(table, i, j + 1));
      table[i]?.set([value], j);
    }
  }
  return table;
}

function walk(
  left: readonly string[],
  right: readonly string[],
  table: readonly Uint32Array[],
): readonly Change[] {
  const changes: Change[] = [];
  let i = 0;
  let j = 0;
  while (i < left.length && j < right.length) {
    if (left[i] === right[j]) {
      i += 1;
      j += 1;
    } else if (at(table, i + 1, j) >= at(table, i, j + 1)) changes.push(...removed(left.slice(i, ++i)));
    else changes.push(...added(right.slice(j, ++j)));
  }
  return [...changes, ...removed(left.slice(i)), ...added(right.slice(j))];
}

function at(table: readonly Uint32Array[], i: number, j: number): number {
  return table[i]?.[j] ?? 0;
}

function removed(lines: readonly string[]): readonly Change[] {
  return lines.map((line) => ({ sign: '-', line }));
}

function added(lines: readonly string[]): readonly Change[] {
  return lines.map((line) => ({ sign: '+', line }));
}
