import { groupBy, type Several } from '../util/group-by.js';

/** What would be told several times at one place is told once. `keyOf` says what must be the same, the place included. */
export function joinAtOnePlace<T>(
  told: readonly Several<T>[],
  keyOf: (several: Several<T>) => string,
): readonly Several<T>[] {
  return [...groupBy(told, keyOf).values()].map(([[first, ...others], ...more]) => [
    first,
    ...others,
    ...more.flat(),
  ]);
}
