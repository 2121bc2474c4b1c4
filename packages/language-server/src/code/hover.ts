import { answeringPlace, type FieldRead, type OpenCall, type Use } from '@leastscope/analyzer';
import type { Hover, Position } from 'vscode-languageserver';
import { scopeCard } from '../catalog/scope-card.js';
import type { View } from '../model/view.js';
import { card, code, escapeText, rich } from '../text/markdown.js';
import { rangeOf, spot } from '../text/places.js';
import { count } from '../text/words.js';
import { subjectAt, type Subject } from './at.js';
import { useCard } from './use-card.js';

/** More calls through one helper than these are counted, not told. */
const most = 12;

/** What stands under a cursor in code, for people; null where it is nothing of ours. */
export function hoverInCode(view: View, file: string, position: Position): Hover | null {
  const subject = subjectAt(view, file, position);
  if (subject === null) return null;
  return { contents: { kind: 'markdown', value: cardOf(view, subject) }, range: rangeOf(subject.place) };
}

function cardOf(view: View, subject: Subject): string {
  if (subject.kind === 'uses') return subject.uses.map((use) => useCard(view, use)).join('\n\n---\n\n');
  if (subject.kind === 'helper') return helperCard(subject.uses);
  if (subject.kind === 'open') return openCard(subject.call);
  if (subject.kind === 'reads') return subject.reads.map((read) => readCard(view, read)).join('\n\n---\n\n');
  return scopeCard(view, subject.mention.scope);
}

function helperCard(uses: readonly Use[]): string {
  const shown = uses.slice(0, most);
  const left = uses.length - shown.length;
  return card(
    `**${count(uses.length, 'call')}** of the platform ${uses.length === 1 ? 'goes' : 'go'} through here`,
    [],
    [
      ...shown.map(
        ({ endpoint, method, path, place }) =>
          `${code(endpoint ?? `${method} ${path}`)} from ${code(spot(place))}`,
      ),
      ...(left > 0 ? [`and ${String(left)} more`] : []),
    ],
  );
}

function openCard({ reason, knownPath }: OpenCall): string {
  const known = knownPath === null ? '' : ` Known of the path: ${code(knownPath)}.`;
  return `**A call of the platform whose endpoint stayed open:** ${rich(reason)}.${known}`;
}

function readCard(view: View, read: FieldRead): string {
  const { part } = read;
  const points = part.categories.map((category) => categoryPoint(view, read, category));
  const title = `**${code(part.path)}** of ${code(part.endpoint)}`;
  return card(title, [], points.length > 0 ? points : ['of no category in this catalog']);
}

function categoryPoint({ analysis, engine }: View, read: FieldRead, id: string): string {
  const category = engine.catalog.categoryById.get(id);
  const name = category === undefined ? code(id) : `${code(id)} ${escapeText(category.title)}`;
  const { declaration, directives } = analysis;
  if (declaration === null) return name;
  const purposes = engine.purposesOfData(read, id, declaration, engine.catalog, directives);
  const where = answeringPlace(read).file === read.place.file ? 'this file' : code(answeringPlace(read).file);
  return purposes.length === 0
    ? `${name}: no purpose of ${where} takes it`
    : `${name}: taken for ${purposes.map(code).join(', ')}`;
}
