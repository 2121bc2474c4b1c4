import { isMap, isScalar, isSeq, parseDocument, type Document, type YAMLMap } from 'yaml';
import { indentAt, lineBreak, startOfLine, endOfLine } from './lines.js';
import type { Edit } from './scope-list.js';
import type { MissingAlso } from './missing-also.js';

/**
 * Writes categories under `also` of their purposes, each with a reason that is still to be written. All else stays byte for
 * byte. Null where the purpose is written in a way that this cannot do safely; the result is read again, and must say what
 * it said and the new lines.
 */
export function editAlso(text: string, missing: readonly MissingAlso[]): string | null {
  let edited = text;
  for (const one of missing) {
    const document = parse(edited);
    const next = document === null ? null : insert(edited, document, one);
    const result = next === null ? null : parse(next);
    if (document === null || next === null || result === null || !saysBoth(document, result, one))
      return null;
    edited = next;
  }
  return edited;
}

function reasonOf({ seen }: MissingAlso): string {
  return `TODO: say why. Read at ${seen}`;
}

function parse(text: string): Document.Parsed | null {
  const document = parseDocument(text, { logLevel: 'silent', prettyErrors: false });
  return document.errors.length === 0 ? document : null;
}

function insert(text: string, document: Document.Parsed, missing: MissingAlso): string | null {
  const purpose = purposeIn(document, missing.purpose);
  if (purpose === null) return null;
  const entry = `{ category: ${missing.category}, because: ${JSON.stringify(reasonOf(missing))} }`;
  const also: unknown = purpose.get('also', true);
  const edit = isSeq(also)
    ? intoList(text, also, entry)
    : also === undefined
      ? behindKeys(text, purpose, `also: [${entry}]`)
      : null;
  return edit === null ? null : text.slice(0, edit.from) + edit.text + text.slice(edit.to);
}

function purposeIn(document: Document.Parsed, id: string): YAMLMap | null {
  const purposes: unknown = isMap(document.contents) ? document.contents.get('purposes', true) : null;
  const found = isSeq(purposes) ? purposes.items.filter((one) => isMap(one) && one.get('id') === id) : [];
  const [only] = found;
  return found.length === 1 && isMap(only) ? only : null;
}

function intoList(
  text: string,
  { flow, items, range }: { flow?: boolean; items: readonly unknown[]; range?: readonly number[] | null },
  entry: string,
): Edit | null {
  const [from, to] = range ?? [];
  if (from === undefined || to === undefined) return null;
  const end = from + text.slice(from, to).trimEnd().length;
  if (flow === true) {
    const inner = text.slice(from + 1, end - 1).trimEnd().length + from + 1;
    const comma = items.length === 0 || text[inner - 1] === ',' ? '' : ',';
    const blank = items.length === 0 ? '' : ' ';
    return { from: inner, to: inner, text: `${comma}${blank}${entry}` };
  }
  const at = endOfLine(text, end);
  const indent = indentAt(text, from);
  return { from: at, to: at, text: `${lineBreak(text)}${indent}- ${entry}` };
}

/** A key more at the end of the purpose, in its own style. */
function behindKeys(text: string, purpose: YAMLMap, line: string): Edit | null {
  const first: unknown = purpose.items[0]?.key;
  const { range } = purpose;
  if (!isScalar(first) || !first.range || !range) return null;
  const end = range[0] + text.slice(range[0], range[1]).trimEnd().length;
  if (purpose.flow === true) {
    const inner = range[0] + text.slice(range[0], end - 1).trimEnd().length;
    const comma = text[inner - 1] === ',' ? '' : ',';
    return { from: inner, to: inner, text: `${comma} ${line}` };
  }
  const at = endOfLine(text, end);
  const indent = ' '.repeat(first.range[0] - startOfLine(text, first.range[0]));
  return { from: at, to: at, text: `${lineBreak(text)}${indent}${line}` };
}

interface Data {
  readonly purposes?: readonly (Readonly<Record<string, unknown>> & {
    readonly id?: unknown;
    readonly also?: readonly unknown[] | null;
  })[];
}

function saysBoth(before: Document.Parsed, after: Document.Parsed, missing: MissingAlso): boolean {
  const { purposes = [], ...rest } = before.toJS({ maxAliasCount: 100 }) as Data;
  const added = { category: missing.category, because: reasonOf(missing) };
  const wanted = purposes.map((one) =>
    one.id === missing.purpose ? { ...one, also: [...(one.also ?? []), added] } : one,
  );
  const { purposes: found = [], ...others } = after.toJS({ maxAliasCount: 100 }) as Data;
  return sorted({ ...rest, purposes: wanted }) === sorted({ ...others, purposes: found });
}

/** A new key stands at the end of its purpose; which keys come first is of no account. */
function sorted(data: unknown): string {
  return JSON.stringify(data, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
