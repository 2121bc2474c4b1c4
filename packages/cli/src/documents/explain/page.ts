import type { Painter } from '../../text/painter.js';
import { visible } from '../../text/visible.js';

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
  readonly items: readonly string[];
}

const widest = 100;

export function printPage(page: Page, painter: Painter): string {
  const parts = [
    `${painter.strong(visible(page.title))}\n${visible(page.subtitle)}`,
    ...page.paragraphs.filter((text) => text !== '').map((text) => wrap(visible(text))),
    ...page.lists.filter(({ items }) => items.length > 0).map((list) => printList(list, painter)),
    painter.quiet(page.sources.map((source) => visible(source)).join('\n')),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function printList({ title, items }: PageList, painter: Painter): string {
  return [painter.strong(`${title}:`), ...items.map((item) => `  ${visible(item)}`)].join('\n');
}

function wrap(text: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > widest) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join('\n');
}
