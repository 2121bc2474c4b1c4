import type { Cell } from '../cells/cell.js';
import { contradiction, declared, missing, notApplicable, said } from '../cells/make-cells.js';
import type { ItemHelp } from '../forms/questionnaire-items.js';
import type { Dossier } from '../dossier/dossier.js';
import { sightingsOfRecipient } from '../dossier/places.js';
import { spotOf } from '../cells/cell.js';
import { whyStale } from './dates.js';
import * as describe from './describe.js';
import { controlOf } from './control-cells.js';
import { metRight } from './met-right.js';
import { atRest, inTransit } from './protection.js';
import { absentDocument } from './absent-document.js';
import { deletionHelp } from './deletion-help.js';

/** An answer for items that no control answers, and supporting facts for all. */
export interface Help {
  readonly answer: readonly Cell[];
  readonly evidence: readonly Cell[];
}

export function helpFor(help: ItemHelp, dossier: Dossier): Help {
  return helpers[help](dossier);
}

const helpers: Readonly<Record<ItemHelp, (dossier: Dossier) => Help>> = {
  none: () => ({ answer: [], evidence: [] }),
  network: (dossier) => ({
    answer: [],
    evidence: weakSigns(
      ['plain-http', 'certificates-unchecked', 'tls-version', 'database-without-tls'],
      dossier,
    ),
  }),
  'scope-minimum': (dossier) => ({ answer: [], evidence: scopeMinimum(dossier) }),
  encryption: (dossier) => ({
    answer: [],
    evidence: [
      ...dossier.claims.storage.flatMap((store) => atRest(store, dossier)),
      inTransit(dossier),
      ...weakSigns(['cipher', 'hash', 'token-without-cipher'], dossier),
    ],
  }),
  repository: (dossier) => ({ answer: [], evidence: inRepository(dossier) }),
  countries,
  rights,
  notice,
  officer: (dossier) => ({ answer: [describe.dataProtectionOfficer(dossier)], evidence: [] }),
  deletion: deletionHelp,
  certificates,
};

function weakSigns(kinds: readonly string[], { evidence }: Dossier): readonly Cell[] {
  return evidence.security
    .filter(({ isWeak, kind }) => isWeak && kinds.includes(kind))
    .map(({ at, what }) =>
      contradiction(`the code uses ${what}, below what the platform asks for`, 'code', [spotOf(at)]),
    );
}

function scopeMinimum({ analysis: { needs } }: Dossier): readonly Cell[] {
  const { verdict } = needs;
  const text = `scopes: ${verdict === 'minimal' ? 'no more than the code needs' : verdict === 'unknown' ? 'whether they are the least is not known' : 'not the least that the code needs'} (01-scopes)`;
  const at = [...(needs.difference?.drop ?? [])].map(({ place }) => spotOf(place));
  return [said(text, 'code', at)];
}

/** Files whose presence is evidence, never an answer. */
const telling: readonly (readonly [string, string])[] = [
  ['.github/dependabot.yml', 'dependency bot'],
  ['renovate.json', 'dependency bot'],
  ['.github/workflows/codeql.yml', 'code scanning'],
  ['package-lock.json', 'lockfile'],
  ['pnpm-lock.yaml', 'lockfile'],
  ['yarn.lock', 'lockfile'],
  ['SECURITY.md', 'security contact'],
];

function inRepository({ digestOf }: Dossier): readonly Cell[] {
  return telling
    .filter(([file]) => digestOf(file) !== null)
    .map(([file, what]) =>
      said(`seen in the repository: ${what} (${file})`, 'repository', [{ file, line: 0 }]),
    );
}

function countries(dossier: Dossier): Help {
  const { claims, recipients } = dossier;
  const stores = claims.storage.map(({ country, id, place }) =>
    declared(
      country === null ? null : `store ${id}: ${country}`,
      `storage.${id}.country`,
      place,
      describe.who.engineering,
    ),
  );
  const others = recipients.map((recipient) => {
    const { claim, key } = recipient;
    if (claim === null) return describe.undeclaredRecipient(key, sightingsOfRecipient(recipient));
    const text = claim.country === null ? null : `recipient ${claim.id}: ${claim.country}`;
    return declared(text, `recipients.${claim.id}.country`, claim.place, describe.who.privacy);
  });
  return { answer: describe.storageLocations(dossier), evidence: [...stores, ...others] };
}

function rights(dossier: Dossier): Help {
  const { rights: promised } = dossier.claims;
  const of = (value: string | null | undefined, key: string): Cell =>
    declared(value, `rights.${key}`, promised?.place ?? null, describe.who.privacy);
  const within = promised?.forwardToSellerWithin ?? null;
  return {
    answer:
      promised === null
        ? [missing('rights', describe.who.privacy)]
        : [said('yes, declared', 'declaration', [promised.place])],
    evidence:
      promised === null
        ? []
        : [
            of(promised.channel, 'channel'),
            of(within === null ? null : `forwarded to the seller within ${within}`, 'forwardToSellerWithin'),
            ...(['access', 'rectify', 'erase'] as const).flatMap((name) => metRight(name, dossier)),
          ],
  };
}

function notice({ asOf, claims: { privacyNotice: own } }: Dossier): Help {
  const answer = declared(own?.url, 'privacyNotice.url', own?.place ?? null, describe.who.privacy);
  if (own === null) return { answer: [answer], evidence: [] };
  const updated = declared(
    own.updated === null ? null : `updated ${own.updated}`,
    'privacyNotice.updated',
    own.place,
    describe.who.privacy,
  );
  const old = own.updated === null ? null : whyStale(own.updated, 'P1Y', asOf);
  const isToCome = own.updated !== null && own.updated > asOf;
  const sides = `privacyNotice.updated says ${own.updated ?? ''}, after ${asOf}`;
  const warning: Cell[] = isToCome
    ? [contradiction(sides, 'declaration', [own.place])]
    : old === null
      ? []
      : [{ value: `STALE: notice ${old}`, from: 'declaration', at: [spotOf(own.place)], gap: 'stale' }];
  return {
    answer: [answer],
    evidence: [updated, ...warning, said('what it has to say: 04-privacy-notice', 'derived')],
  };
}

function certificates(dossier: Dossier): Help {
  const { asOf, claims } = dossier;
  const control = controlOf('certification', claims);
  if (claims.certifications.length === 0) {
    if (control?.answer === 'no' && control.because !== null)
      return {
        answer: [said('no', 'attested', [control.place])],
        evidence: [notApplicable(control.because, 'attested', [control.place])],
      };
    return {
      answer: [missing('certifications, or controls.certification with a reason', describe.who.security)],
      evidence: [],
    };
  }
  return {
    answer: [
      said(
        'yes',
        'attested',
        claims.certifications.map(({ place }) => place),
      ),
    ],
    evidence: claims.certifications.flatMap(
      ({ document, issuer, name, place, validUntil }): readonly Cell[] => {
        const absent = absentDocument(document, place, describe.who.security, dossier);
        const gaps = absent === null ? [] : [absent];
        if (validUntil !== null && validUntil < asOf)
          return [
            ...gaps,
            {
              value: `STALE: ${name} ended ${validUntil}, older at ${asOf}`,
              from: 'attested',
              at: [spotOf(place)],
              gap: 'stale',
            },
          ];
        const parts = [name, issuer, validUntil === null ? null : `until ${validUntil}`].filter(
          (part) => part !== null,
        );
        return [said(parts.join(', '), 'attested', [place]), ...gaps];
      },
    ),
  };
}
