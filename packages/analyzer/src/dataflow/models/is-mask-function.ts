import { isMaskName } from '../../builtins/masks.js';
import type { FunctionFact } from '../../model/facts.js';
import type { Program } from '../../model/program.js';
import { writesFill } from './mentions-fill.js';

const known = new WeakMap<FunctionFact, boolean>();

/**
 * Whether a function of the project is called a mask and writes fill characters: what it leaves of a value hangs on
 * conditions that are not followed. One that is called so and writes none is followed like any other.
 */
export function isMaskFunction(program: Program, file: string, fact: FunctionFact): boolean {
  if (!isMaskName(fact.name)) return false;
  const before = known.get(fact);
  if (before !== undefined) return before;
  const found = writesFill(program, file, fact);
  known.set(fact, found);
  return found;
}
