import { isMap, isSeq, type Document, type Pair } from 'yaml';
import { readDocument } from '../declaration/cursor.js';

/**
 * Adds an entry to a list at the top of the declaration, which begins the list where there is none. `lines` are written as
 * in a block list that is indented by two blanks. Null where the list is written otherwise; nothing but the entry changes.
 */
export function insertEntry(text: string, key: string, lines: readonly string[]): string | null {
  const document = readDocument(text);
  if (document.errors.length > 0 || !isMap(document.contents)) return null;
  const pair = document.contents.items.find((item) => String(item.key) === key);
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const edited = pair === undefined ? append(text, key, lines, eol) : insert(text, pair, lines, eol);
  return edited !== null && grewByOne(document, readDocument(edited), key) ? edited : null;
}

function append(text: string, key: string, lines: readonly string[], eol: string): string {
  const gap = text === '' || text.endsWith('\n') ? '' : eol;
  return `${text}${gap}${[`${key}:`, ...lines].join(eol)}${eol}`;
}

function insert(text: string, { value }: Pair, lines: readonly string[], eol: string): string | null {
  if (!isSeq(value) || value.range == null) return null;
  const [from, to] = value.range;
  if (value.items.length === 0) {
    // `purposes: []`
    return `${text.slice(0, from).trimEnd()}${eol}${lines.join(eol)}${text.slice(to)}`;
  }
  if (value.flow === true) return null;
  const indent = /[ \t]*$/.exec(text.slice(0, from))?.[0] ?? '';
  const own = lines.map((line) => indent + line.replace(/^ {2}/, ''));
  const end = text.slice(0, to).trimEnd().length;
  const lineEnd = text.indexOf('\n', end);
  const at = lineEnd === -1 ? text.length : lineEnd + 1;
  const gap = text.slice(0, at).endsWith('\n') ? '' : eol;
  return `${text.slice(0, at)}${gap}${own.join(eol)}${eol}${text.slice(at)}`;
}

/** One entry more at the end, and everything else as it was. */
function grewByOne(before: Document, after: Document, key: string): boolean {
  if (after.errors.length > 0) return false;
  const old = dataOf(before);
  const fresh = dataOf(after);
  const list: unknown = fresh[key];
  if (!Array.isArray(list)) return false;
  const grown = {
    ...old,
    [key]: [...(Array.isArray(old[key]) ? (old[key] as unknown[]) : []), list.at(-1) as unknown],
  };
  return JSON.stringify(grown) === JSON.stringify(fresh);
}

function dataOf(document: Document): Readonly<Record<string, unknown>> {
  const data: unknown = document.toJS({ maxAliasCount: 50 });
  return typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {};
}
