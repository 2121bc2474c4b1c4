import type { Place } from '@leastscope/analyzer';
import type { Cell } from '../cells/cell.js';
import { missing } from '../cells/make-cells.js';
import type { Dossier } from '../dossier/dossier.js';
import { inProject, isOnTheWeb } from '../dossier/in-project.js';

/** A document that is named has to be there; null where it is, where none is named, and of those on the web. */
export function absentDocument(
  named: string | null,
  place: Place,
  who: string,
  { claims, digestOf }: Dossier,
): Cell | null {
  if (named === null || isOnTheWeb(named)) return null;
  const path = inProject(named, claims);
  return digestOf(path) === null ? missing(`${path}: the file is not there`, who, [place]) : null;
}
