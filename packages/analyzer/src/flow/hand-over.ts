import type { CallFact } from '../model/facts.js';
import type { Flow } from './flow.js';
import { mapParts, type Holding } from './holding.js';
import type { ImportReach } from './import-reach.js';
import { changed } from './part.js';
import { placeIn } from './place-in.js';

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
export function handOver(flow: Flow, given: Holding, { from, to, call, reach }: Handing): Holding {
  if (from === to || reach.imports(to, from)) return given;
  const place = placeIn(flow, from, call.span);
  return mapParts(given, (one) => (one.handed === null ? changed(one, { handed: place }) : one));
}
