import type { Place } from '@leastscope/analyzer';
import { layLine } from './lay-line.js';
import type { Painter } from './painter.js';

/** A place to underline. */
export interface Mark {
  readonly place: Place;
  readonly sign: '^' | '~';
  readonly note: string;
  readonly paint: (text: string) => string;
}

/** One underlined stretch of one line; offsets in the line, from zero. */
interface Stroke {
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly mark: Mark;
  /** Only the last stroke of a mark carries its note. */
  readonly note: string;
  /** Whether the mark goes on below what is shown. */
  readonly goesOn: boolean;
}

/** Longer lines (generated, minified) are cut around the mark. */
const widest = 160;
const lead = 40;
/** A place over more lines than this shows its first one: what is called stands there, the rest is arguments. */
const mostLines = 2;

/** How many columns the line numbers of these marks take. */
export function gutterWidth(marks: readonly Mark[]): number {
  return String(Math.max(...marks.map((mark) => mark.place.end.line))).length;
}

/**
 * The lines around some places of one file, numbered and underlined.
 *
 * @example
 * 12 |   await api.post('/order/202309/orders/search');
 *    |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
export function codeFrame(source: string, marks: readonly Mark[], painter: Painter): readonly string[] {
  const lines = source.split(/\r\n|[\n\r\u2028\u2029]/);
  const width = gutterWidth(marks);
  const strokes = marks
    .flatMap((mark) => strokesOf(mark, lines))
    .sort((a, b) => a.line - b.line || a.from - b.from);
  const gutter = (label: string): string => painter.gutter(`${label.padStart(width)} |`);
  const frame: string[] = [gutter('')];
  let last: number | null = null;
  for (const [index, stroke] of strokes.entries()) {
    const window = cut(lines[stroke.line - 1] ?? '', stroke.from);
    if (last !== null && stroke.line > last + 1) frame.push(painter.gutter('...'));
    if (stroke.line !== last) frame.push(`${gutter(String(stroke.line))} ${window.laid.text}`.trimEnd());
    frame.push(`${gutter('')} ${underline(stroke, window)}`);
    if (stroke.goesOn && index === strokes.length - 1) frame.push(painter.gutter('...'));
    last = stroke.line;
  }
  return frame;
}

function strokesOf(mark: Mark, lines: readonly string[]): readonly Stroke[] {
  const { start, end } = mark.place;
  // An end at the first column of a line does not touch that line.
  const lastLine = end.column === 1 && end.line > start.line ? end.line - 1 : end.line;
  const all = Array.from({ length: lastLine - start.line + 1 }, (_, index) => start.line + index);
  const shown = all.length <= mostLines ? all : [start.line];
  return shown
    .filter((line) => line <= lines.length)
    .map((line) => {
      const text = lines[line - 1] ?? '';
      const from = line === start.line ? start.column - 1 : text.length - text.trimStart().length;
      const to = line === end.line ? end.column - 1 : text.trimEnd().length;
      return {
        line,
        from,
        to,
        mark,
        note: line === shown.at(-1) ? mark.note : '',
        goesOn: shown.length < all.length,
      };
    });
}

interface Window {
  readonly laid: ReturnType<typeof layLine>;
  readonly offset: number;
}

function cut(line: string, focus: number): Window {
  if (line.length <= widest) return { laid: layLine(line), offset: 0 };
  const from = Math.max(0, focus - lead);
  const before = from > 0 ? '…' : '';
  const after = from + widest < line.length ? '…' : '';
  return { laid: layLine(before + line.slice(from, from + widest) + after), offset: from - before.length };
}

function underline(stroke: Stroke, { laid, offset }: Window): string {
  const from = laid.columnAt(stroke.from - offset);
  const to = laid.columnAt(stroke.to - offset);
  const signs = stroke.mark.sign.repeat(Math.max(1, to - from));
  const note = stroke.note === '' ? '' : ` ${stroke.note}`;
  return ' '.repeat(from) + stroke.mark.paint(signs + note);
}
