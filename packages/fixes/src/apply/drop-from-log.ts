import { Node } from 'ts-morph';
import type { DropFromLog, LoggedPart } from '../model/operation.js';
import { baseOf, isNameable } from './base-of.js';
import { carriersIn, type Carrier } from './carriers.js';
import type { Edit, Editor } from './edit.js';
import { memberOf } from './member.js';
import { nodeAt, rangeOfNode, type OpenSource } from './open-source.js';
import { createPathOf, type PathOf } from './path-of.js';
import { spellingOf } from './spelling.js';
import { itemOf, subjectOf } from './subject.js';

/** Every part that the log takes is replaced, or none: half of it would still be logged. */
export const editDropFromLog: Editor<DropFromLog> = ({ range, parts, reads }, source) => {
  const call = nodeAt(source, range);
  if (!Node.isCallExpression(call) && !Node.isNewExpression(call)) return 'the call that logs was not found';
  const pathOf = createPathOf(
    reads,
    parts.flatMap(({ path, record }) => [path, record]),
  );
  const spell = spellingOf(reads, source);
  const edits: Edit[] = [];
  for (const one of parts) {
    const part = { ...one, id: spell(one.id) };
    const carriers = carriersIn(call, part.path, pathOf);
    if (carriers.length === 0) return 'what is logged is put together in a way that is not followed';
    const own = carriers.map((carrier) => editOf(carrier, part, pathOf, source));
    if (own.some((edit) => edit === null))
      return 'the record has no name here that its id could be read from';
    edits.push(...own.filter((edit) => edit !== null));
  }
  return withoutDoubles(edits, call);
};

function editOf({ node, role }: Carrier, part: LoggedPart, pathOf: PathOf, source: OpenSource): Edit | null {
  const text = role === 'list' ? idsOf(node, part, source) : idOf(node, part, pathOf);
  if (text === null) return null;
  const parent = node.getParent();
  if (!Node.isShorthandPropertyAssignment(parent))
    return { range: rangeOfNode(node), text: asBefore(node, role, text, part) };
  return { range: rangeOfNode(parent), text: `${parent.getName()}: ${text}` };
}

/** Where an object is needed: `...order` becomes `...{ id: order.id }`, and what is written as JSON stays an object. */
function asBefore(node: Node, role: Carrier['role'], text: string, { id }: LoggedPart): string {
  const parent = node.getParent();
  const isJson = Node.isCallExpression(parent) && parent.getExpression().getText() === 'JSON.stringify';
  return role === 'item' && (isJson || Node.isSpreadAssignment(parent)) ? `{ ${id}: ${text} }` : text;
}

function idOf(node: Node, { record, id }: LoggedPart, pathOf: PathOf): string | null {
  const base = baseOf(node, record, pathOf);
  return base === null ? null : memberOf(base, id);
}

/** Of a list, the ids of its records. */
function idsOf(node: Node, { path, record, id }: LoggedPart, source: OpenSource): string | null {
  if (record !== path || !isNameable(node)) return null;
  const { parameter } = itemOf(subjectOf(node, source), 'one');
  return `${node.getText()}?.map((${parameter}) => one.${id})`.replace(/\?\?\./g, '?.');
}

/** An id that stands in the call already need not stand there twice: then the argument goes, with its comma. */
function withoutDoubles(edits: readonly Edit[], call: Node): readonly Edit[] {
  if (!Node.isCallExpression(call)) return edits;
  const all = call.getArguments();
  const seen = new Set(all.map((argument) => argument.getText()));
  return edits.map((edit) => {
    const at = all.findIndex(
      (argument) => argument.getStart() === edit.range[0] && argument.getEnd() === edit.range[1],
    );
    const before = all[at - 1];
    if (before === undefined) return edit;
    const plain = edit.text.replace('?.', '.');
    if (!seen.has(edit.text) && !seen.has(plain)) {
      seen.add(edit.text);
      return edit;
    }
    return { range: [before.getEnd(), edit.range[1]], text: '' };
  });
}
