import { isAlias, isMap, isScalar, isSeq, parseDocument, type Document, type YAMLSeq } from 'yaml';
import { dropEdits } from './drop-edits.js';
import { insertEdits } from './insert-edits.js';
import type { FixPlan } from './plan-fixes.js';
import type { Edit, Item, ScopeList } from './scope-list.js';

/**
 * Carries a plan out on the text of a declaration, touching nothing but the list of requested scopes: comments, order,
 * quotes, anchors and line ends stay. Null when the list is written in a way that this cannot do safely; the result is
 * read again, and must say what was planned and nothing else.
 */
export function editScopes(text: string, plan: FixPlan): string | null {
  const document = parse(text);
  const list = document === null ? null : readList(document, text);
  if (document === null || list === null) return null;
  const wanted = expected(
    list.items.map(({ key }) => key),
    plan,
  );
  const doubled = new Set(
    [...plan.rename].filter(([, to]) => list.items.some(({ key }) => key === to)).map(([from]) => from),
  );
  const gone = new Set([...plan.drop, ...doubled]);
  const edited = apply(text, [
    ...list.items.filter(({ key }) => !gone.has(key)).flatMap((item) => renameEdit(item, text, plan)),
    ...dropEdits(list, gone),
    ...insertEdits(list, plan.add),
  ]);
  const result = parse(edited);
  return result !== null && saysSame(document, result, wanted) ? edited : null;
}

function parse(text: string): Document.Parsed | null {
  const document = parseDocument(text, { logLevel: 'silent', prettyErrors: false });
  return document.errors.length === 0 ? document : null;
}

function readList(document: Document.Parsed, text: string): ScopeList | null {
  const seq = scopesNode(document);
  if (!seq?.range) return null;
  const items = seq.items.map((item) => readItem(isAlias(item) ? item.resolve(document) : item));
  if (!items.every((item) => item !== null)) return null;
  return { text, style: seq.flow === true ? 'flow' : 'block', items, from: seq.range[0], to: seq.range[1] };
}

function scopesNode(document: Document.Parsed): YAMLSeq | null {
  if (!isMap(document.contents)) return null;
  const node: unknown = document.contents.get('requestedScopes', true);
  const target = isAlias(node) ? node.resolve(document) : node;
  return isSeq(target) ? target : null;
}

function readItem(node: unknown): Item | null {
  if (!isScalar(node)) return null;
  const { value, range } = node;
  return typeof value === 'string' && range ? { key: value, from: range[0], to: range[1] } : null;
}

function renameEdit({ key, from, to }: Item, text: string, { rename }: FixPlan): readonly Edit[] {
  const name = rename.get(key);
  if (name === undefined) return [];
  const quote = /^["']/.exec(text.slice(from, to))?.[0] ?? '';
  return [{ from, to, text: quote + name + quote }];
}

function expected(keys: readonly string[], { rename, add, drop }: FixPlan): ReadonlySet<string> {
  const kept = keys.map((key) => rename.get(key) ?? key).filter((key) => !drop.includes(key));
  return new Set([...kept, ...add]);
}

/** From the end to the beginning, so that offsets hold. */
function apply(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.from - a.from || b.to - a.to)
    .reduce((result, { from, to, text: part }) => result.slice(0, from) + part + result.slice(to), text);
}

function saysSame(before: Document.Parsed, after: Document.Parsed, wanted: ReadonlySet<string>): boolean {
  const { requestedScopes: ignored, ...old } = dataOf(before);
  const { requestedScopes, ...fresh } = dataOf(after);
  const keys: readonly unknown[] = Array.isArray(requestedScopes) ? requestedScopes : [];
  const isWanted = keys.length >= wanted.size && keys.every((key) => wanted.has(String(key)));
  return Array.isArray(ignored) && isWanted && JSON.stringify(old) === JSON.stringify(fresh);
}

function dataOf(document: Document.Parsed): Readonly<Record<string, unknown>> {
  const data: unknown = document.toJS({ maxAliasCount: 100 });
  return typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {};
}
