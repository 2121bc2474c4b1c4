import type { Cell } from '../cells/cell.js';
import { contradiction, missing, said, stale } from '../cells/make-cells.js';
import type { DeclaredControl } from '@leastscope/analyzer';
import type { Dossier } from '../dossier/dossier.js';
import { inProject } from '../dossier/in-project.js';
import { absentDocument } from './absent-document.js';
import { whyStale } from './dates.js';
import * as describe from './describe.js';

export function controlOf(id: string, claims: Dossier['claims']): DeclaredControl | undefined {
  return claims.controls.find((control) => control.id === id) ?? olderControl(id, claims);
}

/** Days of the older `protection`, by the controls that they name. */
const olderKeys: Readonly<Record<string, 'accessReviewed' | 'incidentDrill' | 'penetrationTest'>> = {
  'access-review': 'accessReviewed',
  'incident-drill': 'incidentDrill',
  'penetration-test': 'penetrationTest',
};

function olderControl(id: string, { protection }: Dossier['claims']): DeclaredControl | undefined {
  const key = olderKeys[id];
  const reviewed = key === undefined ? null : (protection?.[key] ?? null);
  if (key === undefined || protection === null || reviewed === null) return undefined;
  const document = protection.evidence[key] ?? null;
  return {
    id,
    answer: 'yes',
    document,
    statement: document === null ? `protection.${key}` : null,
    because: null,
    owner: null,
    reviewed,
    validFor: 'P1Y',
    place: protection.place,
  };
}

/** What a person has attested, word for word; never guessed. */
export function controlAnswer(id: string, { claims }: Dossier): Cell {
  const control = controlOf(id, claims);
  if (control === undefined) return missing(`controls.${id}`, describe.who.security);
  return said(control.answer, 'attested', [control.place]);
}

/** What the answer rests on: document, statement, reason, owner, review. Of other than the first, only if it is given. */
export function controlEvidence(id: string, isFirst: boolean, dossier: Dossier): readonly Cell[] {
  const control = controlOf(id, dossier.claims);
  if (control === undefined) return isFirst ? [] : [missing(`controls.${id}`, describe.who.security)];
  const prefix = isFirst ? '' : `${id}: ${control.answer}; `;
  const texts = [
    control.document === null ? null : inProject(control.document, dossier.claims),
    control.statement,
    control.because,
    control.owner === null ? null : `owner ${control.owner}`,
    control.reviewed === null ? null : `reviewed ${control.reviewed}`,
  ].filter((text) => text !== null);
  const told = texts.length === 0 ? [] : [said(`${prefix}${texts.join('; ')}`, 'attested', [control.place])];
  return [...told, ...flawsOf(id, control, dossier)];
}

function flawsOf(id: string, control: DeclaredControl, dossier: Dossier): readonly Cell[] {
  const { answer, place: at, because, document, reviewed, statement, validFor } = control;
  const flaws: Cell[] = [];
  const needsReason = answer !== 'yes';
  if (needsReason && because === null)
    flaws.push(missing(`controls.${id}.because`, describe.who.security, [at]));
  if (!needsReason && document === null && statement === null)
    flaws.push(missing(`controls.${id}.document or statement`, describe.who.security, [at]));
  const absent = absentDocument(document, at, describe.who.security, dossier);
  if (absent !== null) flaws.push(absent);
  const reason = reviewed === null ? null : whyStale(reviewed, validFor, dossier.asOf);
  if (reviewed !== null && reviewed > dossier.asOf)
    flaws.push(
      contradiction(`controls.${id}: reviewed ${reviewed}, after ${dossier.asOf}`, 'attested', [at]),
    );
  if (reason !== null) flaws.push(stale(`controls.${id}: ${reason}`, 'attested', [at]));
  return flaws;
}
