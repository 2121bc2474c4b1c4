import { expect, it } from 'vitest';
import { place } from '../../test/samples.js';
import { codeFrame } from './code-frame.js';
import { plainPainter } from './painter.js';

function frame(source: string, ...marked: readonly ReturnType<typeof place>[]): string {
  const marks = marked.map((where) => ({
    place: where,
    sign: '^' as const,
    note: '',
    paint: (text: string) => text,
  }));
  return `\n${codeFrame(source, marks, plainPainter).join('\n')}\n`;
}

it('puts the marks under tabs, wide characters and escapes', () => {
  expect(frame('\tget("見本", "\u001b[31m", path)', place('a.ts', 1, 21, 25))).toMatchInlineSnapshot(`
    "
      |
    1 |     get("見本", "\\u001b[31m", path)
      |                               ^^^^
    "
  `);
});

it('cuts a minified line around the mark', () => {
  const text = frame(`${'a'.repeat(5000)}HERE${'b'.repeat(5000)}`, place('a.js', 1, 5001, 5005));
  expect(text.length).toBeLessThan(600);
  const [line = '', marks = ''] = text.split('\n').slice(2, 4);
  expect(line.slice(marks.indexOf('^'), marks.lastIndexOf('^') + 1)).toBe('HERE');
});

it('survives places beyond the file', () => {
  expect(frame('one\r\ntwo', place('a.ts', 7, 3))).toMatchInlineSnapshot(`
    "
      |
    "
  `);
  expect(frame('', place('a.ts', 1, 1, 1))).toMatchInlineSnapshot(`
    "
      |
    1 |
      | ^
    "
  `);
});

it('keeps the end of a range that stops before a line', () => {
  expect(frame('a\nb\nc', place('a.ts', 1, 1, 1, 3))).toMatchInlineSnapshot(`
    "
      |
    1 | a
      | ^
    2 | b
      | ^
    "
  `);
});
