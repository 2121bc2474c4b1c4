import { visible } from './visible.js';

/** A source line as it is printed, and where its characters came to stand. */
export interface LaidLine {
  readonly text: string;
  /** From an offset in UTF-16 code units to a terminal column, both from zero. */
  readonly columnAt: (offset: number) => number;
}

const tab = '    ';
/** Marks that combine with the character before them take no column of their own. */
const noColumn = /^(?:\p{Mn}|\p{Me}|[\u200b-\u200d]|[\ufe00-\ufe0f])$/u;
/** East Asian wide and full-width forms, and pictures, take two columns. */
const twoColumns =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]$|^\p{Emoji_Presentation}$/u;

/**
 * Lays a line out for the terminal: tabs expanded, deceptive characters spelled out, so that the marks below it stand
 * where they should.
 */
export function layLine(line: string): LaidLine {
  const columns: number[] = [];
  let text = '';
  let column = 0;
  for (const char of line) {
    const shown = char === '\t' ? tab : visible(char);
    columns.push(...Array<number>(char.length).fill(column));
    text += shown;
    column += shown === char ? widthOf(char) : shown.length;
  }
  return { text, columnAt: (offset) => columns[offset] ?? column };
}

function widthOf(char: string): number {
  if (char.length === 1 && char < '\u0300') return 1;
  if (noColumn.test(char)) return 0;
  return twoColumns.test(char) ? 2 : 1;
}
