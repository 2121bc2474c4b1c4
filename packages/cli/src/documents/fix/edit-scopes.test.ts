import { expect, it } from 'vitest';
import { editScopes } from './edit-scopes.js';
import { nothing, type FixPlan } from './plan-fixes.js';

const plan = (changes: Partial<FixPlan>): FixPlan => ({ ...nothing, ...changes });
const add = (...keys: readonly string[]) => plan({ add: keys });
const drop = (...keys: readonly string[]) => plan({ drop: keys });
const rename = (from: string, to: string) => plan({ rename: new Map([[from, to]]) });

/** One line of the table: the list before, what to do, the list after. */
it.each<[string, string, FixPlan, string]>([
  [
    'appends where nothing is sorted',
    '\n  - b\n  - a # why\n',
    add('c', 'd'),
    '\n  - b\n  - a # why\n  - c\n  - d\n',
  ],
  [
    'sorts where all is sorted',
    '\n  - a # one\n  - c\n',
    add('b', 'd'),
    '\n  - a # one\n  - b\n  - c\n  - d\n',
  ],
  ['puts one at the top', '\n  # about b\n  - b\n  - c\n', add('a'), '\n  # about b\n  - a\n  - b\n  - c\n'],
  ['keeps the indent', '\n- a\n', add('b'), '\n- a\n- b\n'],
  ['keeps wide dashes', '\n    -   b\n    -   a\n', add('c'), '\n    -   b\n    -   a\n    -   c\n'],
  ['keeps CRLF', '\r\n  - b\r\n  - a\r\n', add('c'), '\r\n  - b\r\n  - a\r\n  - c\r\n'],
  ['ends a last line', '\n  - b', add('c'), '\n  - b\n  - c'],
  ['flow', ' [b, a] # all\n', add('c'), ' [b, a, c] # all\n'],
  ['sorted flow', ' [a, c]\n', add('b'), ' [a, b, c]\n'],
  ['flow, at the front', ' [b, c]\n', add('a'), ' [a, b, c]\n'],
  ['empty flow', ' [] # none yet\n', add('a', 'b'), ' [a, b] # none yet\n'],
  [
    'flow on lines',
    ' [\n    b, # one\n    a, # two\n  ]\n',
    add('c'),
    ' [\n    b, # one\n    a, # two\n    c,\n  ]\n',
  ],
  [
    'flow on lines, no last comma',
    ' [\n    b,\n    a # two\n  ]\n',
    add('c'),
    ' [\n    b,\n    a, # two\n    c\n  ]\n',
  ],
  ['anchored', ' &mine\n  - b\n  - &x a\n', add('c'), ' &mine\n  - b\n  - &x a\n  - c\n'],
  ['renames', '\n  - sellr # why\n  - b\n', rename('sellr', 'seller'), '\n  - seller # why\n  - b\n'],
  ['renames in quotes', ` ["sellr", 'b']\n`, rename('sellr', 'seller'), ` ["seller", 'b']\n`],
  ['renames to what is there', '\n  - sellr\n  - seller\n', rename('sellr', 'seller'), '\n  - seller\n'],
  ['drops', '\n  - a # gone too\n  # stays\n  - b\n', drop('a'), '\n  # stays\n  - b\n'],
  ['drops the last', '\n  - a\n  - b', drop('b'), '\n  - a\n'],
  ['drops CRLF', '\r\n  - a\r\n  - b\r\n', drop('a'), '\r\n  - b\r\n'],
  ['drops all', '\n  - a\n  - b\n', drop('a', 'b'), ' []\n'],
  ['drops in flow', ' [a, b, c, d]\n', drop('a', 'c'), ' [b, d]\n'],
  ['drops the tail in flow', ' [a, b, c]\n', drop('b', 'c'), ' [a]\n'],
  ['drops all in flow', ' [a, b]\n', drop('a', 'b'), ' []\n'],
])('%s', (_name, before, change, after) => {
  // Unknown keys and their order are somebody's business, not ours.
  for (const [head, tail] of [
    ['schema: 1\nrequestedScopes:', ''],
    [
      '# Über uns\nother: {z: 1, a: [x]}\nrequestedScopes:',
      before.endsWith('\n') ? 'purposes: # p\n  - id: x\n' : '',
    ],
  ] as const) {
    const expected = after.endsWith('\n') || tail === '' ? after : `${after}\n`;
    expect(editScopes(head + before + tail, change)).toBe(head + expected + tail);
  }
});

it.each([
  ['an alias of a list that others use', 'x: &l [a]\nrequestedScopes: *l\n'],
  ['no list', 'requestedScopes: a\n'],
  ['no key', 'schema: 1\n'],
  ['not only texts', 'requestedScopes: [a, {b: c}]\n'],
  ['not YAML', 'requestedScopes: [a\n'],
  ['merged', 'base: &b { requestedScopes: [a] }\n<<: *b\n'],
])('leaves alone what it cannot change safely: %s', (_name, text) => {
  expect(editScopes(text, add('b'))).toBeNull();
});
