import { compareText } from '@leastscope/analyzer';
import type { Edit, Item, ScopeList } from './scope-list.js';
import { endOfLine, indentAt, lineBreak, startOfLine } from './lines.js';

/** Adds entries in the list's own style: sorted where it is sorted, else at its end. */
export function insertEdits(list: ScopeList, keys: readonly string[]): readonly Edit[] {
  const { items, from, to } = list;
  if (keys.length === 0) return [];
  if (items.length === 0) return [{ from, to, text: `[${keys.join(', ')}]` }];
  const edits = new Map<Item | null, string[]>();
  for (const key of keys) {
    const before = neighbourOf(key, items);
    edits.set(before, [...(edits.get(before) ?? []), key]);
  }
  return [...edits].flatMap(([before, added]) =>
    before === null ? atTheTop(list, added) : after(list, before, added),
  );
}

/** The entry that a new one follows; null for the top of the list. */
function neighbourOf(key: string, items: readonly Item[]): Item | null {
  if (!isSorted(items)) return items.at(-1) ?? null;
  return items.findLast((item) => item.key < key) ?? null;
}

function isSorted(items: readonly Item[]): boolean {
  return (
    items.length > 1 &&
    items.every((item, at) => at === 0 || compareText(items[at - 1]?.key ?? '', item.key) <= 0)
  );
}

function atTheTop({ text, style, items }: ScopeList, keys: readonly string[]): readonly Edit[] {
  const first = items[0];
  if (first === undefined) return [];
  if (style === 'flow') return [{ from: first.from, to: first.from, text: `${keys.join(', ')}, ` }];
  const from = startOfLine(text, first.from);
  const lead = text.slice(from, first.from);
  return [{ from, to: from, text: keys.map((key) => lead + key + lineBreak(text)).join('') }];
}

function after(list: ScopeList, item: Item, keys: readonly string[]): readonly Edit[] {
  if (list.style === 'flow') return afterInFlow(list, item, keys);
  const { text } = list;
  const lead = `${indentAt(text, item.from)}${dashBefore(text, item.from)}`;
  const at = endOfLine(text, item.to);
  return [{ from: at, to: at, text: keys.map((key) => lineBreak(text) + lead + key).join('') }];
}

/** The dash and the blanks behind it, as this entry has them. */
function dashBefore(text: string, offset: number): string {
  return /-[ \t]+/.exec(text.slice(startOfLine(text, offset), offset))?.[0] ?? '- ';
}

function afterInFlow({ text }: ScopeList, item: Item, keys: readonly string[]): readonly Edit[] {
  const isOwnLine = text.slice(startOfLine(text, item.from), item.from).trim() === '';
  const eol = endOfLine(text, item.to);
  const rest = text.slice(item.to, eol);
  // Entries on lines of their own, perhaps with a comment behind: the new one gets its own line too.
  if (isOwnLine && /^\s*,?\s*(?:#.*)?$/.test(rest)) {
    const indent = indentAt(text, item.from);
    const comma = /^\s*,/.exec(rest)?.[0];
    const lines = keys.map((key) => lineBreak(text) + indent + key);
    if (comma === undefined)
      return [
        { from: item.to, to: item.to, text: ',' },
        { from: eol, to: eol, text: lines.join(',') },
      ];
    return [{ from: eol, to: eol, text: `${lines.join(',')},` }];
  }
  return [{ from: item.to, to: item.to, text: keys.map((key) => `, ${key}`).join('') }];
}
