import type { CallFact, Expression } from '../../model/facts.js';
import { argumentsOf, functionsOf } from './taint-of-call.js';
import { keptOfFile } from '../domain/ledger.js';
import { anyCallerActivation, parameterKey, type Tracker } from '../domain/tracker.js';
import { isUntainted } from '../domain/taint-value.js';

/**
 * Parameters that some caller hands something of which nothing is known, so that calling them may do anything. All
 * other callbacks are functions that were seen.
 */
export function findUnknownCallbacks(tracker: Tracker, files: readonly string[]): ReadonlySet<string> {
  return new Set(files.flatMap((file) => openedIn(tracker, file)));
}

function openedIn(tracker: Tracker, file: string): readonly string[] {
  return keptOfFile(tracker.ledger, tracker.found.opened, file, () =>
    (tracker.program.facts(file)?.calls ?? []).flatMap((call, index) => openedBy(tracker, file, call, index)),
  );
}

function openedBy(tracker: Tracker, file: string, call: CallFact, index: number): readonly string[] {
  const activation = anyCallerActivation(tracker, file);
  const given = argumentsOf(tracker, call, activation);
  const unknown = given.flatMap((held, position) => {
    const value = call.args[position]?.value;
    return isUntainted(held) && (value === undefined || mayBeFunction(value)) ? [position] : [];
  });
  if (unknown.length === 0) return [];
  return functionsOf(tracker, call, index, activation).flatMap((callee) =>
    unknown.map((position) => parameterKey(callee.file, callee.function, position)),
  );
}

export function mayBeFunction({ kind }: Expression): boolean {
  return !['absent', 'text', 'pattern', 'object', 'array', 'concat', 'typeof'].includes(kind);
}
