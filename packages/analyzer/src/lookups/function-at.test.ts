import { describe, expect, it } from 'vitest';
import type { FileFacts } from '../model/facts.js';
import { functionAt } from './function-at.js';

/** Functions from spans and the one around each. */
function factsOf(of: readonly (readonly [start: number, end: number, parent: number | null])[]): FileFacts {
  const functions = of.map(([start, end, parent]) => ({ span: [start, end], parent }));
  return { functions } as unknown as FileFacts;
}

/** By looking at every function. */
function slowly({ functions }: FileFacts, offset: number): number | null {
  const around = [...functions.keys()].filter((at) => {
    const [start, end] = functions[at]?.span ?? [0, 0];
    return start <= offset && offset < end;
  });
  const sizeOf = (at: number): number => (functions[at]?.span[1] ?? 0) - (functions[at]?.span[0] ?? 0);
  return around.sort((a, b) => sizeOf(a) - sizeOf(b) || a - b)[0] ?? null;
}

describe('the innermost function around a place', () => {
  it.each([
    [
      'beside each other',
      factsOf([
        [1, 4, null],
        [6, 9, null],
      ]),
    ],
    [
      'in each other',
      factsOf([
        [0, 20, null],
        [2, 8, 0],
        [3, 5, 1],
        [10, 12, 0],
      ]),
    ],
    [
      'that begin at one place',
      factsOf([
        [0, 9, null],
        [0, 6, 0],
        [0, 3, 1],
      ]),
    ],
    [
      'noted from the inside out',
      factsOf([
        [3, 5, 1],
        [2, 8, 2],
        [0, 20, null],
      ]),
    ],
    [
      'that belong to one that stands behind them',
      factsOf([
        [2, 5, 1],
        [8, 10, null],
      ]),
    ],
    ['none', factsOf([])],
  ] as const)('%s', (_, facts) => {
    for (let offset = 0; offset < 22; offset += 1)
      expect(functionAt(facts, offset), String(offset)).toBe(slowly(facts, offset));
  });
});
