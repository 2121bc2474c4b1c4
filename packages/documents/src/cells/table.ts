import type { Cell, Gap } from './cell.js';

/** What stands in one field of a table: one statement or several, never none. */
export type Entry = readonly [Cell, ...Cell[]];

export interface Row {
  /** Unique in its table and the same from one run to the next: the page's anchors are made of it. */
  readonly id: string;
  /** One entry a column. */
  readonly entries: readonly Entry[];
}

export interface Table {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  /** Why there are no rows, in one sentence; shown only then. */
  readonly whenEmpty: string;
}

/** One kind of report, before anything is decided about how it is written. */
export interface Paper {
  readonly kind: string;
  readonly title: string;
  /** What it is for and how it is to be read, in a sentence or two. */
  readonly intro: string;
  readonly tables: readonly Table[];
  /** Statements in whole sentences, such as one paragraph a scope. */
  readonly paragraphs: readonly { readonly title: string; readonly cell: Cell }[];
}

/** A table whose every row has as many entries as there are columns; anything else is a bug of ours. */
export function tableOf(table: Table): Table {
  for (const { id, entries } of table.rows) {
    if (entries.length !== table.columns.length)
      throw new Error(`Row ${id} of ${table.id} has ${entries.length} of ${table.columns.length} entries.`);
  }
  return table;
}

/** The cells as an entry; with none, the one given for that. */
export function entryOf(cells: readonly Cell[], otherwise: Cell): Entry {
  const distinct = [...new Map(cells.map((cell) => [`${cell.value}\0${cell.from}`, cell])).values()];
  const [first, ...rest] = distinct;
  return first === undefined ? [otherwise] : [first, ...rest];
}

export function cellsOf({ tables, paragraphs }: Paper): readonly Cell[] {
  const inTables = tables.flatMap(({ rows }) => rows.flatMap(({ entries }) => entries.flat()));
  return [...inTables, ...paragraphs.map(({ cell }) => cell)];
}

export type GapCounts = Readonly<Record<Gap, number>>;

/** Each gap once, however many papers and rows wait for it. */
export function countGaps(cells: readonly Cell[]): GapCounts {
  const counts = { missing: 0, stale: 0, contradiction: 0, 'not-followed': 0, 'not-applicable': 0 };
  const distinct = new Map(cells.map((cell) => [`${cell.gap ?? ''}\0${cell.value}`, cell.gap]));
  for (const gap of distinct.values()) if (gap !== null) counts[gap] += 1;
  return counts;
}

/** `3 missing, 1 stale`; "none" where nothing is open. */
export function gapsText(counts: GapCounts): string {
  const parts = Object.entries(counts).flatMap(([gap, count]) =>
    count === 0 ? [] : [`${count} ${gap.replace('-', ' ')}`],
  );
  return parts.length === 0 ? 'none' : parts.join(', ');
}
