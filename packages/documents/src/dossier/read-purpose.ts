import type { DeclaredPurpose, DeclaredRetention } from '@leastscope/analyzer';
import type { ClaimedPurpose, ClaimedRetention } from './claims.js';
import { spotOf } from './spots.js';

export function readPurpose(purpose: DeclaredPurpose): ClaimedPurpose {
  const { id, instruction, kind, notNarrower, owner, place, retention } = purpose;
  const { seenAt, shareWith, since, text, until, use } = purpose;
  return {
    id,
    kind,
    text,
    use,
    seenAt,
    owner,
    since,
    until,
    instruction,
    retention: retention === null ? null : readRetention(retention),
    shareWith,
    notNarrower: notNarrower.map((one) => ({ ...one, at: spotOf(one.place) })),
    at: spotOf(place),
  };
}

function readRetention(retention: DeclaredRetention): ClaimedRetention {
  const { after, byCategory, onDeauthorization, period, place } = retention;
  return {
    period,
    after,
    onDeauthorization,
    byCategory: new Map(byCategory.map((one) => [one.category, { ...one, at: spotOf(one.place) }])),
    at: spotOf(place),
  };
}
