import type { DeclaredCompany, DeclaredRetention } from '@leastscope/analyzer';
import type { Cell, Sighting } from '../cells/cell.js';
import { compareText, doubted, said } from '../cells/make-cells.js';
import type { Dossier } from '../dossier/dossier.js';
import { titleOf } from '../dossier/personal.js';
import { sightingsOf } from '../dossier/datum.js';
import { sightingsOfRecipient, type Recipient } from '../dossier/places.js';
import * as describe from './describe.js';

/** Something that a notice would be expected to mention. */
export interface Expected {
  readonly kind: 'recipient' | 'country' | 'period' | 'category';
  /** Any of these is enough. */
  readonly names: readonly string[];
  readonly cell: Cell;
  /** Of recipients: who is meant. */
  readonly recipient: Recipient | null;
}

/** Who gets data, where it lies, how long it stays, and which it is. */
export function expectedOf({ catalog, claims, data, recipients }: Dossier): readonly Expected[] {
  const { company, purposes } = claims;
  const categories = [...new Set(data.map(({ category }) => category))].sort(compareText);
  return [
    ...recipients.map(ofRecipient),
    ...(company === null ? [] : company.systemLocations.map((code) => ofCountry(code, company))),
    ...purposes.flatMap(({ retention }) => (retention === null ? [] : ofPeriod(retention))),
    ...categories.map((category) =>
      ofCategory(titleOf(catalog, category), sightingsOf(data.filter((one) => one.category === category))),
    ),
  ];
}

function ofRecipient(recipient: Recipient): Expected {
  const { claim, key, seen } = recipient;
  const hosts = seen.flatMap(({ host, name }) => (host === null ? [name] : [name, host]));
  return {
    kind: 'recipient',
    names: [
      ...new Set(claim === null ? [key, ...hosts] : [claim.name, ...claim.aka, ...claim.hosts, ...hosts]),
    ],
    cell:
      claim === null
        ? describe.undeclaredRecipient(key, sightingsOfRecipient(recipient))
        : said(claim.name, 'declaration', [claim.place]),
    recipient,
  };
}

function ofCountry(code: string, { place }: DeclaredCompany): Expected {
  return {
    kind: 'country',
    names: countryNames(code),
    cell: said(code, 'declaration', [place]),
    recipient: null,
  };
}

function ofPeriod({ period, place }: DeclaredRetention): readonly Expected[] {
  if (period === null) return [];
  return [
    {
      kind: 'period',
      names: periodNames(period),
      cell: said(period, 'declaration', [place]),
      recipient: null,
    },
  ];
}

function ofCategory(title: string, by: readonly Sighting[]): Expected {
  return {
    kind: 'category',
    names: [title, ...shortWords(title)],
    cell: doubted(said(title, 'catalog'), by),
    recipient: null,
  };
}

/** The code, and the country's English name as the runtime's own tables have it. */
function countryNames(code: string): readonly string[] {
  if (!/^[A-Z]{2}$/.test(code)) return [code];
  const name = new Intl.DisplayNames('en', { type: 'region' }).of(code) ?? code;
  return [...new Set([name, code])];
}

/** `P30D` may be written "30 days", `P1Y` "12 months" or "one year". */
function periodNames(period: string): readonly string[] {
  const [, count = '', unit = ''] = /^P(\d+)([YMWD])$/.exec(period) ?? [];
  const units: Readonly<Record<string, string>> = { Y: 'year', M: 'month', W: 'week', D: 'day' };
  const word = units[unit];
  if (word === undefined) return [period];
  const one = count === '1' ? [`one ${word}`, `a ${word}`] : [];
  const months = unit === 'Y' ? [`${Number(count) * 12} months`] : [];
  return [`${count} ${word}${count === '1' ? '' : 's'}`, `${count}-${word}`, ...one, ...months, period];
}

/** The telling last word of "Buyer or recipient phone". */
function shortWords(title: string): readonly string[] {
  const last = title.split(/\s+/).at(-1) ?? '';
  return last.length > 3 ? [last] : [];
}
