import { addDuration } from '../../lookups/add-duration.js';
import type { Declaration, DeclaredEvidence, DeclaredPurpose } from '../../model/declaration.js';
import type { RuleContext } from '../../model/judgement.js';
import type { Place } from '../../model/place.js';
import { purposeOfUse } from '../../purposes/purpose-of-use.js';
import { validPurposes } from '../../purposes/valid-purposes.js';
import { defineRule } from '../define-rule.js';
import type { Report } from '../define-rule.js';

type MessageId = 'review' | 'future' | 'certificate' | 'notice' | 'noticeFuture' | 'ended' | 'notBegun';

const why = 'The review asks for evidence that holds on the day it is given.';

export const staleEvidence = defineRule<MessageId>({
  id: 'stale-evidence',
  meta: {
    title: 'A day in the declaration says that something no longer holds, or does not hold yet.',
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
    notice: {
      message: 'The privacy notice was updated on {{day}}, which is older than a year.',
      why,
      help: 'Look through it, and write the day.',
    },
    noticeFuture: {
      message: 'The privacy notice is said to have been updated on {{day}}, which is yet to come.',
      why: 'A notice that has not been published tells nobody anything.',
      help: 'Write the day of the last update.',
    },
    ended: {
      message: 'Purpose `{{purpose}}` ended on {{day}}, and its calls are still in the code.',
      why: 'Data may be asked for only while a purpose holds; the record of processing says that this one does not.',
      help: 'Take the calls out, or correct `until`.',
    },
    notBegun: {
      message: 'Purpose `{{purpose}}` begins on {{day}}, and its calls are in the code already.',
      why: 'Data may be asked for only while a purpose holds; the record of processing says that this one does not yet.',
      help: 'Correct `since`, or take the calls out until then.',
    },
  },
  check(context) {
    const { declaration, asOf } = context;
    if (declaration === null) return [];
    return [
      ...purposesOutOfTime(declaration, context),
      ...noticeOf(declaration.evidence, asOf),
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

/** Calls that a purpose covers before or after the time that it is declared for. */
function purposesOutOfTime(declaration: Declaration, context: RuleContext): readonly Report<MessageId>[] {
  const { asOf, catalog, directives, uses } = context;
  const isOut = ({ since, until }: DeclaredPurpose): boolean =>
    (until !== null && until < asOf) || (since !== null && since > asOf);
  return validPurposes(context)
    .filter(isOut)
    .flatMap((purpose): Report<MessageId>[] => {
      const { id, place, since, until } = purpose;
      const own = uses.filter((use) => purposeOfUse(use, declaration, catalog, directives) === id);
      if (own.length === 0) return [];
      const related = own.map((use) => ({ place: use.place, note: 'called here' }));
      return until !== null && until < asOf
        ? [{ message: 'ended', data: { purpose: id, day: until }, place, related }]
        : [{ message: 'notBegun', data: { purpose: id, day: since ?? '' }, place, related }];
    });
}

function noticeOf({ privacyNotice }: DeclaredEvidence, asOf: string): readonly Report<MessageId>[] {
  const day = privacyNotice?.updated ?? null;
  if (privacyNotice === null || day === null) return [];
  const { place } = privacyNotice;
  if (day > asOf) return [{ message: 'noticeFuture', data: { day }, place }];
  const until = addDuration(day, 'P1Y');
  return until === null || until >= asOf ? [] : [{ message: 'notice', data: { day }, place }];
}
