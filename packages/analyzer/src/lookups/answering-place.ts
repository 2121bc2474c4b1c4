import type { FieldRead, Outflow } from '../model/data-flow.js';
import type { Place } from '../model/place.js';

/** The place that answers for it: findings stand there, and the purposes of that file decide. */
export function answeringPlace({
  enteredBy: handed,
  place,
}: Pick<FieldRead | Outflow, 'place' | 'enteredBy'>): Place {
  return handed ?? place;
}
