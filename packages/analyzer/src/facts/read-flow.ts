import type { Compiler, ts } from '../compiler/compiler.js';
import type { Extent } from '../model/analysis.js';
import { byKind } from './by-kind.js';
import type { Draft, TextNode } from './draft.js';
import { readEscape } from './escapes/read-escapes.js';
import { readAwaited } from './marks/read-awaited.js';
import { readConditional } from './marks/read-conditional.js';
import { readEmptyBranch } from './marks/read-empty-branches.js';
import { readEvaluated } from './marks/read-evaluated.js';
import { readExit } from './marks/read-exits.js';
import { readFailure } from './marks/read-failures.js';
import { readGuards } from './marks/read-guards.js';
import { readPathText } from './marks/read-path-texts.js';
import { readPrologue } from './marks/read-prologue.js';
import { readTypeComparison } from './marks/read-type-comparisons.js';
import { readAccess, readTaken } from './read-accesses.js';

type Reader = (draft: Draft, node: ts.Node) => void;

/** Reads what a node says beside all else: marks of this domain, and where data goes. */
export function readFlow(draft: Draft, node: ts.Node): void {
  for (const read of readersOf[draft.extent](draft.compiler, node)) read(draft, node);
}

interface Row {
  /** The least extent of a run in which it is read. */
  readonly extent: Extent;
  readonly isRead: (compiler: Compiler, node: ts.Node) => boolean;
  readonly read: Reader;
}

/** A reader with the kinds of nodes that it reads. What it asks beside the kind, it asks itself. */
function row<T extends ts.Node>(
  extent: Extent,
  isRead: (compiler: Compiler, node: ts.Node) => node is T,
  reader: (draft: Draft, node: T) => void,
): Row {
  const read: Reader = (draft, node) => {
    reader(draft, node as T);
  };
  return { extent, isRead, read };
}

const table: readonly Row[] = [
  row('everything', (compiler, node) => compiler.isIfStatement(node), readFailure),
  row('everything', (compiler, node) => compiler.isIfStatement(node), readEmptyBranch),
  row(
    'everything',
    (compiler, node) => compiler.isBinaryExpression(node) || compiler.isCaseClause(node),
    readTypeComparison,
  ),
  row('everything', (compiler, node) => compiler.isExpressionStatement(node), readPrologue),
  row('calls', isText, readPathText),
  row('calls', isText, (draft, node) => void draft.texts.push(node)),
  row('calls', isCall, readEvaluated),
  row('calls', isBranching, readGuards),
  row('everything', isBranching, readConditional),
  row('everything', mayLeave, readExit),
  row('everything', mayWait, readAwaited),
  row('everything', (compiler, node) => compiler.isBindingElement(node), readTaken),
  row('everything', isAccess, readAccess),
  row('everything', (compiler, node) => compiler.isExpression(node), readEscape),
];

/** The readers of one kind of node, in their order. Most nodes are names, which one reader reads. */
const readersOf = {
  calls: readersAmong(table.filter(({ extent }) => extent === 'calls')),
  everything: readersAmong(table),
} satisfies Record<Extent, unknown>;

function readersAmong(rows: readonly Row[]): (compiler: Compiler, node: ts.Node) => readonly Reader[] {
  return byKind((compiler, node) =>
    rows.flatMap(({ isRead, read }) => (isRead(compiler, node) ? [read] : [])),
  );
}

function isCall(compiler: Compiler, node: ts.Node): node is ts.CallExpression | ts.NewExpression {
  return compiler.isCallExpression(node) || compiler.isNewExpression(node);
}

function isAccess(
  compiler: Compiler,
  node: ts.Node,
): node is ts.PropertyAccessExpression | ts.ElementAccessExpression {
  return compiler.isPropertyAccessExpression(node) || compiler.isElementAccessExpression(node);
}

function isText(compiler: Compiler, node: ts.Node): node is TextNode {
  return (
    compiler.isStringLiteralLike(node) ||
    compiler.isTemplateHead(node) ||
    compiler.isTemplateMiddleOrTemplateTail(node)
  );
}

function isBranching(compiler: Compiler, node: ts.Node): node is ts.Node {
  return (
    compiler.isIfStatement(node) ||
    compiler.isSwitchStatement(node) ||
    compiler.isConditionalExpression(node) ||
    compiler.isBinaryExpression(node) ||
    compiler.isCatchClause(node) ||
    compiler.isIterationStatement(node, false)
  );
}

function mayLeave(compiler: Compiler, node: ts.Node): node is ts.Node {
  const { SyntaxKind } = compiler;
  return (
    compiler.isReturnStatement(node) ||
    compiler.isThrowStatement(node) ||
    compiler.isExpressionStatement(node) ||
    node.kind === SyntaxKind.BreakStatement ||
    node.kind === SyntaxKind.ContinueStatement
  );
}

function mayWait(compiler: Compiler, node: ts.Node): node is ts.Node {
  return (
    compiler.isAwaitExpression(node) ||
    compiler.isYieldExpression(node) ||
    compiler.isReturnStatement(node) ||
    compiler.isArrowFunction(node)
  );
}
