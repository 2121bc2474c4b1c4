import type { Sighting } from '../cells/cell.js';
import { compareText, isOnlyPossible } from '../cells/make-cells.js';
import { sightingsOf, type Datum } from '../dossier/datum.js';
import type { Dossier } from '../dossier/dossier.js';
import { sightingsOfRecipient, sightingsOfStore } from '../dossier/places.js';

/** The formats of other programs have no word for a doubt: what only possibly happens is left out, and told in a sentence. */
export interface SurePart {
  readonly dossier: Dossier;
  /** `buyer.name kept in contacts, buyer.phone read`; empty where nothing is left out. */
  readonly leftOut: string;
}

export function surePart(dossier: Dossier): SurePart {
  const recipients = dossier.recipients
    .filter((one) => one.claim !== null || !isOnlyPossible(sightingsOfRecipient(one)))
    .map((one) => ({ ...one, seen: one.seen.filter(({ received }) => hasSure(received)) }));
  const stores = dossier.stores
    .filter((one) => one.claim !== null || !isOnlyPossible(sightingsOfStore(one)))
    .map((one) => ({
      ...one,
      seen: one.seen
        .filter(({ written }) => hasSure(written))
        .map((seen) => ({ ...seen, written: seen.written.filter(isSure) })),
    }));
  const data = dossier.data.map(sureOf).filter((datum) => sightingsOf([datum]).length > 0);
  return { dossier: { ...dossier, data, recipients, stores }, leftOut: leftOutOf(dossier.data) };
}

function isSure({ isCertain }: { readonly isCertain: boolean }): boolean {
  return isCertain;
}

function hasSure(data: readonly { readonly isCertain: boolean }[]): boolean {
  return data.length === 0 || data.some(isSure);
}

function sureOf({ handed, reads, sent, stored, ...rest }: Datum): Datum {
  return {
    ...rest,
    reads: reads.filter(isSure),
    stored: stored.filter(isSure),
    sent: sent.filter(isSure),
    handed: handed.filter(isSure),
  };
}

function leftOutOf(data: readonly Datum[]): string {
  const deeds = new Map<string, Sighting[]>();
  const add = (deed: string, one: Sighting): void => {
    deeds.set(deed, [...(deeds.get(deed) ?? []), one]);
  };
  for (const { category, handed, reads, sent, stored } of data) {
    for (const one of reads) add(`${category} read`, one);
    for (const one of stored) add(`${category} kept in ${plainName(one.name)}`, one);
    for (const one of [...sent, ...handed]) add(`${category} passed on to ${plainName(one.name)}`, one);
  }
  const doubted = [...deeds].filter(([, by]) => isOnlyPossible(by)).map(([deed]) => deed);
  return doubted.sort(compareText).join(', ');
}

/** Of `store:main-db`, the id. */
function plainName(name: string): string {
  return name.replace(/^(?:store|recipient):/, '');
}
