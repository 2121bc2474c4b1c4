import type { CompletionItem } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { View } from '../model/view.js';
import { readDocument, search, type Cursor } from './cursor.js';
import { offersFor, type Offer } from './offers.js';
import { slotOf } from './slots.js';

/** A word that stands in no declaration: it is put where the cursor is, to see what would stand there. */
const probe = 'zqx9leastscopezqx';
const before = /[\w.\-/{}#*@]*$/;
const after = /^[\w.\-/{}#*@]*/;

/**
 * What may stand at an offset. The text need not be whole: a word is put where the cursor is, and where the parser finds it
 * again is where the cursor stands.
 */
export function completeInDeclaration(
  view: View,
  document: TextDocument,
  offset: number,
): readonly CompletionItem[] {
  const text = document.getText();
  const found = place(text, offset);
  if (found === null) return [];
  const { cursor, from, to } = found;
  const slot = slotOf(cursor);
  if (slot === null) return [];
  const range = { start: document.positionAt(from), end: document.positionAt(to) };
  const whole = readDocument(text);
  return offersFor(view, slot, cursor.path, whole).map((offer, index) => toItem(offer, index, range));
}

interface Found {
  readonly cursor: Cursor;
  readonly from: number;
  readonly to: number;
}

function place(text: string, offset: number): Found | null {
  const from = offset - (before.exec(lineUpTo(text, offset))?.[0].length ?? 0);
  const to = offset + (after.exec(text.slice(offset))?.[0].length ?? 0);
  // Behind a colon, a dash, a comma or a bracket a word needs its blank.
  const blank = /[:\-,]$/.test(text.slice(0, from)) ? ' ' : '';
  const cursor =
    find(`${text.slice(0, from)}${blank}${probe}${text.slice(to)}`) ??
    find(`${text.slice(0, from)}${blank}${probe}: ${text.slice(to)}`);
  return cursor === null ? null : { cursor, from, to };
}

function find(text: string): Cursor | null {
  const document = readDocument(text);
  const cursor = search(
    document.contents,
    [],
    (node) => 'value' in node && String(node.value).includes(probe),
  );
  if (cursor?.text !== probe) return null;
  return slotOf(cursor) === null ? asKey(cursor) : cursor;
}

/** Under `controls:` the first key that is typed is a value as yet. */
function asKey(cursor: Cursor): Cursor | null {
  if (cursor.on === 'key') return cursor;
  const inside: Cursor = { ...cursor, on: 'key', path: [...cursor.path, probe] };
  return slotOf(inside) === null ? null : inside;
}

function lineUpTo(text: string, offset: number): string {
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
}

function toItem(
  { text, kind, detail, note, documentation }: Offer,
  index: number,
  range: {
    readonly start: ReturnType<TextDocument['positionAt']>;
    readonly end: ReturnType<TextDocument['positionAt']>;
  },
): CompletionItem {
  return {
    label: text,
    kind,
    detail,
    ...(note === '' ? {} : { labelDetails: { description: note } }),
    // Editors sort by text where nothing is said; the most likely come first.
    sortText: String(index).padStart(4, '0'),
    textEdit: { range, newText: text },
    ...(documentation === null ? {} : { documentation: { kind: 'markdown', value: documentation } }),
  };
}
