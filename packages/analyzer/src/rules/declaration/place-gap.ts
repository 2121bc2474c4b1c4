import type { DeclaredEvidence } from '../../model/declaration.js';
import type { Place } from '../../model/place.js';
import { defineRule } from '../define-rule.js';
import type { Report } from '../define-rule.js';

type MessageId = 'unlisted' | 'unknown';

export const placeGap = defineRule<MessageId>({
  id: 'place-gap',
  meta: {
    title: 'Data is kept in a country that the company does not name.',
    defaultSeverity: 'warning',
    horizon: 'project',
    why: 'The review asks for every country where data is stored and processed. The answer is written from `company.systemLocations`, and stores and recipients must agree with it.',
    fix: 'Add the country to `systemLocations`, or correct the country of the store; give every recipient a country.',
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
  },
  check({ declaration }) {
    const company = declaration?.evidence.company ?? null;
    if (declaration === null || company === null || company.systemLocations.length === 0) return [];
    const known = company.systemLocations;
    return [
      ...placesOf(declaration.evidence)
        .filter(({ country }) => !known.some((one) => one.toLowerCase() === country.toLowerCase()))
        .map(({ what, country, place }): Report<MessageId> => ({
          message: 'unlisted',
          data: { what, country, all: [...known, country].join(', ') },
          place,
        })),
      ...declaration.evidence.recipients
        .filter(({ country }) => country === null)
        .map(({ id, place }): Report<MessageId> => ({ message: 'unknown', data: { id }, place })),
    ];
  },
});

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
