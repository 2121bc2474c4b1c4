import { Node } from 'ts-morph';
import type { KeepFields } from '../model/operation.js';
import { isNameable } from './base-of.js';
import { carriersOf, type Carrier } from './carriers.js';
import type { Edit, Editor } from './edit.js';
import { fieldTree, objectText } from './object-text.js';
import { nodeAt, rangeOfNode } from './open-source.js';
import { createPathOf } from './path-of.js';

/** Replaces each expression that brings the record along by an object of its fields. */
export const editKeepFields: Editor<KeepFields> = ({ range, path, fields, reads }, source) => {
  const taking = nodeAt(source, range);
  if (taking === undefined) return 'the statement that keeps the record was not found';
  const carriers = carriersOf(taking, path, createPathOf(reads));
  if (carriers.length === 0) return 'the record is put together in a way that is not followed';
  if (carriers.some(({ node }) => !isNameable(node)))
    return 'the record has no name here that its fields could be read from';
  return carriers.map((carrier) => editOf(carrier, path, fields));
};

function editOf({ node, role }: Carrier, path: string, fields: readonly string[]): Edit {
  const tree = fieldTree(fields);
  const name = itemName(path);
  const object = role === 'list' ? `${node.getText()}.map((${name}) => (${objectText(name, tree)}))` : objectText(node.getText(), tree);
  const parent = node.getParent();
  if (Node.isShorthandPropertyAssignment(parent))
    return { range: rangeOfNode(parent), text: `${parent.getName()}: ${object}` };
  if (Node.isSpreadAssignment(parent) && role === 'item')
    return { range: rangeOfNode(parent), text: object.slice(2, -2) };
  return { range: rangeOfNode(node), text: object };
}

/** `order` for an item of `data.orders[]`. */
function itemName(path: string): string {
  const list = path.slice(path.lastIndexOf('.') + 1).replace(/(?:_list)?\[\]$/, '');
  const one = list.replace(/ies$/, 'y').replace(/s$/, '');
  return one.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
