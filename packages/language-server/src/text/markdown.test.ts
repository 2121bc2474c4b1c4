import fc from 'fast-check';
import { expect, it } from 'vitest';
import { code, escapeText, plain, rich } from './markdown.js';

it.each([
  ['[run](command:evil)', '\\[run\\]\\(command&#58;evil\\)'],
  ['<img src=x onerror=y>', '&lt;img src=x onerror=y&gt;'],
  ['https://evil.example www.evil.example', 'https&#58;//evil.example www&#46;evil.example'],
  ['![x](a) **b** _c_ ~d~', '\\!\\[x\\]\\(a\\) \\*\\*b\\*\\* \\_c\\_ \\~d\\~'],
  ['a\n\n# b\u202ec', 'a \\# b\\\\u202ec'],
  ['$(sync~spin) &amp; @who', '&#36;\\(sync\\~spin\\) &amp;amp; &#64;who'],
])('%s is text', (given, expected) => {
  expect(escapeText(given)).toBe(expected);
});

it.each([
  ['a`b', '``a`b``'],
  ['`', '`` ` ``'],
  ['``x', '``` ``x ```'],
  ['', '`  `'],
])('%s is code', (given, expected) => {
  expect(code(given)).toBe(expected);
});

it('no text gets out of its fence, and none has a second line', () => {
  const nasty = fc.string({ unit: fc.constantFrom('`', 'a', ' ', '\n', '\\', '\u202e') });
  fc.assert(
    fc.property(nasty, (text) => {
      const made = code(text);
      const fence = /^`+/.exec(made)?.[0] ?? '';
      const inside = made.slice(fence.length, -fence.length);
      expect(made.endsWith(fence)).toBe(true);
      expect([...inside.matchAll(/`+/g)].map(([row]) => row)).not.toContain(fence);
      expect(inside.trim()).toBe(plain(text).trim());
      expect(made).not.toMatch(/[\n\u202e]/);
    }),
    { numRuns: 200, seed: 17 },
  );
});

it('names in our sentences are code, the rest is text', () => {
  expect(rich('`a_b` is *not* requested')).toBe('`a_b` is \\*not\\* requested');
});
