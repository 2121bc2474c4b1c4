import { isTypeName } from '../../lookups/is-type-name.js';
import type { Span } from '../../model/facts.js';
import type { ts } from '../../compiler/compiler.js';
import { enclosingFunction, spanOf, type Draft } from '../draft.js';

/** `message.type === 6` and `case 6:` of a switch over a type; other comparisons are of no interest. */
export function readTypeComparison(draft: Draft, node: ts.Node): void {
  const { compiler } = draft;
  if (compiler.isBinaryExpression(node)) return readEquality(draft, node);
  if (!compiler.isCaseClause(node) || !isType(draft, node.parent.parent.expression)) return;
  add(draft, node.expression, {
    type: node.parent.parent.expression,
    value: node.expression,
    guarded: node,
    holds: clausesFrom(draft, node),
  });
}

/** `case 1: case 2: …`: an empty clause runs what the next one says. */
function clausesFrom(draft: Draft, clause: ts.CaseClause): Span {
  const [start, end] = spanOf(draft, clause);
  const { clauses } = clause.parent;
  const last = clauses.slice(clauses.indexOf(clause)).find(({ statements }) => statements.length > 0);
  return [start, last?.end ?? end];
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
  const guarded = guardedBy(draft, node);
  const isUnequal = node.operatorToken.getText(draft.parsed.source).startsWith('!');
  const holds = isUnequal ? null : branchThatHolds(draft, guarded);
  if (isType(draft, node.left)) add(draft, node, { type: node.left, value: node.right, guarded, holds });
  else if (isType(draft, node.right))
    add(draft, node, { type: node.right, value: node.left, guarded, holds });
}

/** What runs when a condition holds: the first branch, and no other. */
function branchThatHolds(draft: Draft, guarded: ts.Node): Span | null {
  if (draft.compiler.isIfStatement(guarded)) return spanOf(draft, guarded.thenStatement);
  return draft.compiler.isConditionalExpression(guarded) ? spanOf(draft, guarded.whenTrue) : null;
}

interface Compared {
  readonly type: ts.Expression;
  readonly value: ts.Expression;
  readonly guarded: ts.Node;
  readonly holds: Span | null;
}

function add(draft: Draft, comparison: ts.Node, { type, value, guarded, holds }: Compared): void {
  draft.typeComparisons.push({
    comparison: spanOf(draft, comparison),
    of: draft.lower(type),
    value: draft.lower(value),
    span: spanOf(draft, value),
    guards: spanOf(draft, guarded),
    holds,
    function: enclosingFunction(draft, value),
  });
}

function isType(draft: Draft, node: ts.Expression): boolean {
  const { compiler } = draft;
  if (compiler.isCallExpression(node)) return node.arguments.length === 1 && isType(draft, firstOf(node));
  const named = compiler.isPropertyAccessExpression(node) ? node.name : node;
  if (!compiler.isIdentifier(named)) return false;
  return named.text === draft.words.webhookType || isTypeName(named.text);
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
