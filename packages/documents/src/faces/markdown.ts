import { cellsOf, countGaps, gapsText, type Entry, type Paper, type Table } from '../cells/table.js';
import { evidenceOf, originOf } from './evidence-text.js';
import { toldOnce } from './told-once.js';
import { plain } from './plain.js';

/** GitHub's Markdown. Everything from outside is escaped: no markup, no link, no HTML of it takes effect. */
export function toMarkdown(paper: Paper): string {
  return [
    `Gaps: ${gapsText(countGaps(cellsOf(paper)))}.`,
    `# ${escape(paper.title)}`,
    escape(paper.intro),
    ...paper.tables.flatMap((table) => [`## ${escape(table.title)}`, tableText(table)]),
    ...paragraphs(paper),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}

function tableText({ columns, rows, whenEmpty }: Table): string {
  if (rows.length === 0) return escape(whenEmpty);
  const head = [...columns, 'evidence'];
  const lines = rows.map((row) => [
    ...toldOnce(row.entries, columns).map(entryText),
    escape(evidenceOf(row)),
  ]);
  return [head.map(escape), head.map(() => '---'), ...lines]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function entryText(entry: Entry): string {
  return entry.map(({ gap, value }) => (gap === null ? escape(value) : `**${escape(value)}**`)).join('<br>');
}

function paragraphs({ paragraphs: all }: Paper): readonly string[] {
  if (all.length === 0) return [];
  const told = all.map(
    ({ cell, title }) => `### ${escape(title)}\n\n${entryText([cell])}\n\n_${escape(originOf(cell))}_`,
  );
  return ['## In words', ...told];
}

/** What Markdown, and HTML inside of it, could take for markup. */
function escape(text: string): string {
  return plain(text)
    .replace(/[\\`*_{}[\]<>#|~!@]/g, (char) =>
      char === '<' ? '&lt;' : char === '>' ? '&gt;' : char === '@' ? '&#64;' : `\\${char}`,
    )
    .replace(/&(?!lt;|gt;|#64;)/g, '&amp;')
    .replace(/\b(https?|ftp):\/\//g, '$1:&#47;&#47;')
    .replace(/\bwww\./g, 'www&#46;');
}
