import { expect, test } from 'vitest';
import { editAlso } from './edit-also.js';

const missing = { purpose: 'b', category: 'buyer.name', seen: 'a.ts:3' };
const entry = '{ category: buyer.name, because: "TODO: say why. Read at a.ts:3" }';

test.each<[string, string, string]>([
  [
    'no list yet',
    'purposes:\n  - id: a\n    kind: x\n  - id: b # why\n    kind: y\n\nrest: 1\n',
    `purposes:\n  - id: a\n    kind: x\n  - id: b # why\n    kind: y\n    also: [${entry}]\n\nrest: 1\n`,
  ],
  ['no line end', 'purposes:\n- id: b\n  kind: y', `purposes:\n- id: b\n  kind: y\n  also: [${entry}]`],
  [
    'a list in brackets',
    'purposes:\n  - id: b\n    also: [{ category: c, because: d }] # so\n    kind: y\n',
    `purposes:\n  - id: b\n    also: [{ category: c, because: d }, ${entry}] # so\n    kind: y\n`,
  ],
  ['an empty list', 'purposes:\n  - id: b\n    also: []\n', `purposes:\n  - id: b\n    also: [${entry}]\n`],
  [
    'a list on lines',
    'purposes:\n  - id: b\n    also:\n      - category: c\n        because: d\n    kind: y\n',
    `purposes:\n  - id: b\n    also:\n      - category: c\n        because: d\n      - ${entry}\n    kind: y\n`,
  ],
  [
    'a purpose in braces',
    'purposes: [{ id: a }, { id: b, kind: y }]\n',
    `purposes: [{ id: a }, { id: b, kind: y, also: [${entry}] }]\n`,
  ],
  [
    'windows lines',
    'purposes:\r\n  - id: b\r\n    kind: y\r\n',
    `purposes:\r\n  - id: b\r\n    kind: y\r\n    also: [${entry}]\r\n`,
  ],
])('%s', (_name, text, wanted) => {
  expect(editAlso(text, [missing])).toBe(wanted);
});

test.each([
  'purposes: [\n',
  'purposes: []\n',
  'purposes:\n  - id: b\n    also: text\n',
  'purposes:\n  - id: b\n  - id: b\n',
  'x: &p { id: b }\npurposes: [*p]\n',
])('leaves %j alone', (text) => {
  expect(editAlso(text, [missing])).toBeNull();
});
