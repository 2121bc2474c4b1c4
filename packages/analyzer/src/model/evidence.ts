import type { CategoryId, EndpointId } from '@leastscope/scope-catalog';
import type { Place, RelatedPlace } from './place.js';

/**
 * What the papers of the review rest on, as the code shows it: where personal data is handed over, who receives it,
 * where it is kept and what deletes it there, and what protects it. Facts, never judgements of people's intentions;
 * each has its place. All lists are sorted by place, then name.
 */
export interface Evidence {
  /** Raised when the shape changes. */
  readonly version: 1;
  readonly handOvers: readonly HandOver[];
  readonly recipients: readonly SeenRecipient[];
  readonly stores: readonly SeenStore[];
  readonly security: readonly SecuritySign[];
}

/** One piece of personal data at one place that takes it. */
export interface SeenData {
  readonly category: CategoryId;
  /** The endpoint whose answer it is part of; null for a webhook's payload. */
  readonly endpoint: EndpointId | null;
  /** The webhook's type whose payload it is part of; null for an endpoint's answer. */
  readonly webhook: number | null;
  /** As the catalog writes it: `data.orders[].recipient_address.name`. */
  readonly path: string;
  /** Where it is taken: the argument of the call that stores or sends it. */
  readonly at: Place;
  /** False: it came there only possibly, such as by a legacy path or one of several receivers. */
  readonly isCertain: boolean;
}

/** Personal data handed to something that cannot be seen into: `carrier.book(labelFor(order))`. */
export interface HandOver {
  /** What takes it, as the code says it: `carrier.book`. */
  readonly to: string;
  readonly at: Place;
  readonly data: readonly SeenData[];
  /** What the declaration says it is (`recipients[].code`, `storage[].code`, `packages`); null: nothing. */
  readonly declaredAs: DeclaredAs | null;
}

/** An entry of the declaration that a place in the code was bound to. */
export interface DeclaredAs {
  readonly kind: 'recipient' | 'store';
  /** The id of the entry. */
  readonly id: string;
}

/** A third party that receives personal data. */
export interface SeenRecipient {
  /** The package, the host, or the configured address (`process.env.ERP_URL`), as the code says it. */
  readonly name: string;
  readonly by: 'package' | 'host' | 'configured-address';
  /** The host, where it is known; else null. */
  readonly host: string | null;
  readonly declaredAs: DeclaredAs | null;
  readonly received: readonly SeenData[];
}

/** A place where personal data is kept. */
export interface SeenStore {
  /** As the code says it: `prisma.label`, `orders` of a database, `order:*` of Redis, a bucket's name. */
  readonly name: string;
  readonly kind: 'database' | 'key-value' | 'bucket' | 'file' | 'queue' | 'other';
  readonly declaredAs: DeclaredAs | null;
  readonly written: readonly SeenData[];
  readonly deletion: StoreDeletion;
}

/** `erased`, `erased-by-timer` and `anonymised` count as deleted; nothing else does. */
export type DeletionVerdict =
  | 'erased'
  | 'erased-by-timer'
  | 'anonymised'
  | 'pseudonymised'
  | 'flagged'
  | 'elsewhere'
  | 'no-entry-point'
  | 'not-seen'
  | 'not-known';

/** How a store is emptied when a seller withdraws. A false `erased` is the worst mistake of all. */
export interface StoreDeletion {
  readonly verdict: DeletionVerdict;
  /** The statements that delete, overwrite or flag. */
  readonly at: readonly RelatedPlace[];
  /** Where the handler is called from, or registered; empty: nothing was seen to reach it. */
  readonly reachedFrom: readonly RelatedPlace[];
  /** For timers: after how long, as an ISO 8601 duration; null where it is not known. */
  readonly after: string | null;
  /** Why it is not known, or what is deleted instead where nothing is `not-seen`, in half a sentence; else null. */
  readonly reason: string | null;
}

/** Something in the code that protects data, or fails to. */
export interface SecuritySign {
  readonly kind:
    | 'cipher'
    | 'hash'
    | 'tls-version'
    | 'certificates-unchecked'
    | 'plain-http'
    | 'database-without-tls'
    | 'token-without-cipher';
  /** As the code says it: `aes-128-cbc`, `TLSv1.1`, `http://erp.example`. */
  readonly what: string;
  /** Below what the platform asks for: AES-256 at rest, TLS 1.2 in transit, RSA of 2048 bits. */
  readonly isWeak: boolean;
  readonly at: Place;
}
