import fc from 'fast-check';
import { expect, test } from 'vitest';
import { movedOffset } from './unchanged.js';

test.each([
  [1, 'abc', 'abXc', 1],
  [3, 'abc', 'abXc', 4],
  [2, 'abc', 'abXc', null],
  [0, 'abc', 'Xabc', null],
  [2, 'abc', 'abc', 2],
])('%i of %j in %j is at %j', (offset, from, to, expected) => {
  expect(movedOffset(offset, from, to)).toBe(expected);
});

test('what stands there is the same character, and the way back leads home', () => {
  const some = fc.string({ maxLength: 8 });
  fc.assert(
    fc.property(some, some, some, some, fc.nat(24), (head, cut, put, tail, at) => {
      const [from, to] = [head + cut + tail, head + put + tail];
      const offset = at % (from.length + 1);
      const moved = movedOffset(offset, from, to);
      if (moved === null) return;
      expect(to[moved]).toBe(from[offset]);
      expect(movedOffset(moved, to, from)).toBe(offset);
    }),
    { seed: 1, numRuns: 200 },
  );
});
