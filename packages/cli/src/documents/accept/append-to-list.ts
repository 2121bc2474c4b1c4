import { isMap, isNode, isScalar, isSeq, parseDocument, type Document, type Pair, type Range } from 'yaml';
import { endOfLine, indentAt, lineBreak } from '../fix/lines.js';

/** An item of a YAML list: the data, and its lines, the first of which begins with a dash. */
export interface NewItem {
  readonly data: unknown;
  readonly lines: readonly string[];
}

/**
 * Adds items at the end of a list at the top of a YAML text, and the list itself where there is none. All else stays byte for
 * byte. Null when the text is written in a way that this cannot do safely; the result is read again, and must say what it said
 * and the new items.
 */
export function appendToList(text: string, key: string, items: readonly NewItem[]): string | null {
  const document = parse(text);
  if (document === null || !isMap(document.contents) || document.contents.flow === true) return null;
  const pair = document.contents.items.find((one) => isScalar(one.key) && one.key.value === key);
  const edited = pair === undefined ? atTheEnd(text, key, items) : behindTheLast(text, pair, items);
  const result = edited === null ? null : parse(edited);
  return edited !== null && result !== null && saysBoth(document, result, key, items) ? edited : null;
}

function parse(text: string): Document.Parsed | null {
  const document = parseDocument(text, { logLevel: 'silent', prettyErrors: false });
  return document.errors.length === 0 ? document : null;
}

function atTheEnd(text: string, key: string, items: readonly NewItem[]): string {
  const eol = lineBreak(text);
  const lead = text === '' || text.endsWith('\n') ? '' : eol;
  return `${text}${lead}${key}:${eol}${linesOf(items, '  ', eol)}${eol}`;
}

function behindTheLast(text: string, { key, value }: Pair, items: readonly NewItem[]): string | null {
  const range = isSeq(value) && value.flow !== true ? rangeOf(value.items.at(-1)) : null;
  if (range === null) return isEmpty(value) ? intoNothing(text, key, rangeOf(value), items) : null;
  const at = endOfLine(text, endOfWords(text, range));
  const added = lineBreak(text) + linesOf(items, dashIndent(text, range[0]), lineBreak(text));
  return text.slice(0, at) + added + text.slice(at);
}

function rangeOf(node: unknown): Range | null {
  return isNode(node) && node.range ? node.range : null;
}

/** An empty list is `[]`, or nothing at all behind its key. */
function isEmpty(value: unknown): boolean {
  if (isSeq(value)) return value.items.length === 0;
  return value === null || (isScalar(value) && value.value === null);
}

function intoNothing(
  text: string,
  key: unknown,
  value: Range | null,
  items: readonly NewItem[],
): string | null {
  const behindKey = rangeOf(key)?.[1];
  if (behindKey === undefined) return null;
  const colon = text.indexOf(':', behindKey) + 1;
  const eol = lineBreak(text);
  const end = Math.max(
    colon,
    value === null ? colon : value[0] + text.slice(value[0], value[1]).trimEnd().length,
  );
  return `${text.slice(0, colon)}${eol}${linesOf(items, '  ', eol)}${text.slice(end)}`;
}

/** A block runs on to the next one, over comments too; its last words end before. */
function endOfWords(text: string, [from, to]: Range): number {
  return from + text.slice(from, to).trimEnd().length;
}

/** The blanks before the dash of the item that begins at an offset. */
function dashIndent(text: string, offset: number): string {
  return indentAt(text, text.lastIndexOf('-', offset - 1));
}

function linesOf(items: readonly NewItem[], indent: string, eol: string): string {
  return items.flatMap(({ lines }) => lines.map((line) => indent + line)).join(eol);
}

function saysBoth(
  before: Document.Parsed,
  after: Document.Parsed,
  key: string,
  items: readonly NewItem[],
): boolean {
  const { [key]: had, ...old } = dataOf(before);
  const { [key]: has, ...fresh } = dataOf(after);
  const wanted = [
    ...(Array.isArray(had) ? (had as readonly unknown[]) : []),
    ...items.map(({ data }) => data),
  ];
  return JSON.stringify(old) === JSON.stringify(fresh) && JSON.stringify(has) === JSON.stringify(wanted);
}

function dataOf(document: Document.Parsed): Readonly<Record<string, unknown>> {
  const data: unknown = document.toJS({ maxAliasCount: 100 });
  return typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {};
}
