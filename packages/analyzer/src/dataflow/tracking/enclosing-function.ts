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
  let found: number | null = null;
  let length = Number.POSITIVE_INFINITY;
  for (const [index, { span }] of (program.facts(file)?.functions ?? []).entries()) {
    const size = span[1] - span[0];
    if (span[0] > offset || span[1] <= offset || size >= length) continue;
    found = index;
    length = size;
  }
  return found;
}
