import type { SeenStore } from '@leastscope/analyzer';
import { spotOf, type Cell, type Spot } from '../cells/cell.js';
import { missing, said, unknown } from '../cells/make-cells.js';
import { openHandOvers, type Dossier } from '../dossier/dossier.js';
import * as describe from './describe.js';
import { webhookGap } from './withdrawal.js';
import { holdsOnlyPossibly, isDeleted, storesToEmpty, verdict } from './rights.js';

/** Whether data goes when the relationship ends, as far as the code shows: "yes" only if every store is emptied. */
export function deletionHelp(dossier: Dossier): { answer: readonly Cell[]; evidence: readonly Cell[] } {
  const handler = dossier.claims.deletion?.handler ?? null;
  const stores = storesToEmpty(dossier).map((store) => {
    const cell = verdict(store);
    return { ...cell, value: `${store.name}: ${cell.value}` };
  });
  if (handler === null)
    return { answer: [missing('deletion.handler', describe.who.engineering)], evidence: stores };
  const gap = webhookGap(dossier);
  const where = said(`handler ${handler.value}`, 'declaration', [handler.place]);
  return { answer: [answer(dossier)], evidence: [where, ...(gap === null ? [] : [gap]), ...stores] };
}

/** What is only not known is no gap of the code's; what was handed on is neither deleted nor left. */
function answer(dossier: Dossier): Cell {
  const { deletion: declared } = dossier.claims;
  const at = declared === null ? [] : [spotOf(declared.handler.place)];
  const left = storesToEmpty(dossier).filter((store) => !isDeleted(store));
  const known = left.filter((store) => store.deletion.verdict !== 'not-known' && !holdsOnlyPossibly(store));
  if (known.length > 0)
    return missing(`deletion of ${namesOf(known)} is not seen`, describe.who.engineering, at);
  if (left.length > 0) return unknown(`what deletes ${namesOf(left)}`, at);
  return nothingLeft(dossier, at);
}

function nothingLeft(dossier: Dossier, at: readonly Spot[]): Cell {
  const { evidence, unseen } = dossier;
  const open = openHandOvers(dossier).length;
  if (unseen !== null) return unknown(unseen, at);
  if (open > 0)
    return unknown(`${handOvers(open)} to code that cannot be seen into, which may keep data`, at);
  const text = evidence.stores.length === 0 ? 'nothing was seen to be stored' : 'yes, seen in code';
  return said(text, 'code', at);
}

function handOvers(count: number): string {
  return count === 1 ? '1 hand-over' : `${count} hand-overs`;
}

function namesOf(stores: readonly SeenStore[]): string {
  return [...new Set(stores.map(({ name }) => name))].join(', ');
}
