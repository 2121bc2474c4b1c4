import { keyOfPlace } from '../lookups/places.js';
import { placeOf } from '../lookups/place-of.js';
import type { CallFact } from '../model/facts.js';
import type { Place } from '../model/place.js';
import type { CallSite, Program } from '../model/program.js';

/** The call whose callee stands at a place. */
export function callAt(program: Program, place: Place): readonly [CallSite, CallFact] | null {
  const facts = program.facts(place.file);
  const index =
    facts?.calls.findIndex(
      ({ calleeSpan }) => keyOfPlace(placeOf(place.file, facts.lineStarts, calleeSpan)) === keyOfPlace(place),
    ) ?? -1;
  const call = facts?.calls[index];
  return call === undefined ? null : [{ file: place.file, call: index }, call];
}
