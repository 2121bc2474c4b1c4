import type { LinkedCode } from '../model/linked-code.js';
import { calledHolding, returnedHolding } from './called.js';
import type { Flow } from './flow.js';
import { holdingOf } from './holding-of.js';

/** Steps that one run may take over all files. A large app takes some hundred thousand. */
const budgetOfRun = 3_000_000;

/** Puts the parts of the flow room together. */
export function createFlow(code: LinkedCode): Flow {
  const flow: Flow = {
    code,
    parameters: new Map(),
    openScopes: new Map(),
    results: new Map(),
    resultsOfCallbacks: new Map(),
    active: new Set(),
    getters: new Set(),
    unfollowed: new Set(),
    fields: new Set(),
    budget: budgetOfRun,
    nesting: 0,
    isExhausted: false,
    made: 0,
    holdingOf: (expression, scope) => holdingOf(flow, expression, scope),
    returned: (callee, args) => returnedHolding(flow, callee, args),
    called: (call, scope) => calledHolding(flow, call, scope),
  };
  return flow;
}

/**
 * Forgets what was worked out of these files, because more is known of what callers hand over; and what functions made
 * of other functions, wherever these stand.
 */
export function beginRound(flow: Flow, due: readonly string[]): void {
  for (const file of due) forget(flow, file);
  flow.resultsOfCallbacks.clear();
  flow.active.clear();
}

/** Forgets what was worked out of a file. */
export function forget(flow: Flow, file: string): void {
  flow.openScopes.delete(file);
  flow.results.delete(file);
}
