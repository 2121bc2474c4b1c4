import { expect, test } from 'vitest';
import { appendToList } from './append-to-list.js';

const items = [{ data: { a: 1 }, lines: ['- a: 1'] }];
const add = (text: string): string | null => appendToList(text, 'list', items);

test.each<[string, string, string]>([
  ['no list yet', 'x: 1 # kept\n', 'x: 1 # kept\nlist:\n  - a: 1\n'],
  ['no line end', 'x: 1', 'x: 1\nlist:\n  - a: 1\n'],
  [
    'a block list in the middle',
    'list:\n- b # why\n# on its own\ny: 2\n',
    'list:\n- b # why\n- a: 1\n# on its own\ny: 2\n',
  ],
  [
    'items of several lines',
    'list:\n    - b: 1\n      c: 2\n\ny: 2\n',
    'list:\n    - b: 1\n      c: 2\n    - a: 1\n\ny: 2\n',
  ],
  ['an empty list', 'list: [] # none\ny: 2\n', 'list:\n  - a: 1 # none\ny: 2\n'],
  ['nothing behind the key', 'list:\ny: 2\n', 'list:\n  - a: 1\ny: 2\n'],
  ['windows lines', 'list:\r\n  - b\r\ny: 2\r\n', 'list:\r\n  - b\r\n  - a: 1\r\ny: 2\r\n'],
])('%s', (_name, text, wanted) => {
  expect(add(text)).toBe(wanted);
});

test.each(['list: [b]\n', '{ list: [] }\n', 'list: &a [b]\ny: *a\n', 'x: [\n', '- list\n', 'list: text\n'])(
  'leaves %j alone',
  (text) => {
    expect(add(text)).toBeNull();
  },
);
