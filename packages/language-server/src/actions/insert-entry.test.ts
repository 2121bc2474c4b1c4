import { expect, it } from 'vitest';
import { insertEntry } from './insert-entry.js';

const lines = ['  # about it', '  - id: new', '    kind: k'];

it.each([
  [
    'to a list',
    'purposes:\n  - id: a\n\nother: 1\n',
    'purposes:\n  - id: a\n  # about it\n  - id: new\n    kind: k\n\nother: 1\n',
  ],
  ['at its own indent', 'purposes:\n- id: a\n', 'purposes:\n- id: a\n# about it\n- id: new\n  kind: k\n'],
  [
    'behind a comment',
    'purposes:\n  - id: a # why\n',
    'purposes:\n  - id: a # why\n  # about it\n  - id: new\n    kind: k\n',
  ],
  [
    'where the last line has no end',
    'purposes:\n  - id: a',
    'purposes:\n  - id: a\n  # about it\n  - id: new\n    kind: k\n',
  ],
  [
    'to an empty list',
    'purposes: []\nother: 1\n',
    'purposes:\n  # about it\n  - id: new\n    kind: k\nother: 1\n',
  ],
  ['where there is no list', 'other: 1\n', 'other: 1\npurposes:\n  # about it\n  - id: new\n    kind: k\n'],
  [
    'with CRLF',
    'purposes:\r\n  - id: a\r\n',
    'purposes:\r\n  - id: a\r\n  # about it\r\n  - id: new\r\n    kind: k\r\n',
  ],
])('adds %s', (_name, before, after) => {
  expect(insertEntry(before, 'purposes', lines)).toBe(after);
});

it.each([
  ['in one line', 'purposes: [{ id: a }]\n'],
  ['broken', 'purposes: [\n'],
  ['an alias', 'x: &l\n  - id: a\npurposes: *l\n'],
  ['no list', 'purposes: a\n'],
  ['no mapping', '- a\n'],
])('leaves alone what is written otherwise: %s', (_name, text) => {
  expect(insertEntry(text, 'purposes', lines)).toBeNull();
});
