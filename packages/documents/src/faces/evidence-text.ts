import { originAt, spotText, type Cell, type Origin } from '../cells/cell.js';
import { compareText } from '../cells/make-cells.js';
import type { Row } from '../cells/table.js';

/** Where a row's statements come from: `code: src/a.ts:3; declaration: scope-declaration.yaml:8; catalog`. */
export function evidenceOf({ entries }: Row): string {
  return originsOf(entries.flat());
}

/** The same of one cell. */
export function originOf(cell: Cell): string {
  return originsOf([cell]);
}

function originsOf(cells: readonly Cell[]): string {
  const places = new Map<Origin, Set<string>>();
  const of = (origin: Origin): Set<string> => {
    const own = places.get(origin) ?? new Set<string>();
    places.set(origin, own);
    return own;
  };
  for (const { at, from } of cells) {
    if (at.length === 0) of(from);
    for (const spot of at) of(originAt(spot, from)).add(spotText(spot));
  }
  return [...places]
    .sort(([a], [b]) => compareText(a, b))
    .map(([from, spots]) => (spots.size === 0 ? from : `${from}: ${[...spots].join(', ')}`))
    .join('; ');
}
