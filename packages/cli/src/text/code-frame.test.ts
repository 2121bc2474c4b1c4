import { expect, it } from 'vitest';
import { place } from '../../test/samples.js';
import { codeFrame } from './code-frame.js';
import { plainLayout } from './layout.js';

function frame(source: string, ...marked: readonly ReturnType<typeof place>[]): string {
  const marks = marked.map((where) => ({
    place: where,
    sign: '^' as const,
    note: '',
    paint: (text: string) => text,
  }));
  return `\n${codeFrame(source, marks, plainLayout).join('\n')}\n`;
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

it.each([
  ['a family', "say('👩‍👩‍👧‍👦', ", 10],
  ['a flag', "say('🇩🇪', ", 10],
  ['a heart that is a picture', "say('❤️', ", 10],
  ['combining marks', "say('e\u0301o\u0308', ", 10],
  ['full-width letters', "say('ＡＢ', ", 12],
  ['a keycap', "say('1️⃣', ", 10],
])('puts the marks behind %s', (_name, lead, column) => {
  const [, , line = '', marks = ''] = frame(
    `${lead}path)`,
    place('a.ts', 1, lead.length + 1, lead.length + 5),
  ).split('\n');
  expect(line.endsWith('path)')).toBe(true);
  expect(marks).toBe(`  | ${' '.repeat(column)}^^^^`);
});

it('cuts lines to the screen, and puts notes that have no room below', () => {
  const marks = [
    { place: place('a.ts', 1, 6, 40), sign: '^' as const, note: '', paint: (text: string) => text },
    {
      place: place('a.ts', 1, 14, 24),
      sign: '~' as const,
      note: 'the path stands here',
      paint: (text: string) => text,
    },
  ];
  const source = "send('GET', '/orders/1', { headers, body })";
  const lines = codeFrame(source, marks, { ...plainLayout, width: 34 });
  expect(`\n${lines.join('\n')}\n`).toMatchInlineSnapshot(`
    "
      |
    1 | send('GET', '/orders/1', { he…
      |      ^^^^^^^^^^^^^^^^^^^^^^^^
      |              ~~~~~~~~~~ the
      |                path stands
      |                here
    "
  `);
});

it('shows a second mark on a long line where it is', () => {
  const at = (column: number) => ({
    place: place('a.ts', 1, column, column + 4),
    sign: '^' as const,
    note: '',
    paint: (text: string) => text,
  });
  const source = `HERE${'a'.repeat(500)}MARK${'b'.repeat(500)}`;
  const lines = codeFrame(source, [at(1), at(505)], plainLayout);
  const marked = lines.flatMap((line, index) => {
    const from = line.indexOf('^');
    return from < 0 ? [] : [lines[index - 1]?.slice(from, line.lastIndexOf('^') + 1)];
  });
  expect(marked).toEqual(['HERE', 'MARK']);
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
