import type { DeclaredPurpose } from '@leastscope/analyzer';
import type { Cell } from '../cells/cell.js';
import { contradiction, declared, isOnlyPossible, missing } from '../cells/make-cells.js';
import type { Datum } from '../dossier/datum.js';
import type { Dossier } from '../dossier/dossier.js';
import { possiblyHere, who } from './describe.js';

/** `P30D after order.completed`, of the category where the declaration tells categories apart. */
export function keptFor(purpose: DeclaredPurpose | null, category: string): Cell {
  if (purpose === null) return missing('purposes: none says how long it is kept', who.privacy);
  const { id, place, retention } = purpose;
  const { after, period } = periodOf(purpose, category);
  const text = period === null || after === null ? period : `${period} after ${after}`;
  return declared(text, `purposes.${id}.retention.period`, retention?.place ?? place, who.privacy);
}

/** The same of data that the code is seen to store: then a period of nothing cannot be true. */
export function keptWhereStored(purpose: DeclaredPurpose | null, datum: Datum, dossier: Dossier): Cell {
  if (purpose === null) return possiblyHere(datum) ?? keptFor(null, datum.category);
  const { period } = periodOf(purpose, datum.category);
  if (period === null || !isNothing(period) || isOnlyPossible(datum.stored))
    return keptFor(purpose, datum.category);
  const sides = `${purpose.id} keeps nothing (${period}); the code stores ${datum.category} in ${storesOf(datum, dossier)}`;
  const at = datum.stored.map((one) => one.at);
  return contradiction(sides, 'code', [...at, purpose.retention?.place ?? purpose.place]);
}

/** The same of one piece of data, which may be of no purpose. */
export function goesWithDatum(purpose: DeclaredPurpose | null, datum: Datum): Cell {
  return (purpose === null ? possiblyHere(datum) : null) ?? goesWhenWithdrawn(purpose);
}

export function goesWhenWithdrawn(purpose: DeclaredPurpose | null): Cell {
  const period = purpose?.retention?.onDeauthorization ?? null;
  const text = period === null ? null : `${period} after deauthorization`;
  const key = `purposes.${purpose?.id ?? '?'}.retention.onDeauthorization`;
  return declared(text, key, purpose?.retention?.place ?? purpose?.place ?? null, who.privacy);
}

function periodOf(
  { retention }: DeclaredPurpose,
  category: string,
): { after: string | null; period: string | null } {
  const own = retention?.byCategory.find((one) => one.category === category);
  const { after = null, period = null } = own ?? retention ?? {};
  return { after, period };
}

/** `P0D`. */
function isNothing(period: string): boolean {
  return /^P[0YMWDTHS]+$/.test(period) && period.includes('0');
}

function storesOf({ stored }: Datum, { stores }: Dossier): string {
  const own = stores.filter(({ arrivals }) => stored.some(({ name }) => arrivals.has(name)));
  return own.map(({ key }) => key).join(', ');
}
