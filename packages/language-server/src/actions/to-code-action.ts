import { CodeActionKind, type CodeAction, type TextDocumentEdit, type TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { uriOf } from '../text/locations.js';
import { plain } from '../text/markdown.js';
import { commonEnds as sameEnds } from '../text/unchanged.js';
import type { Proposal } from '../model/authoring.js';
import type { View } from '../model/view.js';

/** The version of a text that an editor holds, by absolute path; null where none does. */
export type VersionOf = (path: string) => number | null;

/** A proposal as an editor wants it: the stretch that differs of each text, held to the version that it was made from. */
export function toCodeAction(view: View, proposal: Proposal, versionOf: VersionOf): CodeAction {
  const changes = [...proposal.texts].flatMap(([file, after]): readonly TextDocumentEdit[] => {
    const before = view.textOf(file);
    if (before === null || before === after) return [];
    const path = `${view.root}/${file}`;
    return [
      { textDocument: { uri: uriOf(path), version: versionOf(path) }, edits: [difference(before, after)] },
    ];
  });
  return { title: plain(proposal.title), kind: CodeActionKind.QuickFix, edit: { documentChanges: changes } };
}

/** One edit: what lies between the common beginning and the common end. */
export function difference(before: string, after: string): TextEdit {
  const [start, end] = commonEnds(before, after);
  const document = TextDocument.create('', '', 0, before);
  return {
    range: { start: document.positionAt(start), end: document.positionAt(before.length - end) },
    newText: after.slice(start, after.length - end),
  };
}

/** No position lies within a line break. */
function commonEnds(before: string, after: string): readonly [number, number] {
  const common = sameEnds(before, after);
  let { start, end } = common;
  if (before[start - 1] === '\r') start -= 1;
  if (end > 0 && before[before.length - end] === '\n') end -= 1;
  return [start, end];
}
