import { cellsOf, countGaps, gapsText, type Paper } from '../cells/table.js';
import { toCsv } from './csv.js';
import { escapeHtml, paperHtml } from './html.js';
import { toJson } from './json.js';
import { toMarkdown } from './markdown.js';

export type TableFormat = 'md' | 'csv' | 'json';

/** A paper as one text. Of several tables as CSV, an empty line stands between them. */
export function writeTablePaper(paper: Paper, format: TableFormat): string {
  if (format === 'md') return toMarkdown(paper);
  if (format === 'json') return toJson(paper);
  return paper.tables.map(toCsv).join('\r\n');
}

export function paperBody(paper: Paper): string {
  const counts = gapsText(countGaps(cellsOf(paper)));
  return `<main class="page"><h1>${escapeHtml(paper.title)}</h1>\n<p>Gaps: ${counts}.</p>\n${paperHtml(paper)}</main>`;
}
