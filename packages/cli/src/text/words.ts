import type { Layout } from './layout.js';
import { widthOf } from './width.js';
import { wrap, wrapCells } from './wrap.js';

/** `1 error`, `2 errors`. */
export function count(number: number, noun: string): string {
  return `${number} ${number === 1 ? noun : `${noun}s`}`;
}

/** A text with blanks behind it up to a width in columns. */
export function padTo(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

/** A row of a list: its cells. */
export type Row = readonly string[];

/** Rows below a title, two blanks further in. */
export function printRows(rows: readonly Row[], { width }: Pick<Layout, 'width'>): readonly string[] {
  const room = width === undefined ? undefined : width - 2;
  return alignColumns(rows, room).map((line) => `  ${line.replaceAll('\n', '\n  ')}`);
}

/** A last column that is narrower than this is hard to read. */
const narrowest = 20;

/**
 * Columns of equal width, two blanks apart; the last one is not padded. Where the widest row is wider than `room`, the last
 * column is broken into lines; where that leaves it too little room, no column is kept.
 */
export function alignColumns(rows: readonly Row[], room: number | undefined): readonly string[] {
  const widths: number[] = [];
  for (const row of rows)
    row.forEach((cell, index) => (widths[index] = Math.max(widths[index] ?? 0, widthOf(cell))));
  const lines = rows.map((row) => joinCells(row, widths));
  if (room === undefined || lines.every((line) => widthOf(line) <= room)) return lines;
  const start = widths.slice(0, -1).reduce((sum, width) => sum + width + 2, 0);
  if (room - start < narrowest)
    return rows.map((row) => wrapCells(row.filter(isFilled), { width: room, start: 0, indent: 2 }));
  return rows.map((row) => {
    const last = wrap(row[widths.length - 1] ?? '', { width: room, start, indent: start });
    return joinCells([...row.slice(0, widths.length - 1), last], widths);
  });
}

function joinCells(row: Row, widths: readonly number[]): string {
  return row
    .map((cell, index) => (index < widths.length - 1 ? padTo(cell, widths[index] ?? 0) : cell))
    .join('  ')
    .trimEnd();
}

function isFilled(cell: string): boolean {
  return cell !== '';
}
