import { groupBy } from '../util/group-by.js';

type Several<T> = readonly [T, ...T[]];

/** What would be told several times at one place is told once. `keyOf` says what must be the same, the place included. */
export function joinAtOnePlace<T>(
  told: readonly Several<T>[],
  keyOf: (several: Several<T>) => string,
): readonly Several<T>[] {
  return [...groupBy(told, keyOf).values()].flatMap((same) => {
    const [first, ...others] = same.flat();
    return first === undefined ? [] : [[first, ...others]];
  });
}
