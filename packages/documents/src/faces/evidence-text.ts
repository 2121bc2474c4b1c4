import type { Cell, Origin } from '../cells/cell.js';
import { spotText } from '../cells/cell.js';
import { compareText } from '../cells/make-cells.js';
import type { Row } from '../cells/table.js';

/** Where a row's statements come from: `code: src/a.ts:3; declaration: scope-declaration.yaml:8; catalog`. */
export function evidenceOf({ entries }: Row): string {
  const places = new Map<Origin, Set<string>>();
  for (const { at, from } of entries.flat()) {
    const own = places.get(from) ?? new Set<string>();
    for (const spot of at) own.add(spotText(spot));
    places.set(from, own);
  }
  return [...places]
    .sort(([a], [b]) => compareText(a, b))
    .map(([from, spots]) => (spots.size === 0 ? from : `${from}: ${[...spots].join(', ')}`))
    .join('; ');
}

/** The same of one cell. */
export function originOf({ at, from }: Cell): string {
  return at.length === 0 ? from : `${from}: ${at.map(spotText).join(', ')}`;
}
