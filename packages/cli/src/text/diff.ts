import { createTwoFilesPatch, diffArrays, FILE_HEADERS_ONLY } from 'diff';
import { visible } from './visible.js';

export interface DiffLine {
  readonly sign: '-' | '+';
  readonly line: string;
}

/** Beyond this many edits the whole is shown as replaced: readable anyway, and never slow. */
const mostEdits = { maxEditLength: 2000 };

/** The lines that were taken out of a text, and those that came in, in their order. */
export function changedLines(before: readonly string[], after: readonly string[]): readonly DiffLine[] {
  const parts = diffArrays([...before], [...after], mostEdits) ?? [
    { removed: true, added: false, value: before },
    { removed: false, added: true, value: after },
  ];
  return parts
    .filter(({ added, removed }) => added || removed)
    .flatMap(({ added, value }) => value.map((line) => ({ sign: added ? '+' : '-', line }) as const));
}

/** As `diff -u` prints it, so that `git apply` takes it; empty when nothing differs. For output see `patchText`. */
export function unifiedDiff(name: string, before: string, after: string): readonly string[] {
  if (before === after) return [];
  const patch = createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
  return patch.replace(/\n$/, '').split('\n');
}

/** Lines of a patch for a terminal or a file: tabs and the return at the end of a line belong to the text that it must fit. */
export function patchText(lines: readonly string[]): string {
  // What stands between two matches is text, and each match is what parts it.
  const shown = (line: string): string =>
    line
      .split(/(\t|\r$)/)
      .map((part, index) => (index % 2 === 0 ? visible(part) : part))
      .join('');
  return lines.map((line) => `${shown(line)}\n`).join('');
}
