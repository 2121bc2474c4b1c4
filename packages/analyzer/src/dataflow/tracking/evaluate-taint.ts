import type { Expression } from '../../model/facts.js';
import type { Domain } from '../../walk/domain.js';
import { walk } from '../../walk/walk.js';
import type { Activation } from '../domain/taint-value-types.js';
import { closeRecord, isCurrent, none, noteBasis } from '../domain/ledger.js';
import { isUntainted, untainted, weightOf, type Kept, type TaintValue } from '../domain/taint-value.js';
import type { Tracker } from '../domain/tracker.js';

/** Access paths as a domain of the walk: taint values, in activations. */
export type TaintDomain = Domain<TaintValue, Activation>;

/** Expressions nested deeper than this are given up: the stack of this process is somebody else's to exhaust. */
const nestingLimit = 300;

/** What an expression holds of responses. Worked out once per scope; one that needs itself holds nothing more by that. */
export function evaluateTaint(
  tracker: Tracker,
  domain: TaintDomain,
  expression: Expression,
  activation: Activation,
): TaintValue {
  if (holdsNothing.has(expression.kind)) return untainted;
  const { ledger } = tracker;
  const known = activation.known.get(expression);
  if (known !== undefined && isCurrent(ledger, known)) {
    noteBasis(ledger, known.basis);
    return known.value;
  }
  if (tracker.budget <= 0 || tracker.nesting > nestingLimit) {
    tracker.isExhausted = true;
    return untainted;
  }
  tracker.budget -= 1;
  const { round, basis: around } = ledger;
  activation.known.set(expression, nothing);
  tracker.nesting += 1;
  ledger.basis = none;
  try {
    const value = walk(domain, expression, activation);
    tracker.budget -= weightOf(value);
    const { basis } = ledger;
    activation.known.set(
      expression,
      isUntainted(value) && basis === none ? nothing : { value, round, basis },
    );
    return value;
  } finally {
    tracker.nesting -= 1;
    closeRecord(ledger, around);
  }
}

/** Most expressions hold nothing whoever calls: one object stands for all of these. */
const nothing: Kept<TaintValue> = { value: untainted, round: 0, basis: none };

/** What never holds anything. */
export const never = (): TaintValue => untainted;

/** Expressions that never hold anything of a response: most of a text. They are not even kept. */
export const withoutTaint = {
  class: never,
  super: never,
  text: never,
  pattern: never,
  global: never,
  typeof: never,
  absent: never,
  unknown: never,
};

const holdsNothing: ReadonlySet<string> = new Set(Object.keys(withoutTaint));
