export interface DiffLine {
  readonly sign: '-' | '+' | ' ';
  readonly line: string;
}

/** Beyond this many cells the middle is shown as replaced whole: readable anyway, and never slow. */
const mostCells = 4_000_000;
/** Unchanged lines around a change, as every diff has them. */
const context = 3;

/** Both texts as one sequence of kept, removed and added lines, by the longest common subsequence between the common ends. */
export function diffLines(before: readonly string[], after: readonly string[]): readonly DiffLine[] {
  const head = commonLength(before, after);
  const tail = commonLength(before.slice(head).reverse(), after.slice(head).reverse());
  const left = before.slice(head, before.length - tail);
  const right = after.slice(head, after.length - tail);
  const middle =
    left.length * right.length > mostCells
      ? [...removed(left), ...added(right)]
      : walk(left, right, commonTable(left, right));
  return [...kept(before.slice(0, head)), ...middle, ...kept(before.slice(before.length - tail))];
}

/** As `diff -u` prints it, so that `git apply` takes it; empty when nothing differs. */
export function unifiedDiff(name: string, before: string, after: string): readonly string[] {
  const lines = diffLines(before.split('\n'), after.split('\n'));
  const shown = lines.map((_, at) => lines.slice(Math.max(0, at - context), at + context + 1).some(isChange));
  const out: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    if (shown[at] !== true) continue;
    const end = shown.indexOf(false, at);
    const hunk = lines.slice(at, end === -1 ? lines.length : end);
    out.push(
      hunkHead(lines.slice(0, at), hunk),
      ...hunk.filter(isPrinted).map(({ sign, line }) => sign + line),
    );
    at += hunk.length - 1;
  }
  return out.length === 0 ? [] : [`--- a/${name}`, `+++ b/${name}`, ...out];

  /** What stands after the last line break is no line. */
  function isPrinted(line: DiffLine): boolean {
    return line !== lines.at(-1) || line.line !== '';
  }
  function hunkHead(above: readonly DiffLine[], hunk: readonly DiffLine[]): string {
    const printed = hunk.filter(isPrinted);
    const range = (sign: '-' | '+'): string => {
      const counts = ({ sign: own }: DiffLine): boolean => own === sign || own === ' ';
      return `${sign}${above.filter(counts).length + 1},${printed.filter(counts).length}`;
    };
    return `@@ ${range('-')} ${range('+')} @@`;
  }
}

function isChange({ sign }: DiffLine): boolean {
  return sign !== ' ';
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
): readonly DiffLine[] {
  const lines: DiffLine[] = [];
  let i = 0;
  let j = 0;
  while (i < left.length && j < right.length) {
    if (left[i] === right[j]) {
      lines.push(...kept(left.slice(i, ++i)));
      j += 1;
    } else if (at(table, i + 1, j) >= at(table, i, j + 1)) lines.push(...removed(left.slice(i, ++i)));
    else lines.push(...added(right.slice(j, ++j)));
  }
  return [...lines, ...removed(left.slice(i)), ...added(right.slice(j))];
}

function at(table: readonly Uint32Array[], i: number, j: number): number {
  return table[i]?.[j] ?? 0;
}

function kept(lines: readonly string[]): readonly DiffLine[] {
  return lines.map((line) => ({ sign: ' ', line }));
}

function removed(lines: readonly string[]): readonly DiffLine[] {
  return lines.map((line) => ({ sign: '-', line }));
}

function added(lines: readonly string[]): readonly DiffLine[] {
  return lines.map((line) => ({ sign: '+', line }));
}
