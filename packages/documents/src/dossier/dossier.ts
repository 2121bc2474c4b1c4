import type { DeclaredPurpose, Evidence, HandOver } from '@leastscope/analyzer';
import { claimsOf, type Claims } from './claims.js';
import { collectData } from './collect-data.js';
import type { Datum } from './datum.js';
import type { ReportInput } from './report-input.js';
import { joinRecipients, joinStores } from './join-places.js';
import type { Recipient, Store } from './places.js';

/** What code shows and what the app says, put side by side once; every paper is read off it. */
export interface Dossier extends Omit<ReportInput, 'evidence'> {
  readonly evidence: Evidence;
  /** Why an empty list of flows means nothing; null where it means that none was seen. */
  readonly unseen: string | null;
  readonly claims: Claims;
  readonly data: readonly Datum[];
  readonly recipients: readonly Recipient[];
  readonly stores: readonly Store[];
  /** Sections of which a mistaken part had to be left out: what is not there may be there all the same. */
  readonly broken: readonly string[];
  /** Why what is not declared is not known: the declaration could not be read as a whole; null where it could. */
  readonly unreadable: string | null;
}

const noEvidence: Evidence = { version: 1, handOvers: [], recipients: [], stores: [], security: [] };

export function createDossier(input: ReportInput): Dossier {
  const claims = claimsOf(input.analysis.declaration);
  const evidence = input.evidence ?? noEvidence;
  return {
    ...input,
    evidence,
    unseen: input.evidence === null ? 'only single files were judged' : null,
    claims,
    data: collectData(input, evidence),
    recipients: joinRecipients(evidence, claims),
    stores: joinStores(evidence, claims),
    broken: input.analysis.declaration?.incomplete ?? [],
    unreadable: unreadable(input),
  };
}

function unreadable({ analysis: { declaration, findings } }: ReportInput): string | null {
  const mistake = findings.find(
    ({ rule, severity }) => rule === 'invalid-declaration' && severity === 'error',
  );
  if (declaration !== null || mistake === undefined) return null;
  const { file, start } = mistake.place;
  return `${file} has a mistake at line ${start.line}, and could not be read: ${mistake.message}`;
}

export function purposeById({ claims }: Dossier, id: string | null): DeclaredPurpose | null {
  return claims.purposes.find((purpose) => purpose.id === id) ?? null;
}

/** Whether nothing stayed open, so that what is not seen is not there as far as this code goes. */
export function isAllFollowed(dossier: Dossier): boolean {
  const { open, unread } = dossier.analysis.needs;
  return dossier.unseen === null && openHandOvers(dossier).length + open.length + unread.length === 0;
}

/** Hand-overs that nothing in the declaration names. */
export function openHandOvers({ evidence }: Dossier): readonly HandOver[] {
  return evidence.handOvers.filter(({ declaredAs }) => declaredAs === null);
}
