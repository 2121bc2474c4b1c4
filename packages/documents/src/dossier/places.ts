import type { SeenRecipient, SeenStore } from '@leastscope/analyzer';
import type { ClaimedRecipient, ClaimedStore } from './claims.js';

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
