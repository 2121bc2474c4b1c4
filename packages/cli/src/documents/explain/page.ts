import type { Layout } from '../../text/layout.js';
import { visible } from '../../text/visible.js';
import { printRows, type Row } from '../../text/words.js';
import { wrap } from '../../text/wrap.js';

/** What `explain` answers, before it is laid out: plain data. */
export interface Page {
  readonly title: string;
  /** What the title is, in a few words. */
  readonly subtitle: string;
  readonly paragraphs: readonly string[];
  readonly lists: readonly PageList[];
  /** Where it comes from. */
  readonly sources: readonly string[];
}

export interface PageList {
  readonly title: string;
  readonly items: readonly Row[];
}

export function printPage(page: Page, layout: Layout): string {
  const { painter, width } = layout;
  const say = (text: string): string => wrap(visible(text), { width, start: 0, indent: 0 });
  const parts = [
    `${painter.strong(visible(page.title))}\n${say(page.subtitle)}`,
    ...page.paragraphs.filter((text) => text !== '').map(say),
    ...page.lists.filter(({ items }) => items.length > 0).map((list) => printList(list, layout)),
    painter.quiet(page.sources.map(say).join('\n')),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function printList({ title, items }: PageList, layout: Layout): string {
  const rows = items.map((cells) => cells.map(visible));
  return [layout.painter.strong(`${title}:`), ...printRows(rows, layout)].join('\n');
}
