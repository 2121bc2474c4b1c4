import type { Cell, Sighting } from '../cells/cell.js';
import {
  contradiction,
  declared,
  doubted,
  isOnlyPossible,
  missing,
  notApplicable,
  said,
  shown,
  spotsOf,
  stale,
} from '../cells/make-cells.js';
import { entryOf, type Entry } from '../cells/table.js';
import type { RecordField } from '../forms/record-columns.js';
import { pathIn, type DeclaredPurpose } from '@leastscope/analyzer';
import { sightingsOf, type Datum } from '../dossier/datum.js';
import type { Dossier } from '../dossier/dossier.js';
import type { Recipient } from '../dossier/places.js';
import { absentDocument } from './absent-document.js';
import { whyStale } from './dates.js';
import { subjectOf } from '../dossier/personal.js';
import { spotOf } from '../cells/cell.js';
import { compareText } from '../cells/make-cells.js';
import { goesWhenWithdrawn, keptFor } from './kept.js';
import { atRest, inTransit } from './protection.js';
import { statusOf } from './purpose-status.js';
import * as describe from './describe.js';
import { scopesOfPurpose, usesOfPurpose } from './purpose-data.js';

/** What one field of the record says of one purpose. */
export function recordEntry(field: RecordField, purpose: DeclaredPurpose, dossier: Dossier): Entry {
  return writers[field](purpose, dossier);
}

type Writer = (purpose: DeclaredPurpose, dossier: Dossier) => Entry;

const writers: Readonly<Record<RecordField, Writer>> = {
  record: ({ id, place }, { claims }) => [said(`${claims.app?.name ?? 'app'}/${id}`, 'declaration', [place])],
  status: (purpose, dossier) => [statusOf(purpose, dossier)],
  since: ({ id, place, since }) => [declared(since, `purposes.${id}.since`, place, describe.who.product)],
  owner: ({ id, owner, place }) => [declared(owner, `purposes.${id}.owner`, place, describe.who.product)],
  company: ofCompany('legalName'),
  contact: ofCompany('privacyContact'),
  representative: ofCompany('representative'),
  officer: (_, dossier) => [describe.dataProtectionOfficer(dossier)],
  controllers: (purpose, dossier) => [...controllers(dossier), ...instruction(purpose)],
  processing: ({ place, text }) => [said(text, 'declaration', [place])],
  subjects: (purpose, dossier) => entryOf(subjects(dataOf(purpose, dossier)), nobody),
  categories: (purpose, dossier) => entryOf(categories(dataOf(purpose, dossier)), nobody),
  recipients,
  locations: (_, dossier) => describe.storageLocations(dossier),
  transfers,
  retention: (purpose) => [keptFor(purpose, ''), ...ofCategories(purpose), goesWhenWithdrawn(purpose)],
  security: (_, dossier) => security(dossier),
  scopes: (purpose, dossier) =>
    entryOf(scopesOfPurpose(purpose, dossier), said('none: no call of this purpose was seen', 'code')),
  endpoints: (purpose, dossier) =>
    entryOf(
      usesOfPurpose(purpose, dossier).map(({ endpoint, method, path, place }) =>
        said(endpoint ?? `${method} ${path}`, 'code', [spotOf(place)]),
      ),
      said('none: no call of this purpose was seen', 'code'),
    ),
};

const nobody: Cell = said('none: no personal data of this purpose was seen', 'code');

function subjects(own: readonly Datum[]): readonly Cell[] {
  return own.map(({ category }) => {
    const subject = subjectOf(category);
    const all = own.filter((one) => subjectOf(one.category) === subject);
    return doubted(said(subject, 'catalog'), sightingsOf(all));
  });
}

function categories(own: readonly Datum[]): readonly Cell[] {
  return own.map(({ category, reads }) => {
    const all = own.filter((one) => one.category === category);
    return doubted(said(category, 'code', spotsOf(reads)), sightingsOf(all));
  });
}

function ofCompany(key: 'legalName' | 'privacyContact' | 'representative'): Writer {
  return (_, { claims: { company } }) => [
    declared(company?.[key], `company.${key}`, company?.place ?? null, describe.who.privacy),
  ];
}

/** A register that is named has to be there; where it is kept may be told in words, too. */
function controllers(dossier: Dossier): Entry {
  const { claims, role } = dossier;
  const { controllers: named } = claims;
  if (role === 'controller') return [notApplicable('the app is its own controller', 'derived')];
  if (named === null) return [missing('controllers', describe.who.privacy)];
  const register = named.register === null ? '' : ` (${named.register})`;
  const cell = said(`${named.who}${register}`, 'declaration', [named.place]);
  const path = pathIn(named.register);
  const absent = absentDocument(path, named.place, describe.who.privacy, dossier);
  return absent === null ? [cell] : [cell, absent];
}

