import type { Place } from '@leastscope/analyzer';
import { layLine } from './lay-line.js';
import type { Layout } from './layout.js';
import { wrap } from './wrap.js';

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

/** Longer lines (generated, minified) are cut around the mark; on a screen, whatever has no room on it. */
const widest = 160;
const narrowest = 20;
const lead = 0.25;
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
export function codeFrame(source: string, marks: readonly Mark[], layout: Layout): readonly string[] {
  const { painter } = layout;
  const lines = source.split(/\r\n|[\n\r\u2028\u2029]/);
  const width = gutterWidth(marks);
  const room = Math.max(narrowest, Math.min(widest, (layout.width ?? Infinity) - width - 3));
  const strokes = marks
    .flatMap((mark) => strokesOf(mark, lines))
    .sort((a, b) => a.line - b.line || a.from - b.from);
  const gutter = (label: string): string => painter.gutter(`${label.padStart(width)} |`);
  const frame: string[] = [gutter('')];
  let last: Window | null = null;
  for (const [index, stroke] of strokes.entries()) {
    const window: Window = isSeenIn(last, stroke) ? last : cut(lines[stroke.line - 1] ?? '', stroke, room);
    if (last !== null && stroke.line > last.line + 1) frame.push(painter.gutter('...'));
    if (window !== last) frame.push(`${gutter(String(stroke.line))} ${window.laid.text}`.trimEnd());
    const below = underline(stroke, window, layout.width === undefined ? undefined : room);
    frame.push(...below.map((line) => `${gutter('')} ${line}`));
    if (stroke.goesOn && index === strokes.length - 1) frame.push(painter.gutter('...'));
    last = window;
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

/** What is shown of one line. */
interface Window {
  readonly line: number;
  readonly laid: ReturnType<typeof layLine>;
  /** Where it begins in the line. */
  readonly offset: number;
  /** Where what is shown ends in the line. */
  readonly end: number;
}

function isSeenIn(window: Window | null, { line, from }: Stroke): window is Window {
  return window !== null && window.line === line && from < window.end;
}

function cut(text: string, { line, from: focus }: Stroke, room: number): Window {
  const from = text.length <= room ? 0 : startOf(text, focus - Math.floor(room * lead));
  const before = from > 0 ? '…' : '';
  // One more than there is room for, so that it shows as cut off.
  const laid = layLine(before + text.slice(from, from + room + 1), room);
  const end = laid.isCut ? from + laid.length - before.length : Infinity;
  return { line, laid, offset: from - before.length, end };
}

/** Not between the halves of a character. */
function startOf(text: string, offset: number): number {
  const from = Math.max(0, offset);
  return /^[\udc00-\udfff]/.test(text.slice(from, from + 1)) ? from - 1 : from;
}

function underline(stroke: Stroke, { laid, offset }: Window, room: number | undefined): readonly string[] {
  const { mark, note } = stroke;
  const from = laid.columnAt(stroke.from - offset);
  const width = Math.max(1, laid.columnAt(stroke.to - offset) - from);
  const told = wrap(note, { width: room, start: from + width + 1, indent: from + 2 });
  const [first = '', ...further] = told.split('\n');
  const signs = mark.sign.repeat(width) + (first === '' ? '' : ` ${first}`);
  return [' '.repeat(from) + mark.paint(signs), ...further.map(mark.paint)];
}
