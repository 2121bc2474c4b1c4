import type { CallFact } from '../../model/facts.js';
import type { Tracker } from '../domain/tracker.js';
import { mapPaths, type TaintValue } from '../domain/taint-value.js';
import type { ImportReach } from './import-reach.js';
import { derive } from '../domain/access-path.js';
import { placeOfSpan } from './place-of-span.js';

export interface Handing {
  readonly from: string;
  readonly to: string;
  readonly call: CallFact;
  readonly reach: ImportReach;
}

/**
 * What arrives when a call hands something to a function. Across files the call is remembered: whoever hands a response
 * to a helper answers for what the helper does with it. Not so when the helper calls back what its user gave it: the
 * user sees the helper, and has the response by that.
 */
export function crossFile(
  tracker: Tracker,
  given: TaintValue,
  { from, to, call, reach }: Handing,
): TaintValue {
  if (from === to || reach.imports(to, from)) return given;
  const place = placeOfSpan(tracker, from, call.span);
  return mapPaths(given, (one) => (one.enteredBy === null ? derive(one, { enteredBy: place }) : one));
}
