import type {
  DeclaredCertification,
  DeclaredControl,
  DeclaredControllers,
  DeclaredRight,
  DeclaredRights,
} from '../model/attested.js';
import type { DeclaredEvidence } from '../model/declaration.js';
import type { Place } from '../model/place.js';
import type { DeclarationData } from './schema.js';
import type { Path } from './yaml-source.js';

type PlaceAt = (...path: Path) => Place;

/** A review that says nothing of its own holds this long. */
const usualValidity = 'P1Y';

/** The sections that only people can answer. */
export function toAttested(
  { controllers, rights, controls = {}, certifications = [] }: DeclarationData,
  place: PlaceAt,
): Pick<DeclaredEvidence, 'controllers' | 'rights' | 'controls' | 'certifications'> {
  return {
    controllers: toControllers(controllers, place),
    rights: toRights(rights, place),
    controls: Object.entries(controls).map(([id, one]) => toControl(id, one, place('controls', id))),
    certifications: certifications.map((one, index) => toCertification(one, place('certifications', index))),
  };
}

function toControllers(given: DeclarationData['controllers'], place: PlaceAt): DeclaredControllers | null {
  if (given === undefined) return null;
  return { who: given.who, register: given.register ?? null, place: place('controllers') };
}

function toControl(
  id: string,
  given: NonNullable<DeclarationData['controls']>[string],
  place: Place,
): DeclaredControl {
  return {
    id,
    answer: given.answer,
    document: given.document ?? null,
    statement: given.statement ?? null,
    because: given.because ?? null,
    owner: given.owner ?? null,
    reviewed: given.reviewed ?? null,
    validFor: given.validFor ?? usualValidity,
    place,
  };
}

function toCertification(
  given: NonNullable<DeclarationData['certifications']>[number],
  place: Place,
): DeclaredCertification {
  return {
    name: given.name,
    issuer: given.issuer ?? null,
    validUntil: given.validUntil ?? null,
    document: given.document ?? null,
    place,
  };
}

function toRights(given: DeclarationData['rights'], place: PlaceAt): DeclaredRights | null {
  if (given === undefined) return null;
  const right = (name: 'access' | 'rectify' | 'export' | 'erase'): DeclaredRight | null => {
    const one = given[name];
    return one === undefined
      ? null
      : { how: one.how, handler: one.handler ?? null, place: place('rights', name) };
  };
  return {
    channel: given.channel ?? null,
    answerWithin: given.answerWithin ?? null,
    forwardToSellerWithin: given.forwardToSellerWithin ?? null,
    access: right('access'),
    rectify: right('rectify'),
    export: right('export'),
    erase: right('erase'),
    place: place('rights'),
  };
}
