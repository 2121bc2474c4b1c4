import { Node } from 'ts-morph';
import type { PathOf } from './path-of.js';

/** An expression that brings a part of an answer into a call, and whether it is one record or the list of them. */
export interface Carrier {
  readonly node: Node;
  readonly role: 'item' | 'list';
}

/**
 * The outermost expressions that stand for a part, as the catalog writes it, in what a statement takes: in the arguments of
 * a call, else in the expression or the property itself.
 */
export function carriersIn(taking: Node, part: string, pathOf: PathOf): readonly Carrier[] {
  const isCall = Node.isCallExpression(taking) || Node.isNewExpression(taking);
  return (isCall ? taking.getArguments() : [taking]).flatMap((one) => carriersOf(one, part, pathOf));
}

function carriersOf(node: Node, part: string, pathOf: PathOf): readonly Carrier[] {
  const path = isExpression(node) ? pathOf(node) : null;
  if (path === part) return [{ node, role: 'item' }];
  if (path !== null && `${path}[]` === part) return [{ node, role: 'list' }];
  return partsOf(node).flatMap((child) => carriersOf(child, part, pathOf));
}

function isExpression(node: Node): boolean {
  return Node.isExpression(node) || Node.isIdentifier(node);
}

/** What a value is made of: of `order.id` neither the order nor the name, of a call what it copies. */
function partsOf(node: Node): readonly Node[] {
  if (Node.isPropertyAccessExpression(node) || Node.isElementAccessExpression(node)) return [];
  if (Node.isCallExpression(node))
    return [...madeFrom(node), ...(keepsShape(node) ? node.getArguments() : [])];
  if (Node.isNewExpression(node)) return [];
  if (Node.isPropertyAssignment(node))
    return node.getInitializer() === undefined ? [] : [node.getInitializerOrThrow()];
  if (Node.isShorthandPropertyAssignment(node)) return [node.getNameNode()];
  // What a function does when it is called is another matter.
  if (Node.isArrowFunction(node) || Node.isFunctionExpression(node) || Node.isMethodDeclaration(node))
    return [];
  return node.forEachChildAsArray();
}

const copying: ReadonlySet<string> = new Set([
  ...['JSON.stringify', 'structuredClone', 'Object.assign', 'String', 'util.inspect', 'inspect'],
]);

/** What another function makes of its arguments (a mask, a sum) is its own affair. */
function keepsShape(node: Node): boolean {
  return Node.isCallExpression(node) && copying.has(node.getExpression().getText());
}

/** `JSON.stringify(order).slice(0, 100)` is cut from what another call has made. */
function madeFrom(node: Node): readonly Node[] {
  const callee = Node.isCallExpression(node) ? node.getExpression() : undefined;
  const object = Node.isPropertyAccessExpression(callee) ? callee.getExpression() : undefined;
  return Node.isCallExpression(object) ? [object] : [];
}
