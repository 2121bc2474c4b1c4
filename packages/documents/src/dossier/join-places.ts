import type { DeclaredAs, SeenRecipient, SeenStore } from '@leastscope/analyzer';
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
  readonly arrivals: ReadonlySet<string>;
}

/** Declared ones in their own order, then what is seen and declared by nobody. */
export function joinRecipients(seen: readonly SeenRecipient[], { recipients }: Claims): readonly Recipient[] {
  return join('recipient', seen, recipients);
}

export function joinStores(seen: readonly SeenStore[], { stores }: Claims): readonly Store[] {
  return join('store', seen, stores);
}

function join<Claim extends { readonly id: string }, One extends Seen>(
  kind: DeclaredAs['kind'],
  seen: readonly One[],
  claims: readonly Claim[],
): readonly Joined<Claim, One>[] {
  const declared = claims.map((claim) => {
    const own = seen.filter((one) => one.declaredAs?.id === claim.id);
    const arrivals = new Set([`${kind}:${claim.id}`, ...own.map(({ name }) => name)]);
    return { key: claim.id, claim, seen: own, arrivals };
  });
  const known = new Set(claims.map(({ id }) => id));
  const strangers = seen.filter(({ declaredAs }) => declaredAs === null || !known.has(declaredAs.id));
  const names = [...new Set(strangers.map(({ name }) => name))].sort(compareText);
  const undeclared = names.map((name) => ({
    key: name,
    claim: null,
    seen: strangers.filter((one) => one.name === name),
    arrivals: new Set([name]),
  }));
  return [...declared, ...undeclared];
}
