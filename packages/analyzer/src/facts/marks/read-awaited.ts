import type { ts } from '../../compiler/compiler.js';
import { enclosingFunction, hasModifier, type Draft } from '../draft.js';
import { isAwaitingYield, isAwaitedBody } from '../compiled-code.js';
import { isFunction } from '../node-kinds.js';

/** Notes what is waited for: by `await`, and what an async function gives back. Some queries run only then. */
export function readAwaited(draft: Draft, node: ts.Node): void {
  const { compiler } = draft;
  const awaited =
    compiler.isAwaitExpression(node) || isAwaitingYield(draft, node)
      ? node.expression
      : compiler.isReturnStatement(node) && isAsync(draft, functionAround(draft, node))
        ? node.expression
        : compiler.isArrowFunction(node) && !compiler.isBlock(node.body) && isAsync(draft, node)
          ? node.body
          : undefined;
  if (awaited === undefined) return;
  draft.awaited.push({ value: draft.lower(awaited), function: enclosingFunction(draft, awaited) });
}

function functionAround({ compiler }: Draft, node: ts.Node): ts.Node | null {
  for (let at = node.parent as ts.Node | undefined; at !== undefined; at = at.parent as ts.Node | undefined)
    if (isFunction(compiler, at) || compiler.isArrowFunction(at)) return at;
  return null;
}

function isAsync(draft: Draft, node: ts.Node | null): boolean {
  const { compiler } = draft;
  if (node === null) return false;
  if (isAwaitedBody(draft, node)) return true;
  return hasModifier(compiler, node, compiler.SyntaxKind.AsyncKeyword);
}
