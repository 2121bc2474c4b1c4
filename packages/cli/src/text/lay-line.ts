import { visible } from './visible.js';
import { charactersOf, widthOf } from './width.js';

/** A source line as it is printed, and where its characters came to stand. */
export interface LaidLine {
  readonly text: string;
  /** From an offset in UTF-16 code units to a terminal column, both from zero; the end of what is shown for all beyond it. */
  readonly columnAt: (offset: number) => number;
  /** How many code units of the line are shown, and whether more were there. */
  readonly length: number;
  readonly isCut: boolean;
}

const tab = '    ';
const cutOff = '…';

/**
 * Lays a line out for the terminal: tabs expanded, deceptive characters spelled out, so that the marks below it stand
 * where they should. What has no room is cut off.
 */
export function layLine(line: string, room: number): LaidLine {
  const columns: number[] = [];
  let text = '';
  let column = 0;
  const shown = charactersOf(line).map((character) => {
    const seen = character === '\t' ? tab : visible(character);
    return { seen, length: character.length, width: widthOf(seen) };
  });
  const isCut = shown.reduce((sum, { width }) => sum + width, 0) > room;
  for (const { seen, length, width } of shown) {
    if (isCut && column + width > room - 1) {
      text += cutOff;
      break;
    }
    columns.push(...Array<number>(length).fill(column));
    text += seen;
    column += width;
  }
  return { text, columnAt: (offset) => columns[offset] ?? column, length: columns.length, isCut };
}
