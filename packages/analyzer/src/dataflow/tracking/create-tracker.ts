import type { Program } from '../../model/program.js';
import { taintOfCall, taintOfResult } from './taint-of-call.js';
import type { Tracker } from '../domain/tracker.js';
import { evaluateTaint } from './evaluate-taint.js';

/** Steps that one run may take over all files. A large app takes some hundred thousand. */
const budgetOfRun = 3_000_000;

/** Puts the paths of the flow room together. */
export function createTracker(program: Program): Tracker {
  const tracker: Tracker = {
    program: program,
    parameters: new Map(),
    handings: new Map(),
    anyCallerActivations: new Map(),
    results: new Map(),
    resultsOfCallbacks: new Map(),
    active: new Set(),
    getters: new Set(),
    unfollowed: new Set(),
    secretFiles: new Set(),
    fields: new Set(),
    budget: budgetOfRun,
    nesting: 0,
    isExhausted: false,
    made: 0,
    evaluate: (expression, activation) => evaluateTaint(tracker, expression, activation),
    resultOf: (callee, args) => taintOfResult(tracker, callee, args),
    callResult: (call, activation) => taintOfCall(tracker, call, activation),
  };
  return tracker;
}

/**
 * Forgets what was worked out of these files, because more is known of what callers hand over; and what functions made
 * of other functions, wherever these stand.
 */
export function invalidate(tracker: Tracker, due: readonly string[]): void {
  for (const file of due) forget(tracker, file);
  tracker.resultsOfCallbacks.clear();
  tracker.active.clear();
}

/** Forgets what was worked out of a file. */
export function forget(tracker: Tracker, file: string): void {
  tracker.anyCallerActivations.delete(file);
  tracker.results.delete(file);
}
