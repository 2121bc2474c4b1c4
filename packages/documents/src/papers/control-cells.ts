import type { Cell } from '../cells/cell.js';
import { missing, said, stale } from '../cells/make-cells.js';
import type { ClaimedControl } from '../dossier/claims.js';
import type { Dossier } from '../dossier/dossier.js';
import { whyStale } from './dates.js';
import * as describe from './describe.js';

/** What a person has attested, word for word; never guessed. */
export function controlAnswer(id: string, { claims }: Dossier): Cell {
  const control = claims.controls.get(id);
  if (control === undefined) return missing(`controls.${id}`, describe.who.security);
  return said(control.answer, 'attested', [control.at]);
}

/** What the answer rests on: document, statement, reason, owner, review. Of other than the first, only if it is given. */
export function controlEvidence(id: string, isFirst: boolean, dossier: Dossier): readonly Cell[] {
  const control = dossier.claims.controls.get(id);
  if (control === undefined) return isFirst ? [] : [missing(`controls.${id}`, describe.who.security)];
  const prefix = isFirst ? '' : `${id}: ${control.answer}; `;
  const texts = [
    control.document,
    control.statement,
    control.because,
    control.owner === null ? null : `owner ${control.owner}`,
    control.reviewed === null ? null : `reviewed ${control.reviewed}`,
  ].filter((text) => text !== null);
  const told = texts.length === 0 ? [] : [said(`${prefix}${texts.join('; ')}`, 'attested', [control.at])];
  return [...told, ...flawsOf(id, control, dossier)];
}

function flawsOf(id: string, control: ClaimedControl, { asOf, digestOf }: Dossier): readonly Cell[] {
  const { answer, at, because, document, reviewed, statement, validFor } = control;
  const flaws: Cell[] = [];
  const needsReason = answer !== 'yes';
  if (needsReason && because === null)
    flaws.push(missing(`controls.${id}.because`, describe.who.security, [at]));
  if (!needsReason && document === null && statement === null)
    flaws.push(missing(`controls.${id}.document or statement`, describe.who.security, [at]));
  if (document !== null && !/^https?:/.test(document) && digestOf(document) === null)
    flaws.push(missing(`${document}: the file is not there`, describe.who.security, [at]));
  const reason = reviewed === null ? null : whyStale(reviewed, validFor, asOf);
  if (reason !== null) flaws.push(stale(`controls.${id}: ${reason}`, 'attested', [at]));
  return flaws;
}
