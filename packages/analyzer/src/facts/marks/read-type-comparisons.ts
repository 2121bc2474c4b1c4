import type { ts } from '../../compiler/compiler.js';
import { enclosingFunction, spanOf, type Draft } from '../draft.js';

const typeName = /(?:^|_|[a-z])(?:type|Type|TYPE|event|topic)(?:_?id|Id)?$/;

/** `message.type === 6` and `case 6:` of a switch over a type; other comparisons are of no interest. */
export function readTypeComparison(draft: Draft, node: ts.Node): void {
  const { compiler } = draft;
  if (compiler.isBinaryExpression(node)) return readEquality(draft, node);
  if (!compiler.isCaseClause(node) || !isType(draft, node.parent.parent.expression)) return;
  add(draft, node.expression, node);
}

function readEquality(draft: Draft, node: ts.BinaryExpression): void {
  const { SyntaxKind } = draft.compiler;
  const isEquality = [
    SyntaxKind.EqualsEqualsEqualsToken,
    SyntaxKind.EqualsEqualsToken,
    SyntaxKind.ExclamationEqualsEqualsToken,
    SyntaxKind.ExclamationEqualsToken,
  ].includes(node.operatorToken.kind);
  if (!isEquality) return;
  if (isType(draft, node.left)) add(draft, node.right, guardedBy(draft, node));
  else if (isType(draft, node.right)) add(draft, node.left, guardedBy(draft, node));
}

function add(draft: Draft, value: ts.Expression, guarded: ts.Node): void {
  draft.typeComparisons.push({
    value: draft.lower(value),
    span: spanOf(draft, value),
    guards: spanOf(draft, guarded),
    function: enclosingFunction(draft, value),
  });
}

function isType(draft: Draft, node: ts.Expression): boolean {
  const { compiler } = draft;
  if (compiler.isCallExpression(node)) return node.arguments.length === 1 && isType(draft, firstOf(node));
  if (compiler.isPropertyAccessExpression(node)) return typeName.test(node.name.text);
  return compiler.isIdentifier(node) && typeName.test(node.text);
}

/** `Number(message.type)`: asked for only where there is one argument. */
function firstOf(node: ts.CallExpression): ts.Expression {
  return node.arguments[0] ?? node;
}

/** The statement or expression that the comparison decides. */
function guardedBy(draft: Draft, node: ts.Node): ts.Node {
  const { compiler } = draft;
  for (let at = node; (at.parent as ts.Node | undefined) !== undefined; at = at.parent) {
    const { parent } = at;
    if (compiler.isIfStatement(parent) || compiler.isConditionalExpression(parent)) return parent;
    if (compiler.isStatement(parent)) return parent;
  }
  return node;
}
