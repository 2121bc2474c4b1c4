import type { RelatedPlace } from '../model/place.js';

/** What a timer empties: the store, after which time, and where. */
export interface TimedDeletion {
  readonly store: string;
  /** As an ISO 8601 duration; null where it is not constant. */
  readonly after: string | null;
  readonly at: RelatedPlace;
}
