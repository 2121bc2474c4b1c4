import { isWeakAtRest, isWeakInTransit, type DeclaredStore } from '@leastscope/analyzer';
import type { Cell } from '../cells/cell.js';
import { contradiction, declared } from '../cells/make-cells.js';
import type { Dossier } from '../dossier/dossier.js';
import { absentDocument } from './absent-document.js';
import { who } from './describe.js';

const below = 'below what the platform asks for';

/** `main-db: AES-256 at rest`, that it is too weak, or that the declaration does not say; and its document, if it is not there. */
export function atRest(store: DeclaredStore, dossier: Dossier): readonly Cell[] {
  const { encryption, encryptionAtRest, id, place } = store;
  const text = encryptionAtRest === null ? null : `${id}: ${encryptionAtRest} at rest`;
  const absent = absentDocument(encryption?.document ?? null, place, who.security, dossier);
  const cell =
    text !== null && isWeakAtRest(encryptionAtRest ?? '')
      ? contradiction(`${text}, ${below}`, 'declaration', [place])
      : declared(text, `storage.${id}.encryptionAtRest`, place, who.security);
  return absent === null ? [cell] : [cell, absent];
}

export function inTransit({ claims: { protection } }: Dossier): Cell {
  const given = protection?.inTransit ?? null;
  const text = given === null ? null : `${given} in transit`;
  if (protection !== null && text !== null && isWeakInTransit(text))
    return contradiction(`${text}, ${below}`, 'declaration', [protection.place]);
  return declared(text, 'protection.inTransit', protection?.place ?? null, who.security);
}
