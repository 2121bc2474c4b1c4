import type { Expression } from '../model/facts.js';
import type { LinkedCode } from '../model/linked-code.js';

/** The innermost function around an expression, as far as the expression says where it stands. */
export function insideOf(code: LinkedCode, file: string, expression: Expression): number | null {
  if (expression.kind === 'call') return code.facts(file)?.calls[expression.call]?.function ?? null;
  if (expression.kind === 'name' || expression.kind === 'this')
    return functionAround(code, file, expression.at);
  return 'span' in expression ? functionAround(code, file, expression.span[0]) : null;
}

/** The innermost function around an offset; null at the top of the file. */
export function functionAround(code: LinkedCode, file: string, offset: number): number | null {
  let found: number | null = null;
  let length = Number.POSITIVE_INFINITY;
  for (const [index, { span }] of (code.facts(file)?.functions ?? []).entries()) {
    const size = span[1] - span[0];
    if (span[0] > offset || span[1] <= offset || size >= length) continue;
    found = index;
    length = size;
  }
  return found;
}
