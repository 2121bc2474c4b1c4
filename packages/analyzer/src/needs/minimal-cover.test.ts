import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bestCover, compareCosts } from './minimal-cover.js';
import type { AnyOf, Cost, Preference } from './minimal-cover.js';

const nothingKnown: Preference = {
  weigh: () => ({ writes: 0, weight: 0, personal: 0, sensitive: 0 }),
  isRequested: () => false,
};

const minimalCover = (demands: readonly AnyOf[], preference: Preference): readonly string[] =>
  bestCover(demands, preference)?.scopes ?? [];

function weighing(
  weights: Readonly<Record<string, number>>,
  requested: readonly string[] = [],
  writing: readonly string[] = [],
): Preference {
  return {
    weigh: (scopes) => {
      const weight = scopes.reduce((sum, scope) => sum + (weights[scope] ?? 0), 0);
      const writes = scopes.filter((scope) => writing.includes(scope)).length;
      return { writes, weight, personal: weight, sensitive: 0 };
    },
    isRequested: (scope) => requested.includes(scope),
  };
}

test('a forced scope serves what it can', () => {
  expect(minimalCover([['a', 'b'], ['b']], nothingKnown)).toEqual(['b']);
  expect(minimalCover([['a', 'b'], ['c']], nothingKnown)).toEqual(['a', 'c']);
  expect(minimalCover([], nothingKnown)).toEqual([]);
});

test('power first, then what is requested, then fewest, then the key', () => {
  const twoOrOne: readonly AnyOf[] = [
    ['a', 'b'],
    ['b', 'c'],
  ];
  expect(minimalCover(twoOrOne, nothingKnown)).toEqual(['b']);
  expect(minimalCover(twoOrOne, weighing({}, [], ['b']))).toEqual(['a', 'c']);
  expect(minimalCover(twoOrOne, weighing({ b: 9 }))).toEqual(['a', 'c']);
  expect(minimalCover(twoOrOne, weighing({ a: 9 }, [], ['b']))).toEqual(['a', 'c']);
  expect(minimalCover(twoOrOne, weighing({}, ['a', 'c']))).toEqual(['a', 'c']);
  expect(minimalCover(twoOrOne, weighing({}, ['a', 'b', 'c']))).toEqual(['b']);
  // A writing scope that is needed anyway serves the reads too: two more scopes would open no less.
  expect(minimalCover([...twoOrOne, ['b']], weighing({}, [], ['b']))).toEqual(['b']);
  expect(minimalCover([['a', 'b']], weighing({ a: 2, b: 1 }, ['a']))).toEqual(['b']);
  expect(minimalCover([['a', 'b']], weighing({ a: 1, b: 1 }, ['b']))).toEqual(['b']);
  expect(minimalCover([['b', 'a']], weighing({ a: 1, b: 1 }))).toEqual(['a']);
});

test('greedy would need three here', () => {
  const demands = [
    ['a', 'x'],
    ['b', 'x'],
    ['c', 'y'],
    ['d', 'y'],
    ['a', 'c', 'z'],
    ['b', 'd', 'z'],
  ];
  expect(minimalCover(demands, nothingKnown)).toHaveLength(3);
  expect(
    minimalCover(
      [
        ['g', 'x'],
        ['g', 'x'],
        ['g', 'y'],
        ['x', 'p'],
        ['y', 'q'],
      ],
      nothingKnown,
    ),
  ).toEqual(['x', 'y']);
});

test('a demand that nothing serves has no cover', () => {
  expect(bestCover([['a'], []], nothingKnown)).toBeNull();
});

const keys = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const demandSets = fc.array(fc.uniqueArray(fc.constantFrom(...keys), { minLength: 1, maxLength: 4 }), {
  maxLength: 9,
});
const weights = fc.dictionary(fc.constantFrom(...keys), fc.integer({ min: 0, max: 4 }));

test('the same set as trying all of them', () => {
  fc.assert(
    fc.property(
      demandSets,
      weights,
      fc.subarray(keys),
      fc.subarray(keys),
      (demands, byKey, requested, writing) => {
        const preference = weighing(byKey, requested, writing);
        expect(minimalCover(demands, preference)).toEqual(bruteForce(demands, preference));
      },
    ),
    { numRuns: 500 },
  );
});

test('the order of demands and of alternatives changes nothing', () => {
  fc.assert(
    fc.property(demandSets, (demands) => {
      const turned = demands.map((demand) => [...demand].reverse()).reverse();
      expect(minimalCover(turned, nothingKnown)).toEqual(minimalCover(demands, nothingKnown));
    }),
  );
});

test('sixty demands over thirty scopes stay quick', () => {
  const demands = Array.from({ length: 60 }, (_, i) =>
    [i % 30, (i * 7 + 3) % 30, (i * 11 + 5) % 30].map((n) => `s${n}`),
  );
  const cover = minimalCover(demands, nothingKnown);
  expect(demands.every((demand) => demand.some((scope) => cover.includes(scope)))).toBe(true);
});

function bruteForce(demands: readonly AnyOf[], preference: Preference): readonly string[] {
  const subsets = Array.from({ length: 2 ** keys.length }, (_, bits) =>
    keys.filter((__, index) => bits & (1 << index)),
  );
  const costs = subsets
    .filter((chosen) => demands.every((demand) => demand.some((scope) => chosen.includes(scope))))
    .map((scopes): Cost => {
      const notRequested = scopes.filter((scope) => !preference.isRequested(scope)).length;
      return { scopes, notRequested, ...preference.weigh(scopes) };
    });
  return costs.sort(compareCosts)[0]?.scopes ?? [];
}
