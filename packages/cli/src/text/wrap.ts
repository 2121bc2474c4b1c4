import { widthOf } from './width.js';

/** Where a text stands on a screen. */
export interface WrapOptions {
  /** Columns of the screen. Without a width nothing is broken: a pipe has none, and `grep` wants whole sentences. */
  readonly width: number | undefined;
  /** Columns that are taken on the first line already. */
  readonly start: number;
  /** How many blanks begin every further line; fewer on a narrow screen. */
  readonly indent: number;
}

/**
 * The one way in which texts are broken into lines: between words, so that no line is wider than the screen. Names in
 * backticks stay whole as long as they fit into a line. What is wider by itself, a path say, is left for copying.
 */
export function wrap(text: string, options: WrapOptions): string {
  return options.width === undefined ? text : fill(words(text), ' ', options);
}

/** Cells of a row that has no room on one line: as many on each line as fit. */
export function wrapCells(cells: readonly string[], options: WrapOptions): string {
  return fill(cells, '  ', options);
}

/** Of the width; more would leave too little for the text. */
const mostIndent = 0.75;

function fill(pieces: readonly string[], gap: string, options: WrapOptions): string {
  const { width, start } = options;
  if (width === undefined) return pieces.join(gap);
  const indent = Math.min(options.indent, Math.floor(width * mostIndent));
  const lines: string[] = [];
  let line = '';
  let room = width - start;
  for (const { text, before } of pieces.flatMap((piece) => partsOf(piece, gap, width - indent))) {
    const longer = line === '' ? text : line + before + text;
    // The first line may have less room than the next.
    const mayMove = line !== '' || (lines.length === 0 && start > indent);
    if (mayMove && widthOf(longer) > room) {
      lines.push(line);
      line = text;
      room = width - indent;
    } else line = longer;
  }
  return [...lines, line].join(`\n${' '.repeat(indent)}`);
}

interface Part {
  readonly text: string;
  /** What stands before it on the same line. */
  readonly before: string;
}

/** A piece that fits into no line goes by its words. */
function partsOf(piece: string, gap: string, room: number): readonly Part[] {
  if (widthOf(piece) <= room) return [{ text: piece, before: gap }];
  return piece.split(/\s+/).map((text, index) => ({ text, before: index === 0 ? gap : ' ' }));
}

/** `GET /order` in backticks is one word. */
function words(text: string): readonly string[] {
  return text.match(/(?:[^\s`]|`[^`]*`|`)+/g) ?? [];
}
