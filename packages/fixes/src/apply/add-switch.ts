import { Node } from 'ts-morph';
import type { AddSwitch } from '../model/operation.js';
import type { Edit, Edits, Editor } from './edit.js';
import { nodeAt, rangeOfNode, type OpenSource } from './open-source.js';

/** `need_data: true`, `'need_data': 'true'`, `?need_data=true`, `append('need_data', 'true')`. */
export const editAddSwitch: Editor<AddSwitch> = ({ range, name, value }, source) => {
  const node = nodeAt(source, range) ?? source.tree.getDescendantAtPos(range[0]);
  const property = node?.getFirstAncestor((one) => Node.isPropertyAssignment(one));
  if (Node.isPropertyAssignment(property) && isNameOf(property.getNameNode(), range[0]))
    return ofProperty(property.getInitializer(), property, value);
  if (Node.isStringLiteral(node) && node.getLiteralText() === name)
    return value === null ? onlyByHand : ofValue(argumentBehind(node), value);
  if (isText(node)) return inText(source, range[1], value);
  return 'the switch is set in a way that is not followed';
};

const onlyByHand = 'how the request goes without it is not clear';

function isNameOf(name: Node, offset: number): boolean {
  return name.getStart() <= offset && offset < name.getEnd();
}

function isText(node: Node | undefined): boolean {
  return (
    Node.isStringLiteral(node) ||
    Node.isNoSubstitutionTemplateLiteral(node) ||
    Node.isTemplateHead(node) ||
    Node.isTemplateMiddle(node) ||
    Node.isTemplateTail(node)
  );
}

function ofProperty(initializer: Node | undefined, property: Node, value: string | null): Edits {
  if (value !== null) return ofValue(initializer, value);
  const object = property.getParentOrThrow();
  const all = Node.isObjectLiteralExpression(object) ? object.getProperties() : [];
  const at = all.findIndex((one) => one === property);
  const [before, behind] = [all[at - 1], all[at + 1]];
  if (all.length === 1) return [{ range: [object.getStart() + 1, object.getEnd() - 1], text: '' }];
  if (behind !== undefined) return [{ range: [property.getStart(), behind.getStart()], text: '' }];
  return [{ range: [before?.getEnd() ?? property.getStart(), property.getEnd()], text: '' }];
}

/** The quotes stay where there are some. */
function ofValue(node: Node | undefined, value: string): Edits {
  if (Node.isTrueLiteral(node) || Node.isFalseLiteral(node))
    return [{ range: rangeOfNode(node), text: value }];
  if (!Node.isStringLiteral(node)) return 'what the switch is set to is worked out';
  const [from, to] = rangeOfNode(node);
  return [{ range: [from + 1, to - 1], text: value }];
}

/** `params.append('need_data', 'true')`, `['need_data', 'true']`. */
function argumentBehind(node: Node): Node | undefined {
  return node.getNextSibling((one) => Node.isExpression(one));
}

function inText({ text }: OpenSource, end: number, value: string | null): readonly Edit[] | string {
  const set = /^=(?:true|false)\b/.exec(text.slice(end))?.[0];
  if (value === null || set === undefined) return onlyByHand;
  return [{ range: [end + 1, end + set.length], text: value }];
}
