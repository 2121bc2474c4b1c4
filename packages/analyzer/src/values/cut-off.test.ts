import { expect, test } from 'vitest';
import { certain, combinationLimit, withoutEchoes } from './guarded.js';
import { concatTexts, knownText, plainText } from './text.js';
import { unknownValue } from './unknown.js';
import type { Guarded } from './value.js';

const many = (length: number): readonly Guarded[] =>
  Array.from({ length }, (_, index) => ({ value: plainText(`p${String(index)}`), guard: { row: index } }));

test('a text of too many possibilities is cut off as a whole, never in its middle', () => {
  const found = concatTexts([certain(plainText('{')), many(combinationLimit), certain(plainText('}'))]);
  const texts = found.map(({ value }) => knownText(value)).filter((text) => text !== null);
  expect(texts).toHaveLength(combinationLimit);
  expect(texts.filter((text) => !/^\{p\d+\}$/.test(text))).toEqual([]);
  expect(found.at(-1)?.value.kind).toBe('unknown');
});

test('of many possibilities the same unknown is kept once, and what is known stays', () => {
  const unknowns = Array.from({ length: 300 }, (_, index): Guarded => ({
    value: unknownValue(`u${String(index % 3)}`, 'run time'),
    guard: { way: index },
  }));
  const kept = withoutEchoes([...many(2), ...unknowns]);
  expect(kept.map(({ guard }) => guard)).toEqual([{ row: 0 }, { row: 1 }, {}, {}, {}]);
  expect(withoutEchoes(unknowns.slice(0, 4))).toHaveLength(4);
});
