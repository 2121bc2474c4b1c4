import type { ts } from '../../compiler/compiler.js';
import type { Draft } from '../draft.js';
import { isFunction } from '../node-kinds.js';

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

/** Whether a statement has a way out of its function in it, anywhere. */
export function mayLeave({ compiler }: Draft, statement: ts.Statement): boolean {
  const search = (node: ts.Node): boolean => {
    if (isFunction(compiler, node) || compiler.isArrowFunction(node)) return false;
    if (compiler.isReturnStatement(node) || compiler.isThrowStatement(node)) return true;
    if (
      node.kind === compiler.SyntaxKind.ContinueStatement ||
      node.kind === compiler.SyntaxKind.BreakStatement
    )
      return true;
    return compiler.forEachChild(node, (child) => search(child) || undefined) === true;
  };
  return search(statement);
}
