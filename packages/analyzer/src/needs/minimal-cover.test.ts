import fc from 'fast-check';
import { expect, test } from 'vitest';
import { minimalCover, compareCosts } from './minimal-cover.js';
import type { AnyOf, Cost, Preference } from './minimal-cover.js';

const nothingKnown: Preference = {
  weigh: () => ({ writes: 0, weight: 0, personal: 0, sensitive: 0 }),
  isRequested: () => false,
};

const scopesOf = (demands: readonly AnyOf[], preference: Preference): readonly string[] =>
  minimalCover(demands, preference)?.scopes ?? [];

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
  expect(scopesOf([['a', 'b'], ['b']], nothingKnown)).toEqual(['b']);
  expect(scopesOf([['a', 'b'], ['c']], nothingKnown)).toEqual(['a', 'c']);
  expect(scopesOf([], nothingKnown)).toEqual([]);
});

test('power first, then what is requested, then fewest, then the key', () => {
  const twoOrOne: readonly AnyOf[] = [
    ['a', 'b'],
    ['b', 'c'],
  ];
  expect(scopesOf(twoOrOne, nothingKnown)).toEqual(['b']);
  expect(scopesOf(twoOrOne, weighing({}, [], ['b']))).toEqual(['a', 'c']);
  expect(scopesOf(twoOrOne, weighing({ b: 9 }))).toEqual(['a', 'c']);
  expect(scopesOf(twoOrOne, weighing({ a: 9 }, [], ['b']))).toEqual(['a', 'c']);
  expect(scopesOf(twoOrOne, weighing({}, ['a', 'c']))).toEqual(['a', 'c']);
  expect(scopesOf(twoOrOne, weighing({}, ['a', 'b', 'c']))).toEqual(['b']);
  // A writing scope that is needed anyway serves the reads too: two more scopes would open no less.
  expect(scopesOf([...twoOrOne, ['b']], weighing({}, [], ['b']))).toEqual(['b']);
  expect(scopesOf([['a', 'b']], weighing({ a: 2, b: 1 }, ['a']))).toEqual(['b']);
  expect(scopesOf([['a', 'b']], weighing({ a: 1, b: 1 }, ['b']))).toEqual(['b']);
  expect(scopesOf([['b', 'a']], weighing({ a: 1, b: 1 }))).toEqual(['a']);
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
  expect(scopesOf(demands, nothingKnown)).toHaveLength(3);
  expect(
    scopesOf(
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
  expect(minimalCover([['a'], []], nothingKnown)).toBeNull();
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
        expect(scopesOf(demands, preference)).toEqual(bruteForce(demands, preference));
      },
    ),
    { numRuns: 500 },
  );
});

test('the order of demands and of alternatives changes nothing', () => {
  fc.assert(
    fc.property(demandSets, (demands) => {
      const turned = demands.map((demand) => [...demand].reverse()).reverse();
      expect(scopesOf(turned, nothingKnown)).toEqual(scopesOf(demands, nothingKnown));
    }),
  );
});

test('sixty demands over thirty scopes stay quick', () => {
  const demands = Array.from({ length: 60 }, (_, i) =>
    [i % 30, (i * 7 + 3) % 30, (i * 11 + 5) % 30].map((n) => `s${n}`),
  );
  const cover = scopesOf(demands, nothingKnown);
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
