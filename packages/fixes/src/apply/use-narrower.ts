import { Node } from 'ts-morph';
import type { UseNarrower } from '../model/operation.js';
import type { Edit, Editor } from './edit.js';
import { rangeOfNode } from './open-source.js';
import { createPathOf } from './path-of.js';
import { catalogName } from './spelling.js';

/** The path, and wherever the answer is asked for what stands elsewhere there. */
export const editUseNarrower: Editor<UseNarrower> = ({ range, path, moved, reads }, source) => {
  const lists = [...new Set(reads.flatMap((read) => /^.*\[\]/.exec(read.path)?.[0] ?? []))];
  const pathOf = createPathOf(reads, lists);
  const edits: Edit[] = [];
  const met = new Set<string>();
  for (const node of source.tree.getDescendants()) {
    const asked = askedBy(node);
    if (asked === null || !Object.keys(moved).some((one) => one.endsWith(`.${asked}`))) continue;
    const own = pathOf(node)?.replace(/\[\]$/, '') ?? '';
    const name = moved[own];
    if (name === undefined) continue;
    const edit = editOf(node, name);
    if (edit === null) return 'the answer is taken apart in a way that is not followed';
    met.add(own);
    edits.push(edit);
  }
  return Object.keys(moved).every((one) => met.has(one))
    ? [{ range, text: path }, ...edits]
    : 'where the answer is read is not followed';
};

/** The name that is asked for, as the catalog writes it. */
function askedBy(node: Node): string | null {
  if (Node.isPropertyAccessExpression(node)) return catalogName(node.getName());
  if (!Node.isBindingElement(node)) return null;
  return catalogName((node.getPropertyNameNode() ?? node.getNameNode()).getText());
}

function editOf(node: Node, name: string): Edit | null {
  if (Node.isPropertyAccessExpression(node)) {
    const dot = node.hasQuestionDotToken() ? '?.' : '.';
    return { range: rangeOfNode(node.getNameNode()), text: name.replaceAll('.', dot) };
  }
  if (!Node.isBindingElement(node) || node.getDotDotDotToken() !== undefined) return null;
  return inPattern(node.getPropertyNameNode(), node.getNameNode(), node, name);
}

/** `{ id }` becomes `{ payment_id: id }`; what stands deeper, `{ goods: { id } }`. */
function inPattern(property: Node | undefined, own: Node, element: Node, name: string): Edit | null {
  const names = name.split('.');
  if (names.length === 1)
    return property === undefined
      ? { range: [own.getStart(), own.getStart()], text: `${name}: ` }
      : { range: rangeOfNode(property), text: name };
  const [last = '', ...above] = names.reverse();
  const isSame = property === undefined && own.getText() === last;
  const [from, to] = rangeOfNode(element);
  const kept = element.getText().slice(property === undefined ? 0 : property.getText().length);
  const inner = property === undefined ? (isSame ? kept : `${last}: ${kept}`) : last + kept;
  return { range: [from, to], text: above.reduce((text, one) => `${one}: { ${text} }`, inner) };
}
