import type { Condition, Expression } from '../model/facts.js';
import type { ts } from '../compiler/compiler.js';
import { spanOf, type Draft } from './draft.js';

/** `a ? x : y`, `!a ? x : y`, `a === b ? x : y`, `a !== b ? x : y`. */
export function lowerConditional(draft: Draft, node: ts.ConditionalExpression): Expression {
  const { test, isNegated } = conditionOf(draft, node.condition);
  const options = [draft.lower(node.whenTrue), draft.lower(node.whenFalse)];
  return {
    kind: 'choice',
    options: isNegated ? options.reverse() : options,
    test,
    span: spanOf(draft, node),
  };
}

/** What a condition asks of which value, as far as that is simple; `isNegated` when it asks for the contrary. */
export function conditionOf(
  draft: Draft,
  node: ts.Expression,
): { test: Condition | null; isNegated: boolean } {
  const { compiler } = draft;
  const { SyntaxKind } = compiler;
  if (compiler.isParenthesizedExpression(node)) return conditionOf(draft, node.expression);
  if (compiler.isPrefixUnaryExpression(node) && node.operator === SyntaxKind.ExclamationToken) {
    const inner = conditionOf(draft, node.operand);
    return { test: inner.test, isNegated: !inner.isNegated };
  }
  if (compiler.isBinaryExpression(node)) {
    const kind = node.operatorToken.kind;
    const isEqual = kind === SyntaxKind.EqualsEqualsEqualsToken || kind === SyntaxKind.EqualsEqualsToken;
    const isUnequal =
      kind === SyntaxKind.ExclamationEqualsEqualsToken || kind === SyntaxKind.ExclamationEqualsToken;
    if (!isEqual && !isUnequal) return { test: null, isNegated: false };
    return { test: { value: draft.lower(node.left), equals: draft.lower(node.right) }, isNegated: isUnequal };
  }
  return { test: { value: draft.lower(node), equals: null }, isNegated: false };
}
