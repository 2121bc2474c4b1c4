import type { ts } from '../../compiler/compiler.js';
import type { Test } from '../../model/facts.js';
import type { Draft } from '../draft.js';
import { constantOf } from '../names/constant-of.js';
import { isWrapper } from '../node-kinds.js';

/** Names for conditions that stand for other names are followed so far. */
const depthLimit = 8;

/** What a condition asks, as far as it is made of comparisons, of values that are there, and of `!`, `&&`, `||`. */
export function testOf(draft: Draft, node: ts.Expression, depth = 0): Test {
  const { compiler } = draft;
  const { SyntaxKind } = compiler;
  if (depth > depthLimit) return { kind: 'unknown' };
  if (isWrapper(compiler, node)) return testOf(draft, node.expression, depth);
  if (node.kind === SyntaxKind.TrueKeyword) return { kind: 'all', of: [] };
  if (node.kind === SyntaxKind.FalseKeyword) return { kind: 'any', of: [] };
  if (compiler.isPrefixUnaryExpression(node) && node.operator === SyntaxKind.ExclamationToken)
    return { kind: 'not', of: testOf(draft, node.operand, depth) };
  if (compiler.isBinaryExpression(node)) return ofTwo(draft, node, depth);
  return listed(draft, node) ?? ofConstant(draft, node, depth) ?? there(draft, node);
}

function ofTwo(draft: Draft, node: ts.BinaryExpression, depth: number): Test {
  const { SyntaxKind } = draft.compiler;
  const both = (): readonly Test[] => [
    testOf(draft, node.left, depth + 1),
    testOf(draft, node.right, depth + 1),
  ];
  switch (node.operatorToken.kind) {
    case SyntaxKind.AmpersandAmpersandToken:
      return { kind: 'all', of: both() };
    case SyntaxKind.BarBarToken:
      return { kind: 'any', of: both() };
    case SyntaxKind.EqualsEqualsEqualsToken:
    case SyntaxKind.EqualsEqualsToken:
      return equality(draft, node);
    case SyntaxKind.ExclamationEqualsEqualsToken:
    case SyntaxKind.ExclamationEqualsToken:
      return { kind: 'not', of: equality(draft, node) };
    default:
      return { kind: 'unknown' };
  }
}

function equality(draft: Draft, { left, right }: ts.BinaryExpression): Test {
  return { kind: 'equals', value: draft.lower(left), to: [draft.lower(right)] };
}

/** `[6, 20].includes(type)` */
function listed(draft: Draft, node: ts.Expression): Test | null {
  const { compiler } = draft;
  if (!compiler.isCallExpression(node) || !compiler.isPropertyAccessExpression(node.expression)) return null;
  const { name, expression } = node.expression;
  const [asked] = node.arguments;
  if (name.text !== 'includes' || asked === undefined || !compiler.isArrayLiteralExpression(expression))
    return null;
  if (expression.elements.some((one) => compiler.isSpreadElement(one))) return null;
  return {
    kind: 'equals',
    value: draft.lower(asked),
    to: expression.elements.map((one) => draft.lower(one)),
  };
}

/** `const isGone = type === 6`, asked later. */
function ofConstant(draft: Draft, node: ts.Expression, depth: number): Test | null {
  const { compiler } = draft;
  const constant = compiler.isIdentifier(node) ? constantOf(draft, node) : null;
  return constant !== null && compiler.isBinaryExpression(constant)
    ? testOf(draft, constant, depth + 1)
    : null;
}

function there(draft: Draft, node: ts.Expression): Test {
  const { compiler } = draft;
  const isAskable =
    compiler.isIdentifier(node) ||
    compiler.isPropertyAccessExpression(node) ||
    compiler.isElementAccessExpression(node) ||
    compiler.isCallExpression(node);
  return isAskable ? { kind: 'there', value: draft.lower(node) } : { kind: 'unknown' };
}
