import type { Declaration, DeclaredControl, DeclaredRight, DeclaredRights } from '@leastscope/analyzer';
import type { Spot } from '../cells/cell.js';
import type { ClaimedControl, ClaimedRights, Claims } from './claims.js';
import { inProject } from './in-project.js';
import { spotOf } from './spots.js';

type Attested = Pick<
  Claims,
  'company' | 'controllers' | 'rights' | 'controls' | 'certifications' | 'protection' | 'notice'
>;

/** What only people can say of the company. */
export function readAttested({ evidence, file }: Declaration): Attested {
  const { certifications, controls, rights } = evidence;
  return {
    company: spotted(evidence.company),
    controllers: spotted(evidence.controllers),
    rights: rights === null ? null : readRights(rights),
    controls: new Map(controls.map((one) => [one.id, readControl(one, file)])),
    certifications: certifications.map((one) => ({
      ...one,
      document: inProject(one.document, file),
      at: spotOf(one.place),
    })),
    protection: spotted(evidence.protection),
    notice: readNotice(evidence, file),
  };
}

function spotted<T extends { readonly place: Parameters<typeof spotOf>[0] }>(
  one: T | null,
): (T & { readonly at: Spot }) | null {
  return one === null ? null : { ...one, at: spotOf(one.place) };
}

function readControl(control: DeclaredControl, file: string): ClaimedControl {
  return { ...control, document: inProject(control.document, file), at: spotOf(control.place) };
}

function readRights(rights: DeclaredRights): ClaimedRights {
  const { answerWithin, channel, forwardToSellerWithin, place } = rights;
  return {
    channel,
    answerWithin,
    forwardToSellerWithin,
    access: howOf(rights.access),
    rectify: howOf(rights.rectify),
    export: howOf(rights.export),
    erase: howOf(rights.erase),
    at: spotOf(place),
  };
}

function howOf(right: DeclaredRight | null): string | null {
  if (right === null) return null;
  return right.handler === null ? right.how : `${right.how} (${right.handler})`;
}

function readNotice({ privacyNotice }: Declaration['evidence'], file: string): Claims['notice'] {
  if (privacyNotice === null) return null;
  const { copy, place, updated, url } = privacyNotice;
  return { url, copy: inProject(copy, file), updated, at: spotOf(place) };
}
