import type { CallFact, FileFacts } from '../../model/facts.js';
import type { CallSite, Program } from '../../model/program.js';
import { runsIn } from './runs.js';
import { isInside } from '../../lookups/is-inside.js';

export interface FunctionAt {
  readonly file: string;
  readonly function: number;
}

/** More functions than these are no handler any more. */
const reachLimit = 200;

/** The handler and all functions of the project that it calls, directly or through others. */
export function reachedBy(program: Program, start: FunctionAt): readonly FunctionAt[] {
  const reached = new Map<string, FunctionAt>([[keyOf(start), start]]);
  for (const at of reached.values()) {
    if (reached.size > reachLimit) break;
    for (const [site] of callsIn(program, at))
      for (const callee of program.callees(site).functions) reached.set(keyOf(callee), callee);
  }
  return [...reached.values()];
}

export function keyOf({ file, function: index }: FunctionAt): string {
  return `${file}#${String(index)}`;
}

/** What stands behind a `return`, or under `if (false)`, never does. */
function mayRun(program: Program, facts: FileFacts, call: CallFact): boolean {
  return runsIn({ program, catalog: program.catalog, facts, given: 'no-webhook' }, call) !== false;
}

/** Calls of a function that may run, those of the functions written inside it included. */
export function callsIn(
  program: Program,
  { file, function: index }: FunctionAt,
): readonly [CallSite, CallFact][] {
  const facts = program.facts(file);
  const span = facts?.functions[index]?.span;
  if (facts === null || span === undefined) return [];
  return facts.calls.flatMap((fact, call): [CallSite, CallFact][] =>
    isInside(fact.span, span) && mayRun(program, facts, fact) ? [[{ file, call }, fact]] : [],
  );
}
