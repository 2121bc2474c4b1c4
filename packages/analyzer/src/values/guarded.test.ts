import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bind,
  certain,
  conjoin,
  noGuard,
  product,
  split,
  truncated,
  underGuard,
  possibilityLimit,
} from './guarded.js';
import { knownText, plainText } from './text.js';
import type { Guard, Guarded } from './value.js';

const guards: fc.Arbitrary<Guard> = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.nat(2), {
  maxKeys: 3,
  noNullPrototype: true,
});
const possibilities: fc.Arbitrary<readonly Guarded[]> = fc.array(
  fc.record({ value: fc.constantFrom('x', 'y', 'z').map(plainText), guard: guards }),
  { maxLength: 4 },
);
const runs = { numRuns: 300, seed: 20261129 };

/** All ways in which the choices may fall out. */
const worlds: readonly Guard[] = [0, 1, 2].flatMap((a) =>
  [0, 1, 2].flatMap((b) => [0, 1, 2].map((c) => ({ a, b, c }))),
);

const holdsIn = (guard: Guard, world: Guard): boolean =>
  Object.entries(guard).every(([id, option]) => world[id] === option);

/** What is possible in one world: the meaning of a list of guarded values. */
function meaning(list: readonly Guarded[], world: Guard): readonly string[] {
  const texts = list.filter(({ guard }) => holdsIn(guard, world)).map(({ value }) => knownText(value) ?? '?');
  return [...new Set(texts)].sort();
}

describe('guards', () => {
  it('hold together exactly in the worlds in which both hold', () => {
    fc.assert(
      fc.property(guards, guards, (a, b) => {
        const both = conjoin(a, b);
        for (const world of worlds) {
          expect(both !== null && holdsIn(both, world)).toBe(holdsIn(a, world) && holdsIn(b, world));
        }
      }),
      runs,
    );
  });

  it('are conjoined in any order and grouping, and once is enough', () => {
    fc.assert(
      fc.property(guards, guards, guards, (a, b, c) => {
        const join = (one: Guard | null, other: Guard | null) =>
          one === null || other === null ? null : conjoin(one, other);
        expect(conjoin(a, b)).toEqual(conjoin(b, a));
        expect(join(join(a, b), c)).toEqual(join(a, join(b, c)));
        expect(conjoin(a, a)).toEqual(a);
        expect(conjoin(a, noGuard)).toEqual(a);
      }),
      runs,
    );
  });
});

describe('guarded values', () => {
  it('combine to what can hold in one world', () => {
    fc.assert(
      fc.property(possibilities, possibilities, (left, right) => {
        const both = product(
          left,
          right,
          (a, b) => plainText(`${knownText(a) ?? ''}${knownText(b) ?? ''}`),
          null,
        );
        for (const world of worlds) {
          const wanted = meaning(left, world).flatMap((a) => meaning(right, world).map((b) => `${a}${b}`));
          expect(meaning(both, world)).toEqual([...new Set(wanted)].sort());
        }
      }),
      runs,
    );
  });

  it('are bound one by one, each under its own guard', () => {
    fc.assert(
      fc.property(possibilities, possibilities, guards, (list, then, guard) => {
        for (const world of worlds) {
          expect(
            meaning(
              bind(list, () => then),
              world,
            ),
          ).toEqual(meaning(list, world).length === 0 ? [] : meaning(then, world));
          expect(meaning(underGuard(guard, list), world)).toEqual(
            holdsIn(guard, world) ? meaning(list, world) : [],
          );
        }
      }),
      runs,
    );
  });

  it('say that there are more when they are cut off', () => {
    const options = Array.from({ length: possibilityLimit + 10 }, (_, index) =>
      certain(plainText(String(index))),
    );
    const kept = split('many', options);
    expect(kept).toHaveLength(possibilityLimit + 1);
    expect(kept.at(-1)?.value).toEqual(truncated[0]?.value);
  });
});
