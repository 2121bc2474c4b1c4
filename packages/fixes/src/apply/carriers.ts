import { Node } from 'ts-morph';
import type { PathOf } from './path-of.js';

/** An expression that brings a part of an answer into a call, and whether it is one record or the list of them. */
export interface Carrier {
  readonly node: Node;
  readonly role: 'item' | 'list';
}

/** The outermost expressions below a node that stand for a part, as the catalog writes it. */
export function carriersOf(node: Node, part: string, pathOf: PathOf): readonly Carrier[] {
  const path = isExpression(node) ? pathOf(node) : null;
  if (path === part) return [{ node, role: 'item' }];
  if (path !== null && `${path}[]` === part) return [{ node, role: 'list' }];
  return partsOf(node).flatMap((child) => carriersOf(child, part, pathOf));
}

function isExpression(node: Node): boolean {
  return Node.isExpression(node) || Node.isIdentifier(node);
}

/** What a value is made of: of `order.id` neither the order nor the name, of a call its arguments. */
function partsOf(node: Node): readonly Node[] {
  if (Node.isPropertyAccessExpression(node) || Node.isElementAccessExpression(node)) return [];
  if (Node.isCallExpression(node) || Node.isNewExpression(node)) return node.getArguments();
  if (Node.isPropertyAssignment(node)) return node.getInitializer() === undefined ? [] : [node.getInitializerOrThrow()];
  if (Node.isShorthandPropertyAssignment(node)) return [node.getNameNode()];
  // What a function does when it is called is another matter.
  if (Node.isArrowFunction(node) || Node.isFunctionExpression(node) || Node.isMethodDeclaration(node)) return [];
  return node.forEachChildAsArray();
}
