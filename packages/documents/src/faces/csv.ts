import { gapsText, countGaps, type Row, type Table } from '../cells/table.js';
import { evidenceOf } from './evidence-text.js';
import { toldOnce } from './told-once.js';
import { plain } from './plain.js';

/**
 * RFC 4180, with CRLF. The last column is the evidence of the row; its head carries the counts of gaps, so that they
 * stand in the first line and the file stays a table.
 */
export function toCsv(table: Table): string {
  const counts = countGaps(table.rows.flatMap(({ entries }) => entries.flat()));
  const head = [...table.columns, `evidence (gaps: ${gapsText(counts)})`];
  const rows = table.rows.map((row) => [...valuesOf(row, table), evidenceOf(row)]);
  return [head, ...rows].map((cells) => `${cells.map(field).join(',')}\r\n`).join('');
}

function valuesOf({ entries }: Row, { columns }: Table): readonly string[] {
  return toldOnce(entries, columns).map((entry) => entry.map(({ value }) => value).join('; '));
}

/** A text that a spreadsheet would run as a formula begins with an apostrophe instead. */
function field(text: string): string {
  const safe = plain(text);
  const disarmed = /^\s*[=+\-@|]/.test(safe) ? `'${safe}` : safe;
  return /[",;']|^\s|\s$/.test(disarmed) ? `"${disarmed.replaceAll('"', '""')}"` : disarmed;
}
