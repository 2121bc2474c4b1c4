import type { DeclaredAs, Evidence, HandOver } from '@leastscope/analyzer';
import { compareText } from '../cells/make-cells.js';
import type { Claims } from './claims.js';
import type { Recipient, Store } from './places.js';

interface Seen {
  readonly name: string;
  readonly declaredAs: DeclaredAs | null;
}

interface Joined<Claim, One> {
  readonly key: string;
  readonly claim: Claim | null;
  readonly seen: readonly One[];
  readonly handed: readonly HandOver[];
  readonly arrivals: ReadonlySet<string>;
}

/** Declared ones in their own order, then what is seen and declared by nobody. */
export function joinRecipients(evidence: Evidence, { recipients }: Claims): readonly Recipient[] {
  return join('recipient', evidence, evidence.recipients, recipients);
}

export function joinStores(evidence: Evidence, { storage }: Claims): readonly Store[] {
  return join('store', evidence, evidence.stores, storage);
}

function join<Claim extends { readonly id: string }, One extends Seen>(
  kind: DeclaredAs['kind'],
  { handOvers }: Evidence,
  seen: readonly One[],
  claims: readonly Claim[],
): readonly Joined<Claim, One>[] {
  const declared = claims.map((claim) => {
    const own = seen.filter((one) => one.declaredAs?.id === claim.id);
    const arrivals = new Set([`${kind}:${claim.id}`, ...own.map(({ name }) => name)]);
    const handed = handOvers.filter(({ declaredAs: as }) => as?.kind === kind && as.id === claim.id);
    return { key: claim.id, claim, seen: own, handed, arrivals };
  });
  const known = new Set(claims.map(({ id }) => id));
  const strangers = seen.filter(({ declaredAs }) => declaredAs === null || !known.has(declaredAs.id));
  const names = [...new Set(strangers.map(({ name }) => name))].sort(compareText);
  const undeclared = names.map((name) => ({
    key: name,
    claim: null,
    seen: strangers.filter((one) => one.name === name),
    handed: [],
    arrivals: new Set([name]),
  }));
  return [...declared, ...undeclared];
}
