import type { RuleId } from '../../model/finding.js';
import type { RuleContext } from '../../model/judgement.js';
import type { Place } from '../../model/place.js';
import { groupBy, type Several } from '../../util/group-by.js';
import { isExcepted } from '../apply-exceptions.js';
import type { ReportPoint } from '../define-rule.js';
import { placePoint } from './points-of.js';

/**
 * Of what would be one finding, the points that exceptions speak of and those that they do not: what is new is told at its
 * own place, and without what was decided before.
 */
export function decidedApart<T>(
  rule: RuleId,
  several: readonly T[],
  pointOf: (item: T) => ReportPoint & { readonly place: Place },
  context: RuleContext,
): readonly Several<T>[] {
  return [...groupBy(several, (item) => String(isDecided(rule, pointOf(item), context))).values()];
}

export function isDecided(
  rule: RuleId,
  point: ReportPoint & { readonly place: Place },
  context: RuleContext,
): boolean {
  return isExcepted(rule, placePoint(point, point.place, context), context);
}
