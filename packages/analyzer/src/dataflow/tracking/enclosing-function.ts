import type { Expression, FileFacts } from '../../model/facts.js';
import type { Program } from '../../model/program.js';

/** The innermost function around an expression, as far as the expression says where it stands. */
export function enclosingFunction(program: Program, file: string, expression: Expression): number | null {
  if (expression.kind === 'call') return program.facts(file)?.calls[expression.call]?.function ?? null;
  if (expression.kind === 'name' || expression.kind === 'this')
    return functionAround(program, file, expression.at);
  return 'span' in expression ? functionAround(program, file, expression.span[0]) : null;
}

/** The innermost function around an offset; null at the top of the file. */
export function functionAround(program: Program, file: string, offset: number): number | null {
  const facts = program.facts(file);
  if (facts === null) return null;
  const { functions } = facts;
  const order = inOrder(facts);
  let at = order[lastAtOrBefore(functions, order, offset)] ?? null;
  // What begins before a place and ends before it stands beside it: then one around both is around the place.
  while (at !== null && (functions[at]?.span[1] ?? 0) <= offset) at = functions[at]?.parent ?? null;
  return at;
}

const orders = new WeakMap<FileFacts, readonly number[]>();

/** The functions by where they begin, those around others first. */
function inOrder(facts: FileFacts): readonly number[] {
  const known = orders.get(facts);
  if (known !== undefined) return known;
  const { functions } = facts;
  const order = [...functions.keys()].sort((a, b) => {
    const [one, other] = [functions[a]?.span ?? [0, 0], functions[b]?.span ?? [0, 0]];
    return one[0] - other[0] || other[1] - one[1] || b - a;
  });
  orders.set(facts, order);
  return order;
}

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
