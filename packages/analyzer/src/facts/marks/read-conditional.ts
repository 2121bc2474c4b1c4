import type { ts } from '../../compiler/compiler.js';
import type { Test } from '../../model/facts.js';
import { sharedSpan, spanOf, type Draft } from '../draft.js';
import { leavesAtEnd } from './leaves.js';
import { testOf } from './test-of.js';

const sometimes: Test = { kind: 'unknown' };

/**
 * What runs only now and then, and when: the branches of an `if`, the clauses of a `switch`, a `? :`, a `&&`, what catches
 * an error, and the body of a loop.
 */
export function readConditional(draft: Draft, node: ts.Node): void {
  const { compiler } = draft;
  if (compiler.isIfStatement(node))
    addBoth(draft, testOf(draft, node.expression), node.thenStatement, node.elseStatement);
  else if (compiler.isConditionalExpression(node))
    addBoth(draft, testOf(draft, node.condition), node.whenTrue, node.whenFalse);
  else if (compiler.isSwitchStatement(node)) readSwitch(draft, node);
  else if (compiler.isCatchClause(node)) add(draft, { kind: 'failure' }, node.block);
  else if (compiler.isBinaryExpression(node)) readShort(draft, node);
  else if (compiler.isIterationStatement(node, false) && !compiler.isDoStatement(node))
    add(draft, sometimes, node.statement);
}

function readShort(draft: Draft, { left, right, operatorToken }: ts.BinaryExpression): void {
  const { SyntaxKind } = draft.compiler;
  if (operatorToken.kind === SyntaxKind.AmpersandAmpersandToken) add(draft, testOf(draft, left), right);
  if (operatorToken.kind === SyntaxKind.BarBarToken)
    add(draft, { kind: 'not', of: testOf(draft, left) }, right);
  if (operatorToken.kind === SyntaxKind.QuestionQuestionToken) add(draft, sometimes, right);
}

/** A clause runs for its own value, for those of the empty clauses before it, and for whatever falls into it. */
function readSwitch(draft: Draft, { expression, caseBlock: { clauses } }: ts.SwitchStatement): void {
  const { compiler } = draft;
  const value = draft.lower(expression);
  const all = clauses.flatMap((clause) =>
    compiler.isCaseClause(clause) ? [draft.lower(clause.expression)] : [],
  );
  let falling: readonly Test[] = [];
  for (const clause of clauses) {
    const own: Test = compiler.isCaseClause(clause)
      ? { kind: 'equals', value, to: [draft.lower(clause.expression)] }
      : { kind: 'not', of: { kind: 'equals', value, to: all } };
    const when: Test = falling.length === 0 ? own : { kind: 'any', of: [...falling, own] };
    for (const statement of clause.statements) add(draft, when, statement);
    falling = leavesAtEnd(draft, clause.statements) ? [] : [when];
  }
}

function addBoth(draft: Draft, when: Test, first: ts.Node, second: ts.Node | undefined): void {
  add(draft, when, first);
  if (second !== undefined) add(draft, { kind: 'not', of: when }, second);
}

function add(draft: Draft, when: Test, branch: ts.Node): void {
  const lowered = draft.expressionOf.get(branch);
  const span = lowered === undefined ? spanOf(draft, branch) : sharedSpan(draft, branch, lowered);
  draft.conditional.push({ span, when });
}
