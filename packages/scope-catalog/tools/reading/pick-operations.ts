import type { Operation } from '../openapi.js';

/** So many operations, drawn by a seed: the same seed and the same operations give the same sample on every machine. */
export function pickOperations(
  operations: readonly Operation[],
  seed: number,
  size: number,
): readonly Operation[] {
  const next = randomFrom(seed);
  const pool = [...operations];
  // Fisher and Yates.
  for (let last = pool.length - 1; last > 0; last -= 1) {
    const other = Math.floor(next() * (last + 1));
    const [a, b] = [pool[last], pool[other]];
    if (a !== undefined && b !== undefined) [pool[last], pool[other]] = [b, a];
  }
  return pool.slice(0, size).sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
}

export function idOf({ method, path }: Operation): string {
  return `${method} ${path}`;
}

/** Mulberry32: from 0 up to, not including, 1. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
