import type { Layout } from '../../text/layout.js';
import { toSafeJson, visible } from '../../text/visible.js';
import { alignColumns, count } from '../../text/words.js';
import { entryKinds, type Entry } from './entries.js';
import { printPage, type Page } from './page.js';

/** One kind: a line each. */
export function entriesAsText(entries: readonly Entry[], { width }: Layout): string {
  const rows = entries.map(({ name, says, title }) => [name, says, title].map(visible));
  return alignColumns(rows, width)
    .map((line) => `${line}\n`)
    .join('');
}

/** More of one kind than these are counted only. */
const mostFound = 12;

/** What a search found, by kind. */
export function foundAsText(topic: string, entries: readonly Entry[], layout: Layout): string {
  const lists = entryKinds.map((kind) => {
    const all = entries.filter((entry) => entry.kind === kind);
    const left = all.length - mostFound;
    const items = all.slice(0, mostFound).map(({ name, says, title }) => [name, says, title]);
    return {
      title: kind,
      items: left > 0 ? [...items, [`and ${left} more: --list ${kind}`, '', '']] : items,
    };
  });
  const subtitle = `named nowhere exactly; found in ${count(entries.length, 'name')} and titles`;
  return printPage({ title: topic, subtitle, paragraphs: [], lists, sources: [] }, layout);
}

/** For scripts: what was asked is answered by `pages`, else by `entries` of a list or a search. */
export function explainAsJson(answer: {
  readonly pages: readonly Page[];
  readonly entries: readonly Entry[];
}): string {
  return toSafeJson({ schemaVersion: 1, ...answer });
}
