import { escapeMarkdown } from '../../text/escape-markdown.js';
import type { Page } from './page.js';

/** A page for the body of a comment; `block` is code to copy, such as YAML. */
export function pageAsMarkdown({ title, subtitle, paragraphs, lists }: Page, block: string): string {
  const sections = lists
    .filter(({ items }) => items.length > 0)
    .flatMap(({ title: heading, items }) => [
      `**${escapeMarkdown(heading)}**`,
      items
        .map(([first = '', ...cells]) => `- ${[code(first), ...cells.map(escapeMarkdown)].join(', ')}`)
        .join('\n'),
    ]);
  const said = [subtitle, ...paragraphs].filter((text) => text !== '').map(escapeMarkdown);
  const copied = block === '' ? [] : [`\`\`\`yaml\n${block}\n\`\`\``];
  return `${[`### ${escapeMarkdown(title)}`, ...said, ...sections, ...copied].join('\n\n')}\n`;
}

function code(text: string): string {
  return `<code>${escapeMarkdown(text)}</code>`;
}
