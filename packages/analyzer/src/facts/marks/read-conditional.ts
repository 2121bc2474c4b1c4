import type { ts } from '../../compiler/compiler.js';
import { spanOf, type Draft } from '../draft.js';
import { isFunction } from '../node-kinds.js';
import { mayLeave } from './leaves.js';

/**
 * What runs only now and then: the branches of an `if`, a `switch`, a `? :`, a `&&`, what catches an error, the body of a
 * loop, and the rest of a function behind `if (…) return`.
 */
export function readConditional(draft: Draft, node: ts.Node): void {
  const { compiler } = draft;
  const { SyntaxKind } = compiler;
  if (compiler.isIfStatement(node)) readIf(draft, node);
  else if (
    compiler.isForOfStatement(node) ||
    compiler.isForInStatement(node) ||
    compiler.isWhileStatement(node)
  )
    add(draft, node.expression, [node.statement]);
  else if (compiler.isForStatement(node)) add(draft, node.condition ?? node.statement, [node.statement]);
  else if (compiler.isConditionalExpression(node))
    add(draft, node.condition, [node.whenTrue, node.whenFalse]);
  else if (compiler.isSwitchStatement(node)) add(draft, node, [node.caseBlock]);
  else if (compiler.isCatchClause(node)) add(draft, node.block, [node.block]);
  else if (compiler.isBinaryExpression(node)) {
    const kind = node.operatorToken.kind;
    const isShort =
      kind === SyntaxKind.AmpersandAmpersandToken ||
      kind === SyntaxKind.BarBarToken ||
      kind === SyntaxKind.QuestionQuestionToken;
    if (isShort) add(draft, node.left, [node.right]);
  }
}

function readIf(draft: Draft, node: ts.IfStatement): void {
  add(draft, node.expression, [node.thenStatement, node.elseStatement]);
  const isLeft = [node.thenStatement, node.elseStatement].some(
    (branch) => branch !== undefined && mayLeave(draft, branch),
  );
  const end = isLeft ? endOfFunction(draft, node) : null;
  if (end !== null)
    draft.conditional.push({ kind: 'rest', test: spanOf(draft, node.expression), span: [node.end, end] });
}

function endOfFunction({ compiler }: Draft, node: ts.Node): number | null {
  for (let at = node.parent as ts.Node | undefined; at !== undefined; at = at.parent as ts.Node | undefined)
    if (
      isFunction(compiler, at) ||
      compiler.isArrowFunction(at) ||
      at.kind === compiler.SyntaxKind.SourceFile
    )
      return at.end;
  return null;
}

function add(draft: Draft, test: ts.Node, branches: readonly (ts.Node | undefined)[]): void {
  for (const branch of branches)
    if (branch !== undefined)
      draft.conditional.push({ kind: 'branch', test: spanOf(draft, test), span: spanOf(draft, branch) });
}
