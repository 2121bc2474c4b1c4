import { Node } from 'ts-morph';
import type { KeepFields } from '../model/operation.js';
import { isNameable } from './base-of.js';
import { carriersIn, type Carrier } from './carriers.js';
import type { Edit, Editor } from './edit.js';
import { fieldTree, listText, objectText } from './object-text.js';
import { subjectOf } from './subject.js';
import { spellingOf, type Spell } from './spelling.js';
import { takenFrom } from './taken-from.js';
import { nodeAt, rangeOfNode, type OpenSource } from './open-source.js';
import { createPathOf } from './path-of.js';

/** Replaces each expression that brings the record along by an object of its fields. */
export const editKeepFields: Editor<KeepFields> = ({ range, path, fields, reads }, source) => {
  const taking = takingAt(nodeAt(source, range));
  const spell = spellingOf(reads, source);
  if (taking === undefined) return 'the statement that keeps the record was not found';
  const carriers = carriersIn(taking, path, createPathOf(reads, [path]));
  if (carriers.length === 0) return 'the record is put together in a way that is not followed';
  if (carriers.some(({ node }) => !isNameable(node)))
    return 'the record has no name here that its fields could be read from';
  const edits = carriers.map((carrier) => editOf(carrier, { path, fields, spell, source }));
  return edits.some((edit) => edit === null)
    ? 'what is left of the record has none of its fields'
    : edits.filter((edit) => edit !== null);
};

/** Where the record is put into something under a name, all of `name: value`. */
function takingAt(node: Node | undefined): Node | undefined {
  const parent = node?.getParent();
  return Node.isPropertyAssignment(parent) && parent.getNameNode() === node ? parent : node;
}

interface Kept {
  readonly path: string;
  readonly fields: readonly string[];
  readonly spell: Spell;
  readonly source: OpenSource;
}

function editOf({ node, role }: Carrier, { path, fields, spell, source }: Kept): Edit | null {
  const absent = takenFrom(node);
  const tree = fieldTree(fields.filter((field) => !absent.has(field.split(/[.[]/, 1).join(''))));
  if (tree.size === 0) return null;
  const subject = subjectOf(node, source);
  const object =
    role === 'list' ? listText(subject, tree, '.', spell, itemName(path)) : objectText(subject, tree, spell);
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
