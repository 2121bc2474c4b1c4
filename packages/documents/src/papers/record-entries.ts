import type { Cell } from '../cells/cell.js';
import { contradiction, declared, missing, notApplicable, said } from '../cells/make-cells.js';
import { entryOf, type Entry } from '../cells/table.js';
import type { RecordField } from '../forms/record-columns.js';
import type { ClaimedPurpose } from '../dossier/claims.js';
import type { Datum } from '../dossier/datum.js';
import type { Dossier } from '../dossier/dossier.js';
import { subjectOf } from '../dossier/personal.js';
import { spotOf } from '../dossier/spots.js';
import { compareText } from '../cells/make-cells.js';
import * as describe from './describe.js';
import { scopesOfPurpose, usesOfPurpose } from './purpose-data.js';

/** What one field of the record says of one purpose. */
export function recordEntry(field: RecordField, purpose: ClaimedPurpose, dossier: Dossier): Entry {
  return writers[field](purpose, dossier);
}

type Writer = (purpose: ClaimedPurpose, dossier: Dossier) => Entry;

const writers: Readonly<Record<RecordField, Writer>> = {
  record: ({ at, id }, { claims }) => [said(`${claims.app?.name ?? 'app'}/${id}`, 'declaration', [at])],
  status: ({ at, until }, { asOf }) =>
    until === null
      ? [said('in use: declared without an end', 'declaration', [at])]
      : [said(until < asOf ? `ended ${until}` : `in use until ${until}`, 'declaration', [at])],
  since: ({ at, id, since }) => [declared(since, `purposes.${id}.since`, at, describe.who.product)],
  owner: ({ at, id, owner }) => [declared(owner, `purposes.${id}.owner`, at, describe.who.product)],
  company: ofCompany('legalName'),
  contact: ofCompany('privacyContact'),
  representative: ofCompany('representative'),
  officer: (_, dossier) => [describe.dataProtectionOfficer(dossier)],
  controllers: (purpose, { claims, role }) => [controllers(claims, role), ...instruction(purpose)],
  processing: ({ at, text }) => [said(text, 'declaration', [at])],
  subjects: (purpose, dossier) =>
    entryOf(
      dataOf(purpose, dossier).map(({ category }) => said(subjectOf(category), 'catalog')),
      nobody,
    ),
  categories: (purpose, dossier) =>
    entryOf(
      dataOf(purpose, dossier).map(({ category, reads }) => said(category, 'code', reads)),
      nobody,
    ),
  recipients,
  locations: (_, dossier) => describe.storageLocations(dossier),
  transfers,
  retention: (purpose) => [
    describe.keptFor(purpose, ''),
    ...ofCategories(purpose),
    describe.goesWhenWithdrawn(purpose),
  ],
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

function ofCompany(key: 'legalName' | 'privacyContact' | 'representative'): Writer {
  return (_, { claims: { company } }) => [
    declared(company?.[key], `company.${key}`, company?.at ?? null, describe.who.privacy),
  ];
}

function controllers({ controllers: named }: Dossier['claims'], role: Dossier['role']): Cell {
  if (role === 'controller') return notApplicable('the app is its own controller', 'derived');
  if (named === null) return missing('controllers', describe.who.privacy);
  const register = named.register === null ? '' : ` (${named.register})`;
  return said(`${named.who}${register}`, 'declaration', [named.at]);
}

function instruction({ at, instruction: given }: ClaimedPurpose): readonly Cell[] {
  return given === null ? [] : [said(`instruction: ${given}`, 'declaration', [at])];
}

/** Categories that are kept for another period, with the reason and the law that is given for it. */
function ofCategories({ retention }: ClaimedPurpose): readonly Cell[] {
  return [...(retention?.byCategory ?? [])].map(([category, { after, at, because, law, period }]) => {
    const kept = after === null ? period : `${period} after ${after}`;
    const reasons = [law, because].filter((reason) => reason !== null);
    const why = reasons.length === 0 ? '' : ` (${reasons.join('; ')})`;
    return said(`${category}: ${kept}${why}`, 'declaration', [at]);
  });
}

function dataOf({ id }: ClaimedPurpose, { data }: Dossier): readonly Datum[] {
  return data.filter(({ purpose }) => purpose === id).sort((a, b) => compareText(a.category, b.category));
}

/** Those that the purpose declares, and those that its data is seen to reach. */
function recipients(purpose: ClaimedPurpose, dossier: Dossier): Entry {
  const declaredOnes = purpose.shareWith.map((id) => {
    const claim = dossier.claims.recipients.find((one) => one.id === id);
    if (claim === undefined)
      return contradiction(`shareWith names ${id}; recipients does not`, 'declaration', [purpose.at]);
    const { at, country, name, role } = claim;
    const details = [country, role].filter((part) => part !== null).join(', ');
    return said(details === '' ? name : `${name} (${details})`, 'declaration', [at]);
  });
  const promised = new Set(purpose.shareWith);
  const seen = dataOf(purpose, dossier)
    .flatMap((datum) => describe.sharedWith(datum, dossier))
    .map((cell) =>
      cell.gap === null && !promised.has(cell.value)
        ? contradiction(`data goes to ${cell.value}; shareWith of ${purpose.id} does not name it`, 'code', [
            ...cell.at,
            purpose.at,
          ])
        : cell,
    )
    .filter(({ gap }) => gap !== null);
  return entryOf([...declaredOnes, ...seen], said('none declared, none seen', 'derived', [purpose.at]));
}

function transfers({ at, shareWith }: ClaimedPurpose, { claims }: Dossier): Entry {
  const cells = claims.recipients
    .filter(({ id }) => shareWith.includes(id))
    .flatMap(({ at: place, country, id, transferMechanism }) => [
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
  return entryOf(cells, said('none declared', 'declaration', [at]));
}

function security(dossier: Dossier): Entry {
  const { claims, evidence } = dossier;
  const reviewed = claims.protection?.accessReviewed ?? null;
  const review =
    reviewed === null || claims.protection === null
      ? []
      : [said(`access reviewed ${reviewed}`, 'declaration', [claims.protection.at])];
  const weak = evidence.security
    .filter(({ isWeak }) => isWeak)
    .map(({ at, what }) =>
      contradiction(`the code uses ${what}, below what the platform asks for`, 'code', [spotOf(at)]),
    );
  return entryOf(
    [...claims.stores.map(describe.atRest), describe.inTransit(dossier), ...review, ...weak],
    missing('protection', describe.who.security),
  );
}
