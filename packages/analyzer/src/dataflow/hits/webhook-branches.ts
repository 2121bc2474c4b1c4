import { functionKey } from '../domain/tracker.js';
import { offsetOf, placeOf } from '../../lookups/place-of.js';
import { keyOfPlace } from '../../lookups/places.js';
import type { Place } from '../../model/place.js';
import type { Program } from '../../model/program.js';
import { functionAround } from '../tracking/enclosing-function.js';
import { findCallers, type Callers } from './receiver-origins.js';

/** A stretch of a file in which the body at a place is of one type; null where no branch of its own is seen. */
export interface TypedStretch {
  readonly body: string;
  readonly holds: Place | null;
  readonly type: number;
}

/** Calls of calls of what a branch calls; what lies deeper is taken to get all that may arrive. */
const callDepth = 4;

/** The types that lead to a place, by the branch around it or around all calls of its function; null where none does. */
export function typesAt(
  program: Program,
  callersIn: CallersIn,
  stretches: readonly TypedStretch[],
  place: Place,
): readonly number[] | null {
  if (stretches.length === 0) return null;
  return leadingTo({ program, callersIn, stretches }, place, callDepth);
}

/** The calls in a file by what they call. Of a file by itself: what another file hands over comes by a place of its own. */
export type CallersIn = (file: string) => Callers;

/** Each file is looked through once. */
export function createCallersIn(program: Program): CallersIn {
  const byFile = new Map<string, Callers>();
  return (file) => {
    const callers = byFile.get(file) ?? findCallers(program, [file]);
    byFile.set(file, callers);
    return callers;
  };
}

interface Search {
  readonly program: Program;
  readonly callersIn: CallersIn;
  readonly stretches: readonly TypedStretch[];
}

function leadingTo(search: Search, place: Place, depth: number): readonly number[] | null {
  const types = innermost(search.stretches, place);
  if (types.length > 0) return types;
  const calls = depth === 0 ? [] : callsAround(search, place);
  const found = calls.map((call) => leadingTo(search, call, depth - 1));
  if (found.length === 0 || found.includes(null)) return null;
  return found.flatMap((some) => some ?? []);
}

/** The calls, in the same file, of the function that a place stands in. */
function callsAround({ program, callersIn }: Search, { file, start }: Place): readonly Place[] {
  const facts = program.facts(file);
  if (facts === null) return [];
  const around = functionAround(program, file, offsetOf(facts.lineStarts, start));
  const sites = around === null ? [] : (callersIn(file).get(functionKey(file, around)) ?? []);
  return sites.flatMap((site) => {
    const span = facts.calls[site.call]?.span;
    return span === undefined ? [] : [placeOf(file, facts.lineStarts, span)];
  });
}

/** The types of the innermost branch around a place. */
function innermost(stretches: readonly TypedStretch[], place: Place): readonly number[] {
  let found: Place | null = null;
  for (const { holds } of stretches)
    if (holds !== null && isIn(place, holds) && (found === null || isIn(holds, found))) found = holds;
  return stretches.flatMap(({ holds, type }) =>
    holds !== null && found !== null && keyOfPlace(holds) === keyOfPlace(found) ? [type] : [],
  );
}

function isIn(inner: Place, outer: Place): boolean {
  return inner.file === outer.file && isBefore(outer.start, inner.start) && isBefore(inner.end, outer.end);
}

function isBefore(a: Place['start'], b: Place['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.column <= b.column);
}
