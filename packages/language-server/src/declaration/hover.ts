import type { Hover } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { categoryCard } from '../catalog/category-card.js';
import { controlCard, endpointCard, purposeKindCard, ruleCard, webhookCard } from '../catalog/row-cards.js';
import { scopeCard } from '../catalog/scope-card.js';
import type { View } from '../model/view.js';
import { card, code, escapeText } from '../text/markdown.js';
import { cursorAt, readDocument, type Cursor } from './cursor.js';
import { purposeCard } from './purpose-card.js';
import { slotOf, type Slot } from './slots.js';

/** What stands under an offset of the declaration, for people. */
export function hoverInDeclaration(view: View, document: TextDocument, offset: number): Hover | null {
  const cursor = cursorAt(readDocument(document.getText()), offset);
  const slot = cursor === null ? null : slotOf(cursor);
  if (cursor === null || slot === null) return null;
  const value = cardOf(view, slot, cursor);
  if (value === null) return null;
  const range = { start: document.positionAt(cursor.from), end: document.positionAt(cursor.to) };
  return { contents: { kind: 'markdown', value }, range };
}

function cardOf(view: View, slot: Slot, { text, path }: Cursor): string | null {
  switch (slot) {
    case 'scope':
      return scopeCard(view, text);
    case 'purpose-kind':
      return purposeKindCard(view, text);
    case 'also-category':
    case 'category':
      return categoryCard(view, text);
    case 'recipient':
      return recipientCard(view, text);
    case 'webhook':
      return webhookCard(view, Number(text));
    case 'control':
      return controlCard(text);
    case 'rule':
      return ruleCard(view, text);
    case 'severity':
      return ruleCard(view, String(path[1]));
    case 'endpoint':
      return endpointCard(view, text);
    case 'purpose-id':
    case 'purpose-name':
      return purposeCard(view, text);
    case 'code-glob':
    case 'host':
      return null;
  }
}

function recipientCard({ analysis }: View, id: string): string | null {
  const recipient = analysis.declaration?.evidence.recipients.find((one) => one.id === id);
  if (recipient === undefined) return null;
  const { name, role, country, receives } = recipient;
  return card(
    `**${code(id)}** ${escapeText(name)}`,
    [],
    [
      ...[role, country].filter((part) => part !== null).map(escapeText),
      ...(receives.length > 0 ? [`receives ${receives.map(code).join(', ')}`] : []),
    ],
  );
}