function instruction({ instruction: given, place }: DeclaredPurpose): readonly Cell[] {
  return given === null ? [] : [said(`instruction: ${given}`, 'declaration', [place])];
}

/** Categories that are kept for another period, with the reason and the law that is given for it. */
function ofCategories({ retention }: DeclaredPurpose): readonly Cell[] {
  return (retention?.byCategory ?? []).map(({ after, because, category, law, period, place }) => {
    const kept = after === null ? period : `${period} after ${after}`;
    const reasons = [law, because].filter((reason) => reason !== null);
    const why = reasons.length === 0 ? '' : ` (${reasons.join('; ')})`;
    return said(`${category}: ${kept}${why}`, 'declaration', [place]);
  });
}

function dataOf({ id }: DeclaredPurpose, { data }: Dossier): readonly Datum[] {
  return data.filter(({ purpose }) => purpose === id).sort((a, b) => compareText(a.category, b.category));
}

/** Those that the purpose declares, and those that its data is seen to reach. */
function recipients(purpose: DeclaredPurpose, dossier: Dossier): Entry {
  const declaredOnes = purpose.shareWith.map((id) => {
    const claim = dossier.claims.recipients.find((one) => one.id === id);
    if (claim === undefined)
      return contradiction(`shareWith names ${id}; recipients does not`, 'declaration', [purpose.place]);
    const { country, name, place, role } = claim;
    const details = [country, role].filter((part) => part !== null).join(', ');
    return said(details === '' ? name : `${name} (${details})`, 'declaration', [place]);
  });
  const promised = new Set(purpose.shareWith);
  const reached = dataOf(purpose, dossier).flatMap((datum) => [
    ...describe
      .receiversOf(datum, dossier)
      .filter(({ recipient: { claim } }) => claim === null || !promised.has(claim.id))
      .map(({ by, recipient }) => unnamed(recipient, by, purpose)),
    ...datum.handed.map(describe.handedTo),
  ]);
  return entryOf([...declaredOnes, ...reached], said('none declared, none seen', 'derived', [purpose.place]));
}

/** Somebody whom data of a purpose reaches, and whom the purpose does not name. */
function unnamed({ claim, key }: Recipient, by: readonly Sighting[], { id, place }: DeclaredPurpose): Cell {
  if (claim === null) return describe.undeclaredRecipient(key, by);
  if (isOnlyPossible(by)) return shown(claim.id, by);
  const sides = `data goes to ${claim.id}; shareWith of ${id} does not name it`;
  return contradiction(sides, 'code', [...spotsOf(by), place]);
}

function transfers({ place: of, shareWith }: DeclaredPurpose, { claims }: Dossier): Entry {
  const cells = claims.recipients
    .filter(({ id }) => shareWith.includes(id))
    .flatMap(({ country, id, place, transferMechanism }) => [
      declared(
        country === null ? null : `${id}: ${country}`,
        `recipients.${id}.country`,
        place,
        describe.who.privacy,
      ),
      declared(
        transferMechanism === null ? null : `${id}: ${transferMechanism}`,
        `recipients.${id}.transferMechanism`,
        place,
        describe.who.privacy,
      ),
    ]);
  return entryOf(cells, said('none declared', 'declaration', [of]));
}

function accessReview({ asOf, claims: { protection } }: Dossier): readonly Cell[] {
  const reviewed = protection?.accessReviewed ?? null;
  if (reviewed === null || protection === null) return [];
  const old = whyStale(reviewed, 'P1Y', asOf);
  return [
    old === null
      ? said(`access reviewed ${reviewed}`, 'declaration', [protection.place])
      : stale(`protection.accessReviewed: ${old}`, 'declaration', [protection.place]),
  ];
}

function security(dossier: Dossier): Entry {
  const { claims, evidence } = dossier;
  const review = accessReview(dossier);
  const weak = evidence.security
    .filter(({ isWeak }) => isWeak)
    .map(({ at, what }) =>
      contradiction(`the code uses ${what}, below what the platform asks for`, 'code', [spotOf(at)]),
    );
  return entryOf(
    [...claims.storage.flatMap((store) => atRest(store, dossier)), inTransit(dossier), ...review, ...weak],
    missing('protection', describe.who.security),
  );
}
