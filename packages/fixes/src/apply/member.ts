import { Node } from 'ts-morph';
import { isNameable } from './base-of.js';
import { declarationOf } from './declaration-of.js';

/**
 * A field of a record, as text: `order.id` where the code up to here asks the same name for something without `?.`, else
 * `order?.id`, which fails nowhere.
 */
export function memberOf(record: Node, name: string): string {
  return `${record.getText()}${isSurelyThere(record) ? '.' : '?.'}${name}`;
}

function isSurelyThere(record: Node): boolean {
  const declaration = Node.isIdentifier(record) ? declarationOf(record) : null;
  if (declaration === null || !isNameable(record)) return false;
  if (isLoopItem(declaration)) return true;
  // What stands behind it has not been asked yet.
  const until = (record.getFirstAncestor((one) => Node.isStatement(one)) ?? record).getEnd();
  const block = record.getFirstAncestor((one) => Node.isBlock(one) || Node.isArrowFunction(one));
  return (block?.getDescendants() ?? []).some(
    (one) =>
      Node.isPropertyAccessExpression(one) &&
      one.getEnd() <= until &&
      !one.hasQuestionDotToken() &&
      Node.isIdentifier(one.getExpression()) &&
      declarationOf(one.getExpression()) === declaration &&
      isUnconditional(one, block),
  );
}

function isLoopItem(declaration: Node): boolean {
  return (
    Node.isVariableDeclaration(declaration) && Node.isForOfStatement(declaration.getParent().getParent())
  );
}

/** In the statement list of the block itself: what stands in a branch says nothing of what stands beside it. */
function isUnconditional(node: Node, block: Node | undefined): boolean {
  const branch = node.getFirstAncestor(
    (one) =>
      one === block ||
      Node.isIfStatement(one) ||
      Node.isConditionalExpression(one) ||
      Node.isBinaryExpression(one) ||
      Node.isBlock(one) ||
      Node.isArrowFunction(one),
  );
  return branch === block;
}
