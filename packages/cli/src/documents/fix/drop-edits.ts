import type { Edit, Item, ScopeList } from './scope-list.js';
import { endOfLine, startOfLine } from './lines.js';

/** Takes entries out, each with its line or its comma. Comments on lines of their own stay. */
export function dropEdits(list: ScopeList, gone: ReadonlySet<string>): readonly Edit[] {
  const dropped = list.items.filter(({ key }) => gone.has(key));
  if (dropped.length === 0) return [];
  if (list.style === 'flow') return dropInFlow(list, gone);
  const edits = dropped.map((item) => withLine(list.text, item));
  if (dropped.length < list.items.length) return edits;
  // An empty block list is nothing at all; it takes brackets behind its key to stay a list.
  const key = list.text.lastIndexOf(':', list.from) + 1;
  return [{ from: key, to: key, text: ' []' }, ...edits];
}

function withLine(text: string, item: Item): Edit {
  const end = endOfLine(text, item.to);
  const next = text.startsWith('\r\n', end) ? end + 2 : Math.min(end + 1, text.length);
  return { from: startOfLine(text, item.from), to: next, text: '' };
}

/** The comma before goes with an entry; before the first one that stays, the comma behind. */
function dropInFlow({ text, items }: ScopeList, gone: ReadonlySet<string>): readonly Edit[] {
  const firstKept = items.findIndex(({ key }) => !gone.has(key));
  return items.flatMap((item, at): readonly Edit[] => {
    if (!gone.has(item.key)) return [];
    const [before, behind] = [items[at - 1], items[at + 1]];
    if (firstKept === -1) {
      return [{ from: item.from, to: behind?.from ?? endOfLast(text, item), text: '' }];
    }
    if (at < firstKept) return [{ from: item.from, to: behind?.from ?? item.to, text: '' }];
    return [{ from: before?.to ?? item.from, to: item.to, text: '' }];
  });
}

function endOfLast(text: string, { to }: Item): number {
  return to + (/^\s*,?\s*/.exec(text.slice(to))?.[0].length ?? 0);
}
