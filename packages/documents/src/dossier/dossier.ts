import type { SeenRecipient, SeenStore } from '@leastscope/analyzer';
import type { ClaimedPurpose, ClaimedRecipient, ClaimedStore, Claims } from './claims.js';
import { collectData } from './collect-data.js';
import type { Datum } from './datum.js';
import { readClaims } from './read-claims.js';
import type { ReportInput } from './report-input.js';
import { joinRecipients, joinStores } from './join-places.js';

/** What code shows and what the app says, put side by side once; every paper is read off it. */
export interface Dossier extends ReportInput {
  readonly claims: Claims;
  readonly data: readonly Datum[];
  readonly recipients: readonly Recipient[];
  readonly stores: readonly Store[];
  /** Sections of which a mistaken part had to be left out: what is not there may be there all the same. */
  readonly broken: readonly string[];
}

/** Somebody who gets data: as declared, as seen, or both. `key` is its declared id, or the name in code. */
export interface Recipient {
  readonly key: string;
  readonly claim: ClaimedRecipient | null;
  readonly seen: readonly SeenRecipient[];
  /** Names under which data arrives there in `Datum.sent`. */
  readonly arrivals: ReadonlySet<string>;
}

/** A place where data is kept: as declared, as seen, or both. */
export interface Store {
  readonly key: string;
  readonly claim: ClaimedStore | null;
  readonly seen: readonly SeenStore[];
  readonly arrivals: ReadonlySet<string>;
}

export function createDossier(input: ReportInput): Dossier {
  const claims = readClaims(input.analysis.declaration);
  return {
    ...input,
    claims,
    data: collectData(input),
    recipients: joinRecipients(input.evidence.recipients, claims),
    stores: joinStores(input.evidence.stores, claims),
    broken: input.analysis.declaration?.incomplete ?? [],
  };
}

export function purposeById({ claims }: Dossier, id: string | null): ClaimedPurpose | null {
  return claims.purposes.find((purpose) => purpose.id === id) ?? null;
}
