import { spotText, type Cell, type Gap } from '../cells/cell.js';
import { askedBy } from '../cells/make-cells.js';
import type { Entry, Paper, Table } from '../cells/table.js';
import { plain } from './plain.js';

/** A text as HTML, in elements and in quoted attributes. */
export function escapeHtml(text: string): string {
  return plain(text).replace(/[&<>"'`=]/g, (char) => `&#${char.charCodeAt(0)};`);
}

const marks: Readonly<Record<Gap, string>> = {
  missing: 'Missing',
  stale: 'Stale',
  contradiction: 'Contradiction',
  'not-followed': 'Not known',
  'not-applicable': 'Not applicable',
};

/** One statement: its value, the mark of its gap, and its proof to open. */
export function cellHtml(cell: Cell): string {
  const { gap, value } = cell;
  const asked = askedBy(cell);
  const text = asked?.what ?? value.replace(/^(?:MISSING|STALE|CONTRADICTION): |^not known: /, '');
  const mark = gap === null ? '' : `${markHtml(gap)} `;
  return `<div class="cell">${mark}${proof(escapeHtml(text), cell, asked?.who ?? null)}</div>`;
}

/** The same gap again in one row: its mark alone, since the row has said it. */
function againHtml(gap: Gap): string {
  return `<div class="cell">${markHtml(gap)} <span class="from">as said in this row</span></div>`;
}

function markHtml(gap: Gap): string {
  return `<span class="mark ${gap}">${marks[gap]}</span>`;
}

function proof(text: string, { at, from }: Cell, who: string | null): string {
  const spots = at.map((spot) => `<li><code>${escapeHtml(spotText(spot))}</code></li>`).join('');
  const where = spots === '' ? '' : `<ul>${spots}</ul>`;
  const told = who === null ? origins[from] : `To be given by ${escapeHtml(who)}`;
  return `<details><summary>${text}</summary><div class="proof"><span class="from">${told}</span>${where}</div></details>`;
}

const origins: Readonly<Record<Cell['from'], string>> = {
  code: 'Seen in code',
  declaration: 'From the declaration',
  catalog: 'From the catalog of the platform',
  attested: 'Attested by a person',
  derived: 'Worked out from the others',
  repository: 'Seen in the repository',
};

export function tableHtml(table: Table, prefix: string): string {
  const { columns, rows, title, whenEmpty } = table;
  if (rows.length === 0) return `<p class="empty">${escapeHtml(whenEmpty)}</p>`;
  const head = columns.map((column) => `<th scope="col">${escapeHtml(column)}</th>`).join('');
  const body = rows
    .map(({ entries, id }) => `<tr id="${anchor(prefix, id)}">${rowHtml(entries)}</tr>`)
    .join('\n');
  return `<div class="scroll" tabindex="0" role="region" aria-label="Table: ${escapeHtml(title)}"><table><thead><tr>${head}</tr></thead>\n<tbody>${body}</tbody></table></div>`;
}

/** The first field names the row. */
function rowHtml(entries: readonly Entry[]): string {
  const told = new Set<string>();
  return entries
    .map((entry, index) => {
      const cells = entry.map((cell) => cellOnce(cell, told)).join('');
      return index === 0 ? `<th scope="row">${cells}</th>` : `<td>${cells}</td>`;
    })
    .join('');
}

function cellOnce(cell: Cell, told: Set<string>): string {
  if (cell.gap !== null && told.has(cell.value)) return againHtml(cell.gap);
  told.add(cell.value);
  return cellHtml(cell);
}

/** Readable, and one of a kind as long as ids are: what is no letter or digit becomes its number. */
export function anchor(prefix: string, id: string): string {
  const safe = id.replace(/[^A-Za-z0-9.-]/g, (char) =>
    char === ' ' ? '_' : `~${char.charCodeAt(0).toString(16)}`,
  );
  return escapeHtml(`${prefix}-${safe}`);
}

export function paperHtml(paper: Paper): string {
  const tables = paper.tables.map(
    (table) => `<h3>${escapeHtml(table.title)}</h3>\n${tableHtml(table, `${paper.kind}-${table.id}`)}`,
  );
  const words = paper.paragraphs.map(({ cell, title }) => `<h4>${escapeHtml(title)}</h4>\n${cellHtml(cell)}`);
  return `<p>${escapeHtml(paper.intro)}</p>\n${[...tables, ...words].join('\n')}`;
}
