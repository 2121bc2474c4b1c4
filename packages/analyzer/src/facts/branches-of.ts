import type { Branch, Condition } from '../model/facts.js';
import type { ts } from '../compiler/compiler.js';
import { spanOf, type Draft } from './draft.js';
import { isFunction } from './node-kinds.js';
import { conditionOf } from './lower-condition.js';

/** The branches and loop bodies around a node, within its function, outermost first. */
export function branchesOf(draft: Draft, node: ts.Node): readonly Branch[] {
  const { compiler } = draft;
  const found: Branch[] = [];
  for (let at = node; (at.parent as ts.Node | undefined) !== undefined; at = at.parent) {
    if (isFunction(compiler, at)) break;
    if (isBranch(compiler, at))
      found.unshift({ span: spanOf(draft, at), ...loopOf(draft, at), ...testOf(draft, at) });
  }
  return found;
}

function loopOf(draft: Draft, { parent }: ts.Node): Pick<Branch, 'loop'> {
  return draft.compiler.isIterationStatement(parent, false) ? { loop: spanOf(draft, parent) } : {};
}

function testOf(draft: Draft, branch: ts.Node): Pick<Branch, 'test' | 'isNegated'> {
  const { compiler } = draft;
  if (compiler.isCaseClause(branch)) return { test: caseOf(draft, branch), isNegated: false };
  const statement = branch.parent;
  if (!compiler.isIfStatement(statement)) return { test: null, isNegated: false };
  const { test, isNegated } = conditionOf(draft, statement.expression);
  return { test, isNegated: statement.elseStatement === branch ? !isNegated : isNegated };
}

/** `case 'a':` asks for equality; a clause that others fall into is taken for more than its own value. */
function caseOf(draft: Draft, clause: ts.CaseClause): Condition | null {
  const { clauses } = clause.parent;
  const before = clauses[clauses.indexOf(clause) - 1];
  if (before !== undefined && fallsThrough(draft, before)) return null;
  return { value: draft.lower(clause.parent.parent.expression), equals: draft.lower(clause.expression) };
}

/** Whether the end of a clause is not seen to leave the `switch`. */
function fallsThrough({ compiler }: Draft, { statements }: ts.CaseOrDefaultClause): boolean {
  const { SyntaxKind } = compiler;
  let last: ts.Statement | undefined = statements.at(-1);
  while (last !== undefined && compiler.isBlock(last)) last = last.statements.at(-1);
  const leaving: readonly (ts.SyntaxKind | undefined)[] = [
    SyntaxKind.BreakStatement,
    SyntaxKind.ContinueStatement,
    SyntaxKind.ReturnStatement,
    SyntaxKind.ThrowStatement,
    // Either may leave in all of its ways.
    SyntaxKind.IfStatement,
    SyntaxKind.TryStatement,
  ];
  return !leaving.includes(last?.kind);
}

function isBranch(compiler: Draft['compiler'], node: ts.Node): boolean {
  const { parent } = node;
  if (compiler.isIfStatement(parent)) return node !== parent.expression;
  if (compiler.isConditionalExpression(parent)) return node !== parent.condition;
  if (compiler.isForStatement(parent) && node === parent.incrementor) return true;
  // `do { … } while ((page = await next()))`: the body has run once before.
  if (compiler.isDoStatement(parent) && node === parent.expression) return true;
  if (compiler.isIterationStatement(parent, false)) return node === parent.statement;
  if (compiler.isBinaryExpression(parent)) {
    const kind = parent.operatorToken.kind;
    const { SyntaxKind } = compiler;
    const isShort =
      kind === SyntaxKind.AmpersandAmpersandToken ||
      kind === SyntaxKind.BarBarToken ||
      kind === SyntaxKind.QuestionQuestionToken;
    return isShort && node === parent.right;
  }
  return (
    compiler.isCaseOrDefaultClause(node) || compiler.isTryStatement(parent) || compiler.isCatchClause(node)
  );
}
