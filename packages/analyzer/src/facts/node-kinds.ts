import type { Compiler, ts } from '../compiler/compiler.js';
import { byKind } from './by-kind.js';

/** What has a body that runs when it is called. */
export function isFunction(compiler: Compiler, node: ts.Node): node is ts.FunctionLikeDeclaration {
  return hasBody(compiler, node);
}

const hasBody = byKind(
  (compiler, node) =>
    compiler.isFunctionDeclaration(node) ||
    compiler.isFunctionExpression(node) ||
    compiler.isArrowFunction(node) ||
    compiler.isMethodDeclaration(node) ||
    compiler.isConstructorDeclaration(node) ||
    compiler.isGetAccessorDeclaration(node) ||
    compiler.isSetAccessorDeclaration(node),
);

/** Expressions around another that do not change its value, as far as values are followed. */
export type Wrapper =
  | ts.ParenthesizedExpression
  | ts.AwaitExpression
  | ts.AsExpression
  | ts.SatisfiesExpression
  | ts.NonNullExpression
  | ts.TypeAssertion
  | ts.ExpressionWithTypeArguments;

export function isWrapper(compiler: Compiler, node: ts.Node): node is Wrapper {
  return wraps(compiler, node);
}

const wraps = byKind(
  (compiler, node) =>
    compiler.isParenthesizedExpression(node) ||
    compiler.isAwaitExpression(node) ||
    compiler.isAsExpression(node) ||
    compiler.isSatisfiesExpression(node) ||
    compiler.isNonNullExpression(node) ||
    compiler.isTypeAssertionExpression(node) ||
    compiler.isExpressionWithTypeArguments(node),
);

/** Types stand beside the code; only the base of a class is a value too. */
export const isTypeOnly = byKind(
  (compiler, node) => compiler.isTypeNode(node) && !compiler.isExpressionWithTypeArguments(node),
);
