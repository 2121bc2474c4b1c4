import type {
  CodeAction,
  CodeLens,
  CompletionItem,
  Hover,
  Location,
  Position,
  Range,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { proposalsFor } from '../actions/proposals.js';
import { toCodeAction, type VersionOf } from '../actions/to-code-action.js';
import { hoverInCode } from '../code/hover.js';
import { callsLike, declaredFor } from '../code/links.js';
import { completeInDeclaration } from '../declaration/completion.js';
import { hoverInDeclaration } from '../declaration/hover.js';
import { lensesOf } from '../declaration/lenses.js';
import { linksInDeclaration } from '../declaration/links.js';
import { activeFindings } from '../findings/diagnostics.js';
import type { Proposer } from '../model/authoring.js';
import type { View } from '../model/view.js';
import { touches } from '../text/places.js';
import { movedOffset } from '../text/unchanged.js';
import type { Located } from '../workspace/workspace.js';

/** A document that an editor asks about, and the project that it belongs to. */
export interface Asked extends Located {
  readonly document: TextDocument;
}

function isDeclaration({ project, file }: Asked): boolean {
  return file === project.declaration;
}

/**
 * The project for questions about its declaration, which is seldom whole while it is typed: what the code needs is taken from
 * the last look, and what is declared too where the text says nothing at the moment.
 */
function declarationView({ project, document, file }: Asked): View {
  const view = project.lastWhole() ?? project.whole();
  const { engine, analysis } = view;
  const fresh = engine.parseDeclaration(document.getText(), file, engine.catalog).declaration;
  return fresh === null ? view : { ...view, analysis: { ...analysis, declaration: fresh } };
}

export function hover(asked: Asked, position: Position): Hover | null {
  const { project, file, document } = asked;
  if (isDeclaration(asked))
    return hoverInDeclaration(declarationView(asked), document, document.offsetAt(position));
  return hoverOfLast(asked, position) ?? hoverInCode(project.of(file), file, position);
}

/**
 * Right after a key stroke: what the last look knows of a stretch that has not changed since. The next look, which comes with the
 * next pause, may know better. Null where only a new look can tell.
 */
function hoverOfLast({ project, file, document }: Asked, position: Position): Hover | null {
  const last = project.lastOf(file);
  const then = last?.text ?? null;
  if (last === null || then === null) return null;
  const before = TextDocument.create('', '', 0, then);
  const now = document.getText();
  const offset = movedOffset(document.offsetAt(position), now, then);
  const found = offset === null ? null : hoverInCode(last.view, file, before.positionAt(offset));
  if (!found?.range) return null;
  const [from, to] = [before.offsetAt(found.range.start), before.offsetAt(found.range.end)];
  const [start, end] = [movedOffset(from, then, now), movedOffset(to, then, now)];
  // Something inside of it may be another now.
  if (start === null || end === null || now.slice(start, end) !== then.slice(from, to)) return null;
  return { ...found, range: { start: document.positionAt(start), end: document.positionAt(end) } };
}

export function completion(asked: Asked, position: Position): readonly CompletionItem[] {
  if (!isDeclaration(asked)) return [];
  return completeInDeclaration(declarationView(asked), asked.document, asked.document.offsetAt(position));
}

export function lenses(asked: Asked, canShow: 'can-show-places' | 'cannot'): readonly CodeLens[] {
  if (!isDeclaration(asked) || asked.project.lastWhole() === null) return [];
  return lensesOf(declarationView(asked), asked.document.uri, canShow);
}

export function definition(asked: Asked, position: Position): readonly Location[] {
  const { project, file } = asked;
  return isDeclaration(asked) ? linksFrom(asked, position) : declaredFor(project.of(file), file, position);
}

export function references(asked: Asked, position: Position): readonly Location[] {
  const { project, file } = asked;
  return isDeclaration(asked) ? linksFrom(asked, position) : callsLike(project.whole(), file, position);
}

function linksFrom(asked: Asked, position: Position): readonly Location[] {
  const { document } = asked;
  return linksInDeclaration(declarationView(asked), document.getText(), document.offsetAt(position));
}

export function codeActions(
  asked: Asked,
  range: Range,
  all: readonly Proposer[],
  versionOf: VersionOf,
): readonly CodeAction[] {
  const { project, file } = asked;
  const view = isDeclaration(asked) ? project.whole() : project.of(file);
  const findings = activeFindings(view).filter(({ place }) => touches(place, file, range));
  return proposalsFor(all, view, { file, range, findings }).map((proposal) =>
    toCodeAction(view, proposal, versionOf),
  );
}
