import type { Cell } from '../cells/cell.js';
import { contradiction, missing, notFollowed, notApplicable, said, unknown } from '../cells/make-cells.js';
import { spotText } from '../cells/cell.js';
import { entryOf, type Entry } from '../cells/table.js';
import type { DeclaredPurpose } from '@leastscope/analyzer';
import type { Datum } from '../dossier/datum.js';
import type { Dossier } from '../dossier/dossier.js';

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
  const places = [...datum.reads, ...[...datum.stored, ...datum.sent, ...datum.handed].map(({ at }) => at)];
  return [missing(`purposes: none covers ${datum.category} here`, who.product, places)];
}

/** Who gets it: declared names, hosts that nobody declared, and what cannot be seen into. */
export function sharedWith({ handed, sent }: Datum, dossier: Dossier): readonly Cell[] {
  const named = dossier.recipients.flatMap(({ arrivals, claim, key }) => {
    const at = sent.filter(({ name }) => arrivals.has(name)).map((one) => one.at);
    if (at.length === 0) return [];
    return [claim === null ? undeclaredRecipient(key, at) : said(claim.id, 'code', at)];
  });
  return [...named, ...handed.map(({ at, name }) => notFollowed(name, at))];
}

export function undeclaredRecipient(name: string, at: Cell['at']): Cell {
  const where = at[0] === undefined ? '' : ` (${spotText(at[0])})`;
  return missing(`recipients[].hosts, packages or code: none names ${name}${where}`, who.privacy, at);
}

export function keptIn({ stored }: Datum, dossier: Dossier): readonly Cell[] {
  return dossier.stores.flatMap(({ arrivals, claim, key }) => {
    const at = stored.filter(({ name }) => arrivals.has(name)).map((one) => one.at);
    if (at.length === 0) return [];
    if (claim !== null) return [said(claim.id, 'code', at)];
    return [undeclaredStore(key, at)];
  });
}

export function undeclaredStore(name: string, at: Cell['at']): Cell {
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
