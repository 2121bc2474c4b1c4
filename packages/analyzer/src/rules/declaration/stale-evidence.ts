import { addDuration } from '../../lookups/add-duration.js';
import type { DeclaredEvidence } from '../../model/declaration.js';
import type { Place } from '../../model/place.js';
import { defineRule } from '../define-rule.js';
import type { Report } from '../define-rule.js';

type MessageId = 'review' | 'future' | 'certificate';

const why = 'The review asks for evidence that holds on the day it is given.';

export const staleEvidence = defineRule<MessageId>({
  id: 'stale-evidence',
  meta: {
    title: 'A review or a certificate is older than it may be.',
    defaultSeverity: 'warning',
    horizon: 'project',
    why: 'Measures that only people can attest hold for a time. The review asks for evidence that holds on the day it is given.',
    fix: 'Review it again and write the day, or say with `validFor` how long a review holds.',
  },
  messages: {
    review: {
      message: '`{{what}}` was reviewed on {{day}}, which held until {{until}}.',
      why,
      help: 'Review it again and write the day; `validFor` says how long a review holds, one year where it is left out.',
    },
    future: {
      message: '`{{what}}` is said to have been reviewed on {{day}}, which is yet to come.',
      why: 'A review that has not happened proves nothing.',
      help: 'Write the day of the last review.',
    },
    certificate: {
      message: 'The certificate `{{what}}` held until {{until}}.',
      why,
      help: 'Renew it and write the new day, or take it out.',
    },
  },
  check({ declaration, asOf }) {
    if (declaration === null) return [];
    return [
      ...reviewsOf(declaration.evidence).flatMap((review) => judge(review, asOf)),
      ...declaration.evidence.certifications.flatMap(({ name, validUntil, place }): Report<MessageId>[] =>
        validUntil === null || validUntil >= asOf
          ? []
          : [{ message: 'certificate', data: { what: name, until: validUntil }, place }],
      ),
    ];
  },
});

interface Review {
  readonly what: string;
  readonly day: string;
  readonly validFor: string;
  readonly place: Place;
}

function reviewsOf({ controls, protection }: DeclaredEvidence): readonly Review[] {
  const older = protection === null ? [] : (['accessReviewed', 'incidentDrill', 'penetrationTest'] as const);
  return [
    ...controls.flatMap(({ id, reviewed, validFor, place }) =>
      reviewed === null ? [] : [{ what: id, day: reviewed, validFor, place }],
    ),
    ...older.flatMap((key) => {
      const day = protection?.[key] ?? null;
      return day === null || protection === null
        ? []
        : [{ what: `protection.${key}`, day, validFor: 'P1Y', place: protection.place }];
    }),
  ];
}

function judge({ what, day, validFor, place }: Review, asOf: string): readonly Report<MessageId>[] {
  if (day > asOf) return [{ message: 'future', data: { what, day }, place }];
  const until = addDuration(day, validFor);
  return until === null || until >= asOf ? [] : [{ message: 'review', data: { what, day, until }, place }];
}
