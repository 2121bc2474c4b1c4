import type { ClaimedPurpose, Claims } from './claims.js';
import { collectData } from './collect-data.js';
import type { Datum } from './datum.js';
import { readClaims } from './read-claims.js';
import type { ReportInput } from './report-input.js';
import { joinRecipients, joinStores } from './join-places.js';
import type { Recipient, Store } from './places.js';

/** What code shows and what the app says, put side by side once; every paper is read off it. */
export interface Dossier extends ReportInput {
  readonly claims: Claims;
  readonly data: readonly Datum[];
  readonly recipients: readonly Recipient[];
  readonly stores: readonly Store[];
  /** Sections of which a mistaken part had to be left out: what is not there may be there all the same. */
  readonly broken: readonly string[];
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
