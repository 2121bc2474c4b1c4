import { Node } from 'ts-morph';
import type { TextOperation } from '../model/operation.js';
import type { Editor } from './edit.js';
import type { OpenSource } from './open-source.js';

/** What the plan has written down; comments only where a comment is one. */
export const editText: Editor<TextOperation> = (operation, source) => {
  const { kind, range, text } = operation;
  const isComment = kind === 'addIgnore' || kind === 'claimPurpose';
  if (isComment && !takesComment(source, range[0])) return 'no comment can stand above it';
  return [{ range, text }];
};

/** Inside of a text, or between the tags of JSX, a comment would become part of what is there. */
function takesComment({ tree }: OpenSource, at: number): boolean {
  const node = tree.getDescendantAtPos(at);
  const around = node === undefined ? [] : [node, ...node.getAncestors()];
  return !around.some((one) => one.getStart() < at && at < one.getEnd() && isText(one));
}

function isText(node: Node): boolean {
  return (
    Node.isStringLiteral(node) ||
    Node.isNoSubstitutionTemplateLiteral(node) ||
    Node.isTemplateHead(node) ||
    Node.isTemplateMiddle(node) ||
    Node.isTemplateTail(node) ||
    Node.isTemplateExpression(node) ||
    Node.isJsxText(node)
  );
}
