import { describe, expect, it } from 'vitest';
import { findLineStarts, placeOf } from './place-of.js';
import { comparePlaces } from '../lookups/places.js';

describe('places', () => {
  it.each([
    ['', [0]],
    ['a', [0]],
    ['a\nb', [0, 2]],
    ['a\r\nb\rc\n', [0, 3, 5, 7]],
    ['\n\n', [0, 1, 2]],
  ])('finds the lines of %j', (text, starts) => expect(findLineStarts(text)).toEqual(starts));

  it.each([
    [[0, 1], '1:1-1:2'],
    [[3, 5], '2:1-3:1'],
    [[4, 4], '2:2-2:2'],
    [[5, 99], '3:1-3:95'],
  ] as const)('knows where %j is', (span, expected) => {
    const { start, end } = placeOf('a.ts', findLineStarts('a\r\nb\rc'), span);
    expect(`${start.line}:${start.column}-${end.line}:${end.column}`).toBe(expected);
  });

  it('counts columns in code units', () => {
    expect(placeOf('a.ts', [0], ['😀'.length, 3]).start).toEqual({ line: 1, column: 3 });
  });

  it('orders by file, then line, then column, in every locale', () => {
    const at = (file: string, span: readonly [number, number]) =>
      placeOf(file, findLineStarts('ab\ncd'), span);
    const places = [
      at('b.ts', [0, 1]),
      at('a.ts', [3, 4]),
      at('a.ts', [1, 2]),
      at('Z.ts', [0, 1]),
      at('ä.ts', [0, 1]),
    ];
    const order = [...places]
      .sort(comparePlaces)
      .map(({ file, start }) => `${file}:${start.line}:${start.column}`);
    expect(order).toEqual(['Z.ts:1:1', 'a.ts:1:2', 'a.ts:2:1', 'b.ts:1:1', 'ä.ts:1:1']);
  });
});
