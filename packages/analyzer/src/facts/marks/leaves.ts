import type { ts } from '../../compiler/compiler.js';
import type { Draft } from '../draft.js';

/** Whether what stands behind a statement never runs after it: it ends with `return`, `throw`, `continue` or `break`. */
export function leaves(draft: Draft, statement: ts.Statement): boolean {
  const { compiler } = draft;
  if (compiler.isBlock(statement)) return leavesAtEnd(draft, statement.statements);
  return (
    compiler.isReturnStatement(statement) ||
    compiler.isThrowStatement(statement) ||
    statement.kind === compiler.SyntaxKind.ContinueStatement ||
    statement.kind === compiler.SyntaxKind.BreakStatement
  );
}

export function leavesAtEnd(draft: Draft, statements: readonly ts.Statement[]): boolean {
  const last = statements.at(-1);
  return last !== undefined && leaves(draft, last);
}
