import type { Cell, Sighting } from '../cells/cell.js';
import {
  contradiction,
  isOnlyPossible,
  missing,
  notFollowed,
  notApplicable,
  said,
  shown,
  spotsOf,
  unknown,
} from '../cells/make-cells.js';
import { spotText } from '../cells/cell.js';
import { entryOf, type Entry } from '../cells/table.js';
import type { DeclaredPurpose } from '@leastscope/analyzer';
import { sightingsOf, type Arrival, type Datum } from '../dossier/datum.js';
import type { Dossier } from '../dossier/dossier.js';
import type { Recipient } from '../dossier/places.js';

/** Statements that several papers make, so that all make them in the same words. */

export const who = {
  product: 'whoever answers for the product',
  privacy: 'whoever answers for privacy',
  security: 'whoever answers for security',
  engineering: 'engineering',
} as const;

/** What stands where a list of code places would, and there are none. */
export const noneSeen = noneOf('none seen');

/** Of where data goes: a "none" only where it was looked for. */
function noneOf(text: string): (dossier: Dossier) => Cell {
  return ({ unseen }) => (unseen === null ? said(text, 'code') : unknown(unseen));
}

export function whenEmpty(text: string, { unseen }: Dossier): string {
  return unseen === null ? text : `Not known: ${unseen}.`;
}

export function purposeEntry(purpose: DeclaredPurpose | null, datum: Datum): Entry {
  if (purpose !== null) return [said(purpose.id, 'declaration', [purpose.place])];
  const at = spotsOf(sightingsOf([datum]));
  return [possiblyHere(datum) ?? missing(`purposes: none covers ${datum.category} here`, who.product, at)];
}

/** Where no purpose covers data that may never come: nobody is asked what it is for. Null of data that surely comes. */
export function possiblyHere(datum: Datum): Cell | null {
  const by = sightingsOf([datum]);
  if (!isOnlyPossible(by)) return null;
  return unknown(`${datum.category} is possibly here, where no purpose covers it`, spotsOf(by));
}

/** Who gets it: declared names, hosts that nobody declared, and what cannot be seen into. */
export function sharedWith(datum: Datum, dossier: Dossier): readonly Cell[] {
  const named = receiversOf(datum, dossier).map(({ by, recipient: { claim, key } }) =>
    claim === null ? undeclaredRecipient(key, by) : shown(claim.id, by),
  );
  return [...named, ...datum.handed.map(handedTo)];
}

/** Recipients that it is seen to reach, each with the lines that take it there. */
export function receiversOf(
  { sent }: Datum,
  { recipients }: Dossier,
): readonly { readonly recipient: Recipient; readonly by: readonly Sighting[] }[] {
  return recipients.flatMap((recipient) => {
    const by = sent.filter(({ name }) => recipient.arrivals.has(name));
    return by.length === 0 ? [] : [{ recipient, by }];
  });
}

export function handedTo({ at, isCertain, name }: Arrival): Cell {
  return isCertain ? notFollowed(name, at) : unknown(`possibly handed to ${name} at ${spotText(at)}`, [at]);
}

/** Nobody has to declare what may never come. */
export function undeclaredRecipient(name: string, by: readonly Sighting[]): Cell {
  const at = spotsOf(by);
  const where = at[0] === undefined ? '' : ` (${spotText(at[0])})`;
  if (isOnlyPossible(by))
    return unknown(`data possibly goes to ${name}${where}, which no recipient of the declaration names`, at);
  return missing(`recipients[].hosts, packages or code: none names ${name}${where}`, who.privacy, at);
}

export function keptIn({ stored }: Datum, dossier: Dossier): readonly Cell[] {
  return dossier.stores.flatMap(({ arrivals, claim, key }) => {
    const by = stored.filter(({ name }) => arrivals.has(name));
    if (by.length === 0) return [];
    return [claim === null ? undeclaredStore(key, by) : shown(claim.id, by)];
  });
}

export function undeclaredStore(name: string, by: readonly Sighting[]): Cell {
  const at = spotsOf(by);
  if (isOnlyPossible(by))
    return unknown(`data is possibly kept in ${name}, which no store of the declaration names`, at);
  return missing(`storage[].code: none names ${name}`, who.engineering, at);
}

export const notStored = noneOf('not seen to be stored');
export const sharedWithNobody = noneOf('passed on to nobody, as far as is seen');
export const keptByNobody = noneOf('used while a request runs, not seen to be stored');

/** Places of storage and of recipients, with a contradiction where `systemLocations` says otherwise. */
export function storageLocations({ claims }: Dossier): Entry {
  const { company, storage } = claims;
  const locations = company?.systemLocations ?? [];
  const declaredOnes = locations.map((country) =>
    said(country, 'declaration', company === null ? [] : [company.place]),
  );
  const places = storage.flatMap(({ backups, country, id, place }) => [
    { what: `store ${id}`, country, place },
    { what: `the backup of ${id}`, country: backups?.country ?? null, place },
  ]);
  const conflicts = places.flatMap(({ country, place, what }) => {
    if (country === null || locations.length === 0 || locations.includes(country)) return [];
    const sides = `${what} is in ${country}; company.systemLocations names ${locations.join(', ')}`;
    return [contradiction(sides, 'declaration', [place, ...(company === null ? [] : [company.place])])];
  });
  const otherwise = missing(
    'company.systemLocations',
    who.engineering,
    company === null ? [] : [company.place],
  );
  return entryOf([...declaredOnes, ...conflicts], otherwise);
}

export function dataProtectionOfficer({ claims: { company } }: Dossier): Cell {
  if (company?.dpo != null) return said(company.dpo, 'declaration', [company.place]);
  const at = company === null ? [] : [company.place];
  if (company?.dpoReason != null) return notApplicable(`none; ${company.dpoReason}`, 'declaration', at);
  return missing('company.dpo, or company.dpoReason for none', who.privacy, at);
}
