import type { Use } from '../model/needs.js';
import type { RelatedPlace } from '../model/place.js';

/** The evidence of a use beside its own place: where the path stands, and the helpers on the way. */
export function relatedOf(use: Use): readonly RelatedPlace[] {
  const path = use.pathPlace === null ? [] : [{ place: use.pathPlace, note: 'the path stands here' }];
  return [...path, ...use.via];
}
