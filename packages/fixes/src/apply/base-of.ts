import { Node, VariableDeclarationKind } from 'ts-morph';
import { declarationOf } from './declaration-of.js';
import type { PathOf } from './path-of.js';

const mostSteps = 20;

/**
 * The expression for the record around what an expression takes out of it: `order` for `order.recipient_address.name`, also
 * where that stands in a constant above. Null where the record has no name of its own that could be written here.
 */
export function baseOf(node: Node, record: string, pathOf: PathOf, steps = mostSteps): Node | null {
  if (steps === 0) return null;
  if (pathOf(node) === record) return isNameable(node) ? node : null;
  const inner = innerOf(node);
  return inner === null ? null : baseOf(inner, record, pathOf, steps - 1);
}

function innerOf(node: Node): Node | null {
  if (
    Node.isPropertyAccessExpression(node) ||
    Node.isElementAccessExpression(node) ||
    Node.isParenthesizedExpression(node) ||
    Node.isNonNullExpression(node) ||
    Node.isAsExpression(node)
  )
    return node.getExpression();
  if (Node.isBinaryExpression(node)) return node.getLeft();
  return Node.isIdentifier(node) ? originOf(node) : null;
}

/** What a constant was taken from. A name that may have been given another value since leads nowhere. */
function originOf(node: Node): Node | null {
  let owner = declarationOf(node) ?? undefined;
  while (Node.isBindingElement(owner)) owner = owner.getParent().getParent();
  if (!Node.isVariableDeclaration(owner)) return null;
  const list = owner.getParent();
  if (!Node.isVariableDeclarationList(list) || list.getDeclarationKind() !== VariableDeclarationKind.Const)
    return null;
  return owner.getInitializer() ?? null;
}

/** Names and properties can be written twice; a call would be made twice. */
export function isNameable(node: Node): boolean {
  if (Node.isIdentifier(node) || Node.isThisExpression(node)) return true;
  if (Node.isPropertyAccessExpression(node) || Node.isNonNullExpression(node))
    return isNameable(node.getExpression());
  if (!Node.isElementAccessExpression(node)) return false;
  const key = node.getArgumentExpression();
  return (Node.isStringLiteral(key) || Node.isNumericLiteral(key)) && isNameable(node.getExpression());
}
