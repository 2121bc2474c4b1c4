import { keyOfPlace } from '../lookups/places.js';
import { placeOf } from '../lookups/place-of.js';
import type { Outflow } from '../model/data-flow.js';
import type { CallFact } from '../model/facts.js';
import type { CallSite, Program } from '../model/program.js';

/** An outflow with the call that takes it. */
export interface Taken {
  readonly outflow: Outflow;
  readonly site: CallSite;
  readonly call: CallFact;
}

/** Finds the call behind an outflow; null where no call takes it, such as what is returned or thrown. */
export function createTakings(program: Program): (outflow: Outflow) => Taken | null {
  const files = new Map<string, ReadonlyMap<string, number>>();
  return (outflow) => {
    const { file } = outflow.takenAt;
    const calls = files.get(file) ?? callsByPlace(program, file);
    files.set(file, calls);
    const index = calls.get(keyOfPlace(outflow.takenAt));
    const call = index === undefined ? undefined : program.facts(file)?.calls[index];
    if (index === undefined || call?.calleeText !== outflow.sink) return null;
    return { outflow, site: { file, call: index }, call };
  };
}

function callsByPlace(program: Program, file: string): ReadonlyMap<string, number> {
  const facts = program.facts(file);
  return new Map(
    (facts?.calls ?? []).map(({ span }, index) => [
      keyOfPlace(placeOf(file, facts?.lineStarts ?? [0], span)),
      index,
    ]),
  );
}
