import type { Declaration, DeclaredException, DeclaredPurpose } from '@leastscope/analyzer';
import type { ClaimedException, ClaimedPurpose, Claims } from './claims.js';
import { spotOf } from './spots.js';

const nothing: Claims = {
  file: null,
  app: null,
  requestedScopes: [],
  purposes: [],
  company: null,
  controllers: null,
  recipients: [],
  stores: [],
  rights: null,
  controls: new Map(),
  certifications: [],
  protection: null,
  notice: null,
  webhooks: [],
  deletionHandler: null,
  exceptions: [],
};

/** The one place that knows the declaration's shape: everything behind it speaks of claims. */
export function readClaims(declaration: Declaration | null): Claims {
  if (declaration === null) return nothing;
  const { app, deletion, exceptions, file, purposes, requestedScopes, webhooks } = declaration;
  return {
    ...nothing,
    ...readEvidence(declaration),
    file,
    app: { name: app.name, tokens: app.tokens, markets: app.markets, at: spotOf(app.place) },
    requestedScopes: requestedScopes.map(({ value, place }) => ({ key: value, at: spotOf(place) })),
    purposes: purposes.map(readPurpose),
    webhooks: webhooks.map(({ value, place }) => ({ type: value, at: spotOf(place) })),
    deletionHandler:
      deletion === null ? null : { handler: deletion.handler.value, at: spotOf(deletion.handler.place) },
    exceptions: exceptions.map(readException),
  };
}

function readPurpose(purpose: DeclaredPurpose): ClaimedPurpose {
  const { id, kind, text, retention, shareWith, place } = purpose;
  return {
    id,
    kind,
    text,
    use: null,
    seenAt: null,
    owner: null,
    since: null,
    until: null,
    retention:
      retention === null ? null : { ...retention, byCategory: new Map(), at: spotOf(retention.place) },
    shareWith,
    notNarrower: [],
    at: spotOf(place),
  };
}

function readException({
  rule,
  endpoint,
  scope,
  until,
  reason,
  approvedBy,
  place,
}: DeclaredException): ClaimedException {
  return { rule, subject: endpoint ?? scope ?? 'everything', until, reason, approvedBy, at: spotOf(place) };
}

type Evidence = Pick<Claims, 'company' | 'recipients' | 'stores' | 'protection' | 'notice'>;

function readEvidence({ evidence }: Declaration): Evidence {
  const { company, privacyNotice, protection, recipients, storage } = evidence;
  return {
    company:
      company === null
        ? null
        : { ...company, website: null, representative: null, at: spotOf(company.place) },
    recipients: recipients.map((one) => ({
      ...one,
      contract: null,
      hosts: [],
      packages: [],
      aka: [],
      receives: [],
      at: spotOf(one.place),
    })),
    stores: storage.map((one) => ({
      ...one,
      code: [],
      provider: null,
      backups: null,
      at: spotOf(one.place),
    })),
    protection: protection === null ? null : { ...protection, at: spotOf(protection.place) },
    notice:
      privacyNotice === null
        ? null
        : { url: privacyNotice.url, copy: null, updated: null, at: spotOf(privacyNotice.place) },
  };
}
