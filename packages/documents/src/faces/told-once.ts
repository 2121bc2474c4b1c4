import type { Cell, Gap } from '../cells/cell.js';
import type { Entry } from '../cells/table.js';

const words: Readonly<Record<Exclude<Gap, 'not-applicable'>, string>> = {
  missing: 'MISSING',
  stale: 'STALE',
  contradiction: 'CONTRADICTION',
  'not-followed': 'not known',
};

/** The fields of a row, where a gap that the row has told already is only pointed to: `MISSING: see id`. */
export function toldOnce(entries: readonly Entry[], columns: readonly string[]): readonly Entry[] {
  const told = new Map<string, string>();
  return entries.map((entry, index): Entry => {
    const [first, ...rest] = entry.map((cell) => pointing(cell, told));
    for (const { gap, value } of entry)
      if (gap !== null && !told.has(value)) told.set(value, columns[index] ?? '');
    return first === undefined ? entry : [first, ...rest];
  });
}

function pointing(cell: Cell, told: ReadonlyMap<string, string>): Cell {
  const column = told.get(cell.value);
  if (column === undefined || cell.gap === null || cell.gap === 'not-applicable') return cell;
  return { ...cell, value: `${words[cell.gap]}: see ${column}` };
}
