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
    active: new Set(),
    unfollowed: new Set(),
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

/** Forgets what was worked out, because more is known of what callers hand over. */
export function beginRound(flow: Flow): void {
  flow.openScopes.clear();
  flow.results.clear();
  flow.active.clear();
  flow.unfollowed.clear();
}
