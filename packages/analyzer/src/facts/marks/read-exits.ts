import type { ts } from '../../compiler/compiler.js';
import type { Exit } from '../../model/facts.js';
import { enclosingFunction, spanOf, type Draft } from '../draft.js';
import { isFunction } from '../node-kinds.js';

/** Notes what ends a function, a loop or a clause before its end, and what of the text is left out by it. */
export function readExit(draft: Draft, node: ts.Node): void {
  const kind = kindOf(draft, node);
  if (kind === null) return;
  const end = endOf(draft, node, kind);
  draft.exits.push({
    kind,
    at: spanOf(draft, node),
    skips: [node.end, end],
    function: enclosingFunction(draft, node),
  });
}

function kindOf({ compiler }: Draft, node: ts.Node): Exit['kind'] | null {
  const { SyntaxKind } = compiler;
  if (compiler.isReturnStatement(node)) return 'return';
  if (compiler.isThrowStatement(node)) return 'throw';
  if (node.kind === SyntaxKind.BreakStatement || node.kind === SyntaxKind.ContinueStatement) return 'break';
  if (!compiler.isExpressionStatement(node) || !compiler.isCallExpression(node.expression)) return null;
  const { expression: callee } = node.expression;
  const isExit =
    compiler.isPropertyAccessExpression(callee) &&
    compiler.isIdentifier(callee.expression) &&
    /^(?:process|Deno)$/.test(callee.expression.text) &&
    /^(?:exit|abort)$/.test(callee.name.text);
  return isExit ? 'return' : null;
}

/** Where it goes on: behind the function, the loop or `switch`, or behind the `try` whose `catch` takes what is thrown. */
function endOf(draft: Draft, node: ts.Node, kind: Exit['kind']): number {
  const { compiler } = draft;
  let below: ts.Node = node;
  for (let at = node.parent as ts.Node | undefined; at !== undefined; below = at, at = at.parent) {
    if (isFunction(compiler, at) || compiler.isArrowFunction(at)) return at.end;
    if (kind === 'break' && isLeft(compiler, at)) return at.end;
    if (kind === 'throw' && compiler.isTryStatement(at) && at.catchClause !== undefined)
      if (at.tryBlock === below) return below.end;
  }
  return draft.parsed.source.end;
}

function isLeft(compiler: Draft['compiler'], node: ts.Node): boolean {
  return compiler.isIterationStatement(node, false) || compiler.isSwitchStatement(node);
}
