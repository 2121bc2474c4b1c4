import { keyOfPlace } from '../lookups/places.js';
import { placeOfFunction } from '../dataflow/deletion/deletion-effects.js';
import { callsIn, keyOf, type FunctionAt } from '../dataflow/deletion/reached-functions.js';
import { runsIn, standingOf } from '../dataflow/deletion/runs.js';
import type { CallFact, FileFacts } from '../model/facts.js';
import type { Place } from '../model/place.js';
import type { CallSite, Program } from '../model/program.js';

/** More functions than these are no handler any more. */
const reachLimit = 200;

/** Functions that always run when one runs: itself, and what it calls under no condition, once and for all. */
export function surelyReached(program: Program, start: FunctionAt): ReadonlyMap<string, FunctionAt> {
  const reached = new Map<string, FunctionAt>([[keyOf(start), start]]);
  for (const at of reached.values()) {
    if (reached.size > reachLimit) break;
    for (const [site, call] of callsIn(program, at)) {
      const [callee, ...others] = program.callees(site).functions;
      if (callee !== undefined && others.length === 0 && isSureIn(program, at, site, call))
        reached.set(keyOf(callee), callee);
    }
  }
  return reached;
}

/** Whether a call runs whenever one of some functions does. */
export function isSure(
  program: Program,
  reached: ReadonlyMap<string, unknown>,
  site: CallSite,
  call: CallFact,
): boolean {
  const facts = program.facts(site.file);
  if (facts === null || !runs(program, facts, call)) return false;
  const { owner } = standingOf(facts, call);
  return owner !== null && reached.has(keyOf({ file: site.file, function: owner }));
}

function isSureIn(program: Program, at: FunctionAt, { file }: CallSite, call: CallFact): boolean {
  const facts = program.facts(file);
  return facts !== null && runs(program, facts, call) && standingOf(facts, call).owner === at.function;
}

function runs(program: Program, facts: FileFacts, call: CallFact): boolean {
  return runsIn({ program, catalog: program.catalog, facts, given: 'no-webhook' }, call) === true;
}

/** The function that stands at a place. */
export function functionAt(program: Program, place: Place): FunctionAt | null {
  const functions = program.facts(place.file)?.functions ?? [];
  const index = functions.findIndex(
    (_, at) => keyOfPlace(placeOfFunction(program, { file: place.file, function: at })) === keyOfPlace(place),
  );
  return index < 0 ? null : { file: place.file, function: index };
}
