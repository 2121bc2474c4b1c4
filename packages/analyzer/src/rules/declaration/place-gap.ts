import { isNoCountry, needsTransferGround } from '../../lookups/countries.js';
import type { DeclaredEvidence } from '../../model/declaration.js';
import type { Place } from '../../model/place.js';
import { defineRule } from '../define-rule.js';
import type { Report } from '../define-rule.js';

type MessageId = 'unlisted' | 'unknown' | 'storeUnknown' | 'noCountry' | 'transfer';

export const placeGap = defineRule<MessageId>({
  id: 'place-gap',
  meta: {
    title: 'Data is kept or sent where the declaration names no country, or not the same ones.',
    defaultSeverity: 'warning',
    horizon: 'project',
    why: 'The review asks for every country where data is stored and processed. The answer is written from `company.systemLocations`, and stores and recipients must agree with it.',
    fix: 'Add the country to `systemLocations`, or correct the country of the store; give every store and recipient a country.',
  },
  messages: {
    unlisted: {
      message: '{{what}} is in {{country}}, which `company.systemLocations` does not name.',
      why: 'The review asks for every country where data is stored; both lines answer it, and differ.',
      help: 'Add it: `systemLocations: [{{all}}]`. Or correct the country.',
    },
    unknown: {
      message: 'Recipient `{{id}}` has no country.',
      why: 'The review asks into which countries data is handed.',
      help: 'Add `country: …` with its two-letter code.',
    },
    storeUnknown: {
      message: 'Store `{{id}}` has no country.',
      why: 'The review asks for every country where data is stored.',
      help: 'Add `country: …` with its two-letter code.',
    },
    noCountry: {
      message: '`{{country}}` under `{{key}}` is the code of no country.',
      why: 'The review asks for countries, and this line answers it.',
      help: 'Write the two-letter code of ISO 3166-1, or the name of the country.',
    },
    transfer: {
      message: 'Recipient `{{id}}` is in {{country}}, and `transferMechanism` says `none-needed`.',
      why: 'Data of people in {{markets}} may go to a country only on some ground; no adequacy decision covers {{country}} as a whole.',
      help: 'Write the ground: `standard-contractual-clauses`, `data-privacy-framework`, or another.',
    },
  },
  check({ declaration }) {
    if (declaration === null) return [];
    const { app, evidence } = declaration;
    return [...gapsOf(evidence), ...noCountries(evidence), ...transfers(app.markets, evidence)];
  },
});

/** Only where the company says where its systems are is there something to agree with. */
function gapsOf(evidence: DeclaredEvidence): readonly Report<MessageId>[] {
  const known = evidence.company?.systemLocations ?? [];
  if (known.length === 0) return [];
  const without = (
    message: 'unknown' | 'storeUnknown',
    all: readonly Located[],
  ): readonly Report<MessageId>[] =>
    all.filter(({ country }) => country === null).map(({ id, place }) => ({ message, data: { id }, place }));
  return [
    ...placesOf(evidence)
      .filter(({ country }) => !known.some((one) => one.toLowerCase() === country.toLowerCase()))
      .map(({ what, country, place }): Report<MessageId> => ({
        message: 'unlisted',
        data: { what, country, all: [...known, country].join(', ') },
        place,
      })),
    ...without('unknown', evidence.recipients),
    ...without('storeUnknown', evidence.storage),
  ];
}

interface Located {
  readonly id: string;
  readonly country: string | null;
  readonly place: Place;
}

function noCountries({ company, recipients, storage }: DeclaredEvidence): readonly Report<MessageId>[] {
  const named: readonly (readonly [string, string | null | undefined, Place | undefined])[] = [
    ['company.headquarters', company?.headquarters, company?.place],
    ...(company?.systemLocations ?? []).map(
      (one) => ['company.systemLocations', one, company?.place] as const,
    ),
    ...(company?.workforceLocations ?? []).map(
      (one) => ['company.workforceLocations', one, company?.place] as const,
    ),
    ...recipients.map(({ country, id, place }) => [`recipients.${id}.country`, country, place] as const),
    ...storage.map(({ country, id, place }) => [`storage.${id}.country`, country, place] as const),
    ...storage.map(
      ({ backups, id, place }) => [`storage.${id}.backups.country`, backups?.country, place] as const,
    ),
  ];
  return named.flatMap(([key, country, place]): Report<MessageId>[] =>
    country == null || place === undefined || !isNoCountry(country)
      ? []
      : [{ message: 'noCountry', data: { country, key }, place }],
  );
}

function transfers(
  markets: readonly string[],
  { recipients }: DeclaredEvidence,
): readonly Report<MessageId>[] {
  return recipients.flatMap(({ country, id, place, transferMechanism }): Report<MessageId>[] =>
    country === null || transferMechanism !== 'none-needed' || !needsTransferGround(markets, country)
      ? []
      : [
          {
            message: 'transfer',
            data: { id, country, markets: markets.join(', ') },
            place,
            atMost: 'warning',
          },
        ],
  );
}

interface Somewhere {
  readonly what: string;
  readonly country: string;
  readonly place: Place;
}

function placesOf({ storage }: DeclaredEvidence): readonly Somewhere[] {
  return storage.flatMap(({ id, country, backups, place }) => [
    ...(country === null ? [] : [{ what: `Store \`${id}\``, country, place }]),
    ...(backups?.country == null
      ? []
      : [{ what: `The backup of \`${id}\``, country: backups.country, place }]),
  ]);
}
