import type { CallFact, Expression } from '../model/facts.js';
import { argumentsOf, functionsOf } from './called.js';
import { openScope, parameterKey, type Flow } from './flow.js';
import { isNothing } from './holding.js';

/**
 * Parameters that some caller hands something of which nothing is known, so that calling them may do anything. All
 * other callbacks are functions that were seen.
 */
export function findOpenParameters(flow: Flow, files: readonly string[]): ReadonlySet<string> {
  const keys = files.flatMap((file) =>
    (flow.code.facts(file)?.calls ?? []).flatMap((call, index) => openedBy(flow, file, call, index)),
  );
  return new Set(keys);
}

function openedBy(flow: Flow, file: string, call: CallFact, index: number): readonly string[] {
  const scope = openScope(flow, file);
  const given = argumentsOf(flow, call, scope);
  const unknown = given.flatMap((held, position) => {
    const value = call.args[position]?.value;
    return isNothing(held) && (value === undefined || mayBeFunction(value)) ? [position] : [];
  });
  if (unknown.length === 0) return [];
  return functionsOf(flow, call, index, scope).flatMap((callee) =>
    unknown.map((position) => parameterKey(callee.file, callee.function, position)),
  );
}

export function mayBeFunction({ kind }: Expression): boolean {
  return !['absent', 'text', 'pattern', 'object', 'array', 'concat', 'typeof'].includes(kind);
}
