import type { ts } from '../../compiler/compiler.js';
import { spanOf, type Draft } from '../draft.js';

/** What runs only now and then: the branches of an `if`, a `switch`, a `? :`, a `&&`, and what catches an error. */
export function readConditional(draft: Draft, node: ts.Node): void {
  const { compiler } = draft;
  const { SyntaxKind } = compiler;
  if (compiler.isIfStatement(node)) add(draft, node.expression, [node.thenStatement, node.elseStatement]);
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

function add(draft: Draft, test: ts.Node, branches: readonly (ts.Node | undefined)[]): void {
  for (const branch of branches)
    if (branch !== undefined)
      draft.conditional.push({ test: spanOf(draft, test), span: spanOf(draft, branch) });
}
