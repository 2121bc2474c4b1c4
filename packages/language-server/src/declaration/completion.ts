import type { CompletionItem, TextEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { View } from '../model/view.js';
import { readDocument, search, type Cursor } from './cursor.js';
import { offersFor, type Offer } from './offers.js';
import { slotOf } from './slots.js';

/** A word that stands in no declaration: it is put where the cursor is, to see what would stand there. */
const probe = 'zqx9leastscopezqx';

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
  const found = locate(text, offset);
  const slot = found === null ? null : slotOf(found.cursor);
  if (found === null || slot === null) return [];
  const { cursor, blank, from, to } = found;
  const range = { start: document.positionAt(from), end: document.positionAt(to) };
  const offers = offersFor(view, slot, cursor.path, readDocument(text));
  return offers.map((offer, index) => toItem(offer, index, { range, newText: blank + offer.text }));
}

interface Found {
  readonly cursor: Cursor;
  /** What has to stand before the word. */
  readonly blank: '' | ' ';
  /** Offsets of what the word takes the place of. */
  readonly from: number;
  readonly to: number;
}

function locate(text: string, offset: number): Found | null {
  const [head, tail] = [text.slice(0, offset), text.slice(offset)];
  // Behind a colon or a dash, a word needs its blank.
  const blank = /(?:[\w"']:|(?:^|\n)[ -]*-)$/.test(head) ? ' ' : '';
  const cursor = find(`${head}${blank}${probe}${tail}`) ?? find(`${head}${blank}${probe}: ${tail}`);
  if (cursor === null) return null;
  const written = `${head}${blank}${probe}${tail}`.slice(cursor.from, cursor.to);
  if (written.includes('\n')) return null;
  const quote = /^["']/.test(written) ? 1 : 0;
  const from = Math.min(cursor.from + quote, offset);
  const to = Math.max(cursor.to - quote - probe.length - blank.length, offset);
  return { cursor, blank, from, to };
}

function find(text: string): Cursor | null {
  const document = readDocument(text);
  const isProbe = (node: object): boolean => 'value' in node && String(node.value).includes(probe);
  const cursor = search(document.contents, [], isProbe);
  if (cursor === null) return null;
  return slotOf(cursor) === null ? asKey(cursor) : cursor;
}

/** Under `controls:` the first key that is typed is a value as yet. */
function asKey(cursor: Cursor): Cursor | null {
  if (cursor.on === 'key') return cursor;
  const inside: Cursor = { ...cursor, on: 'key', path: [...cursor.path, probe] };
  return slotOf(inside) === null ? null : inside;
}

function toItem(
  { text, kind, detail, note, documentation }: Offer,
  index: number,
  textEdit: TextEdit,
): CompletionItem {
  return {
    label: text,
    kind,
    detail,
    ...(note === '' ? {} : { labelDetails: { description: note } }),
    // Editors sort by text where nothing is said; the most likely come first.
    sortText: String(index).padStart(4, '0'),
    textEdit,
    ...(documentation === null ? {} : { documentation: { kind: 'markdown', value: documentation } }),
  };
}
