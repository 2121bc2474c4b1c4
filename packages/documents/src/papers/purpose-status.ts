import type { DeclaredPurpose } from '@leastscope/analyzer';
import { spotOf, type Cell, type Spot } from '../cells/cell.js';
import { contradiction, said } from '../cells/make-cells.js';
import type { Dossier } from '../dossier/dossier.js';
import { usesOfPurpose } from './purpose-data.js';

/** Whether a purpose is in use on the day that is judged by; calls of one that is not cannot be. */
export function statusOf(purpose: DeclaredPurpose, dossier: Dossier): Cell {
  const { id, place, since, until } = purpose;
  const { asOf } = dossier;
  const calls = usesOfPurpose(purpose, dossier).map((use) => spotOf(use.place));
  const clash = (sides: string): Cell => contradiction(sides, 'code', [...calls, spotOf(place)] as Spot[]);
  const isOver = until !== null && until < asOf;
  if (isOver && calls.length > 0) return clash(`${id} ended ${until}; its calls are still in the code`);
  if (since !== null && since > asOf && calls.length > 0)
    return clash(`${id} begins ${since}; its calls are in the code already`);
  const use = until === null ? 'in use: declared without an end' : `in use until ${until}`;
  return said(isOver ? `ended ${until}` : use, 'declaration', [place]);
}
