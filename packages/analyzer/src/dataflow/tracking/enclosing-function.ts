import { functionAt } from '../../lookups/function-at.js';
import type { Expression } from '../../model/facts.js';
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
  return facts === null ? null : functionAt(facts, offset);
}
