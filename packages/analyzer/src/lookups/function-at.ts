import type { FileFacts, FunctionFact } from '../model/facts.js';
import { oncePer } from '../util/once-per.js';

/** The innermost function around an offset; null at the top of the file. */
export function functionAt(facts: FileFacts, offset: number): number | null {
  const { functions } = facts;
  const order = inOrder(facts);
  let at = order[lastAtOrBefore(functions, order, offset)] ?? null;
  // What begins before a place and ends before it stands beside it: then one around both is around the place.
  while (at !== null && !isAround(functions[at], offset)) at = functions[at]?.parent ?? null;
  return at;
}

/** The function around an offset that stands in no other; null where there is none. */
export function outermostAt(facts: FileFacts, offset: number): number | null {
  let at = functionAt(facts, offset);
  for (let parent = at; parent !== null; parent = facts.functions[parent]?.parent ?? null) at = parent;
  // What a field of a class holds belongs to the constructor, which does not stand around it.
  return at !== null && isAround(facts.functions[at], offset) ? at : null;
}

function isAround(fact: FunctionFact | undefined, offset: number): boolean {
  return fact !== undefined && fact.span[0] <= offset && offset < fact.span[1];
}

/** The functions by where they begin, those around others first. */
const inOrder = oncePer(({ functions }: FileFacts): readonly number[] =>
  [...functions.keys()].sort((a, b) => {
    const [one, other] = [functions[a]?.span ?? [0, 0], functions[b]?.span ?? [0, 0]];
    return one[0] - other[0] || other[1] - one[1] || b - a;
  }),
);

/** The place in the order of the last function that begins at an offset or before; -1 where none does. */
function lastAtOrBefore(functions: FileFacts['functions'], order: readonly number[], offset: number): number {
  let [low, high] = [0, order.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((functions[order[middle] ?? 0]?.span[0] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
