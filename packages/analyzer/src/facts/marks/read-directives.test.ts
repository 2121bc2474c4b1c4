import { describe, expect, it } from 'vitest';
import { findLineStarts } from '../../lookups/place-of.js';
import { readDirectives } from './read-directives.js';

const read = (text: string) =>
  readDirectives('a.ts', text, findLineStarts(text)).map(
    ({ kind, rule, text: said, reason, place, appliesTo }) => ({
      kind,
      rule,
      said: kind === 'ignore-next-line' ? '' : said,
      reason,
      line: place.start.line,
      appliesTo,
    }),
  );

const ignore = { kind: 'ignore-next-line', said: '' };

describe('comments that speak to leastscope', () => {
  it.each([
    [
      '// leastscope-ignore-next-line missing-scope -- asked for in May\ncall();',
      { ...ignore, rule: 'missing-scope', reason: 'asked for in May', line: 1, appliesTo: 2 },
    ],
    [
      '// leastscope-ignore-next-line missing-scope\ncall();',
      { ...ignore, rule: 'missing-scope', reason: null, line: 1, appliesTo: 2 },
    ],
    [
      '/* leastscope-ignore-next-line a -- because -- really */',
      { ...ignore, rule: 'a', reason: 'because -- really', line: 1, appliesTo: 2 },
    ],
    [
      '<!-- leastscope-ignore-next-line a -- b -->',
      { ...ignore, rule: 'a', reason: 'b', line: 1, appliesTo: 2 },
    ],
    [
      '// leastscope-purpose ship-orders\nimport a from "a";',
      { kind: 'purpose', rule: null, said: 'ship-orders', reason: null, line: 1, appliesTo: 'file' },
    ],
    [
      'import a from "a";\n// leastscope-purpose ship-orders\ncall();',
      { kind: 'purpose', rule: null, said: 'ship-orders', reason: null, line: 2, appliesTo: 3 },
    ],
    [
      'a();\r\ncall(); // leastscope-purpose x',
      { kind: 'purpose', rule: null, said: 'x', reason: null, line: 2, appliesTo: 2 },
    ],
    [
      'call(x); // leastscope-endpoint GET /a/b',
      { kind: 'endpoint', rule: null, said: 'GET /a/b', reason: null, line: 1, appliesTo: 1 },
    ],
    [
      'x();\n  // leastscope-endpoint GET /a/b -- by table\ncall(x);',
      { kind: 'endpoint', rule: null, said: 'GET /a/b', reason: 'by table', line: 2, appliesTo: 3 },
    ],
  ])('%j', (text, expected) => expect(read(text)).toEqual([expected]));

  it.each([
    ['// leastscope is nice'],
    ['const a = 1;'],
    ['// leastscope-endpoints GET /a'],
    ['// not-leastscope-purpose x'],
  ])('%j is none', (text) => expect(read(text)).toEqual([]));
});
