import type { GuardedStretch } from '../../model/facts.js';
import type { ts } from '../../compiler/compiler.js';
import { spanOf, type Draft } from '../draft.js';
import { conditionsOf, type Conditions } from './conditions-of.js';
import { leaves, leavesAtEnd } from './leaves.js';

/**
 * Stretches that run only when a value is some text, or is there: branches of `if` and `switch`, arms of `? :`, what
 * stands behind `&&`, and the rest of a block after `if (…) return`.
 */
export function readGuards(draft: Draft, node: ts.Node): void {
  const { compiler } = draft;
  if (compiler.isIfStatement(node)) return readIf(draft, node);
  if (compiler.isSwitchStatement(node)) return readSwitch(draft, node);
  if (compiler.isConditionalExpression(node)) {
    const { whenTrue, whenFalse } = conditionsOf(draft, node.condition);
    guard(draft, spanOf(draft, node.whenTrue), whenTrue);
    return guard(draft, spanOf(draft, node.whenFalse), whenFalse);
  }
  if (compiler.isBinaryExpression(node)) readShort(draft, node);
}

function readIf(draft: Draft, node: ts.IfStatement): void {
  const { whenTrue, whenFalse } = conditionsOf(draft, node.expression);
  guard(draft, spanOf(draft, node.thenStatement), whenTrue);
  if (node.elseStatement !== undefined) guard(draft, spanOf(draft, node.elseStatement), whenFalse);
  if (leaves(draft, node.thenStatement)) guardRest(draft, node, whenFalse);
  if (node.elseStatement !== undefined && leaves(draft, node.elseStatement)) guardRest(draft, node, whenTrue);
}

function readShort(draft: Draft, { left, right, operatorToken }: ts.BinaryExpression): void {
  const { SyntaxKind } = draft.compiler;
  if (operatorToken.kind === SyntaxKind.AmpersandAmpersandToken)
    guard(draft, spanOf(draft, right), conditionsOf(draft, left).whenTrue);
  if (operatorToken.kind === SyntaxKind.BarBarToken)
    guard(draft, spanOf(draft, right), conditionsOf(draft, left).whenFalse);
}

/** A clause runs for its own value, for those of the empty clauses before it, and for whatever falls into it. */
function readSwitch(draft: Draft, node: ts.SwitchStatement): void {
  const { compiler } = draft;
  const value = draft.lower(node.expression);
  const { clauses } = node.caseBlock;
  const all = clauses.flatMap((clause) =>
    compiler.isCaseClause(clause) ? [draft.lower(clause.expression)] : [],
  );
  let values: typeof all | null = [];
  for (const clause of clauses) {
    const isDefault = !compiler.isCaseClause(clause);
    if (isDefault) values = null;
    else if (values !== null) values.push(draft.lower(clause.expression));
    if (clause.statements.length === 0) continue;
    const isLast = isDefault && clause === clauses.at(-1);
    if (values !== null) guard(draft, spanOf(draft, clause), [{ value, equals: values, isNegated: false }]);
    else if (isLast && isOwn(draft, clauses))
      guard(draft, spanOf(draft, clause), [{ value, equals: all, isNegated: true }]);
    values = leavesAtEnd(draft, clause.statements) ? [] : null;
  }
}

/** The last clause is reached by nothing but its own values. */
function isOwn(draft: Draft, clauses: readonly ts.CaseOrDefaultClause[]): boolean {
  const before = clauses.at(-2);
  return before === undefined || leavesAtEnd(draft, before.statements);
}

function guardRest(draft: Draft, node: ts.IfStatement, conditions: Conditions): void {
  const block = node.parent;
  if (!draft.compiler.isBlock(block) && block.kind !== draft.compiler.SyntaxKind.SourceFile) return;
  guard(draft, [node.end, block.end], conditions);
}

function guard(draft: Draft, span: GuardedStretch['span'], conditions: Conditions): void {
  for (const condition of conditions) draft.guards.push({ span, ...condition });
}
