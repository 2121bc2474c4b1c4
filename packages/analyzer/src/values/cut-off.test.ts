import { expect, test } from 'vitest';
import { certain, combinationLimit, withoutEchoes } from './guarded.js';
import { asPieces, concatTexts, knownText, plainText } from './text.js';
import { unknownValue } from './unknown.js';
import type { Guarded } from './value.js';

const many = (length: number): readonly Guarded[] =>
  Array.from({ length }, (_, index) => ({ value: plainText(`p${String(index)}`), guard: { row: index } }));

test('a text of too many possibilities is cut off as a whole, never in its middle', () => {
  const found = concatTexts([certain(plainText('{')), many(combinationLimit + 1), certain(plainText('}'))]);
  const texts = found.map(({ value }) => knownText(value)).filter((text) => text !== null);
  expect(texts.length).toBeGreaterThanOrEqual(combinationLimit);
  expect(texts.filter((text) => !/^\{p\d+\}$/.test(text))).toEqual([]);
  // What is cut off begins as all of them do: of a URL, with its host.
  const pieces = asPieces(found.at(-1)?.value ?? plainText(''));
  expect(pieces.map((piece) => piece.kind === 'piece' && piece.text)).toEqual(['{', false]);
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
