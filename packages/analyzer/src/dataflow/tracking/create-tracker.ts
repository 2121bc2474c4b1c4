import type { Program } from '../../model/program.js';
import { taintOfCall, taintOfResult } from './taint-of-call.js';
import { createLedger } from '../domain/ledger.js';
import { nothingTogether, type Tracker } from '../domain/tracker.js';
import { createTaintDomain } from './taint-domain.js';
import { evaluateTaint } from './evaluate-taint.js';

/** Steps that one run may take over all files. A large app takes some hundred thousand. */
export const budgetOfRun = 3_000_000;

/** Puts the paths of the flow room together. */
export function createTracker(program: Program): Tracker {
  const tracker: Tracker = {
    program,
    ledger: createLedger(),
    carried: new Map(),
    exported: new Map(),
    found: {
      reads: new Map(),
      opened: new Map(),
      answering: new Map(),
      sinks: new Map(),
      together: nothingTogether,
    },
    parameters: new Map(),
    handings: new Map(),
    anyCallerActivations: new Map(),
    results: new Map(),
    resultsOfCallbacks: new Map(),
    active: new Set(),
    unfollowed: new Map(),
    fields: new Set(),
    missed: new Set(),
    budget: budgetOfRun,
    nesting: 0,
    isExhausted: false,
    made: 0,
    evaluate: (expression, activation) => evaluateTaint(tracker, domain, expression, activation),
    resultOf: (callee, args) => taintOfResult(tracker, callee, args),
    callResult: (call, activation) => taintOfCall(tracker, call, activation),
  };
  const domain = createTaintDomain(tracker);
  return tracker;
}

/** From here on what changed before is seen. */
export function beginRound(tracker: Tracker): void {
  tracker.ledger.round += 1;
}
