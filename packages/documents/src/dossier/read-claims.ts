import type { Declaration, DeclaredException } from '@leastscope/analyzer';
import type { ClaimedException, Claims } from './claims.js';
import { readAttested } from './read-attested.js';
import { readPlaces } from './read-places.js';
import { readPurpose } from './read-purpose.js';
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

/** This and its `read-` neighbours alone know the declaration's shape: everything behind them speaks of claims. */
export function readClaims(declaration: Declaration | null): Claims {
  if (declaration === null) return nothing;
  const { app, deletion, exceptions, file, purposes, requestedScopes, webhooks } = declaration;
  return {
    ...readAttested(declaration),
    ...readPlaces(declaration),
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

function readException(exception: DeclaredException): ClaimedException {
  const { rule, until, reason, approvedBy, place } = exception;
  return { rule, subject: subjectOf(exception), until, reason, approvedBy, at: spotOf(place) };
}

/** All that narrows it, in words. */
function subjectOf({ file, symbol, ...named }: DeclaredException): string {
  const { endpoint, scope, category, field, recipient, store, purpose, subject } = named;
  const at = file === null ? null : symbol === null ? file : `${file}#${symbol}`;
  const parts = [endpoint, scope, category, field, recipient, store, purpose, subject, at];
  const told = parts.filter((part) => part !== null).join(', ');
  return told === '' ? 'everything' : told;
}
