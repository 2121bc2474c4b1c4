import { keyOfPlace } from '../lookups/places.js';
import { placeOf } from '../lookups/place-of.js';
import type { Outflow } from '../model/data-flow.js';
import type { CallFact, FileFacts } from '../model/facts.js';
import type { CallSite, Program } from '../model/program.js';
import { oncePer } from '../util/once-per.js';

/** An outflow with the call that takes it. */
export interface Taken {
  readonly outflow: Outflow;
  readonly site: CallSite;
  readonly call: CallFact;
}

/** Finds the call behind an outflow; null where no call takes it, such as what is returned or thrown. */
export function createTakings(program: Program): (outflow: Outflow) => Taken | null {
  return (outflow) => {
    const { file } = outflow.takenAt;
    const facts = program.facts(file);
    const index = facts === null ? undefined : callsByPlace(facts).get(keyOfPlace(outflow.takenAt));
    const call = index === undefined ? undefined : facts?.calls[index];
    if (index === undefined || call?.calleeText !== outflow.sink) return null;
    return { outflow, site: { file, call: index }, call };
  };
}

const callsByPlace = oncePer(
  ({ file, calls, lineStarts }: FileFacts): ReadonlyMap<string, number> =>
    new Map(calls.map(({ span }, index) => [keyOfPlace(placeOf(file, lineStarts, span)), index])),
);
