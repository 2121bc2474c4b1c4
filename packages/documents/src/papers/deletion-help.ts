import type { Cell } from '../cells/cell.js';
import { missing, said } from '../cells/make-cells.js';
import type { Dossier } from '../dossier/dossier.js';
import * as describe from './describe.js';
import { isDeleted, verdict } from './rights.js';

/** Whether data goes when the relationship ends, as far as the code shows: "yes" only if every store is emptied. */
export function deletionHelp(dossier: Dossier): { answer: readonly Cell[]; evidence: readonly Cell[] } {
  const { claims, evidence } = dossier;
  const handler = claims.deletionHandler;
  const stores = evidence.stores.map((store) => {
    const cell = verdict(store);
    return { ...cell, value: `${store.name}: ${cell.value}` };
  });
  if (handler === null)
    return { answer: [missing('deletion.handler', describe.who.engineering)], evidence: stores };
  const where = said(`handler ${handler.handler}`, 'declaration', [handler.at]);
  return { answer: [answer(dossier)], evidence: [where, ...stores] };
}

function answer({ claims, evidence }: Dossier): Cell {
  const at = claims.deletionHandler === null ? [] : [claims.deletionHandler.at];
  if (evidence.stores.length === 0) return said('nothing was seen to be stored', 'code', at);
  const left = evidence.stores.filter((store) => !isDeleted(store)).map(({ name }) => name);
  if (left.length === 0) return said('yes, seen in code', 'code', at);
  return missing(`deletion of ${left.join(', ')} is not seen`, describe.who.engineering, at);
}
