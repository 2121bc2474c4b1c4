export interface CyclicMemo {
  /** The answer for a key, told apart as in a map; `whileOpen` when the key is being worked out already (a function that calls itself). */
  readonly run: <T>(key: unknown, whileOpen: T, work: () => T) => T;
  /** Lets go of the answers for these keys. */
  readonly forget: (keys: readonly unknown[]) => void;
}

/**
 * Remembers answers, but not those that were worked out while something they need was still being worked out: these
 * hold for the round only, and are asked again when it is over. Otherwise the answer would depend on where one began.
 */
export function createCyclicMemo(): CyclicMemo {
  const settled = new Map<unknown, unknown>();
  const active = new Map<unknown, number>();
  let provisional = new Map<unknown, unknown>();
  let lowest = Number.POSITIVE_INFINITY;
  return {
    run: <T>(key: unknown, whileOpen: T, work: () => T): T => {
      if (settled.has(key)) return settled.get(key) as T;
      const open = active.get(key);
      if (open !== undefined) {
        lowest = Math.min(lowest, open);
        return whileOpen;
      }
      if (provisional.has(key)) {
        lowest = Math.min(lowest, 0);
        return provisional.get(key) as T;
      }
      const depth = active.size;
      const outer = lowest;
      lowest = Number.POSITIVE_INFINITY;
      active.set(key, depth);
      let answer: T;
      try {
        answer = work();
      } finally {
        active.delete(key);
      }
      if (lowest >= depth) {
        settled.set(key, answer);
        if (depth === 0) provisional = new Map();
        lowest = outer;
      } else {
        provisional.set(key, answer);
        lowest = Math.min(lowest, outer);
      }
      return answer;
    },
    forget: (keys) => {
      for (const key of keys) settled.delete(key);
    },
  };
}
