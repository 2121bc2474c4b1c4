import type { CallFact, FileFacts } from '../../model/facts.js';
import { isAvoided, runsIn, standingOf } from './runs.js';
import { allHold, type Asked } from './test-holds.js';
import { isInside } from '../../lookups/is-inside.js';

/** Calls that end a transaction as if nothing had been done. */
const undoing = /(?:rollback\w*|abortTransaction|Promise\.reject)$/i;

/**
 * Whether what a call does in a transaction stays: nothing behind it, other than a failure, undoes it. Null where that hangs
 * on a condition.
 */
export function stays(asked: Omit<Asked, 'of'>, call: CallFact): boolean | null {
  const { exits, calls } = asked.facts;
  const { owner, points } = standingOf(asked.facts, call);
  const inside = points.map((point) => point.function);
  const isLater = (start: number): boolean => start > call.calleeSpan[0];
  const thrown = exits.filter(
    ({ kind, function: at, at: [start] }) =>
      kind === 'throw' && at !== owner && inside.includes(at) && isLater(start),
  );
  const undone = calls.filter(
    (one) => inside.includes(one.function) && isLater(one.calleeSpan[0]) && isUndoing(asked.facts, one),
  );
  return allHold([
    ...thrown.map((exit) => isAvoided(asked, exit)),
    ...undone.map((one) => (runsIn(asked, one) === false ? true : null)),
  ]);
}

function isUndoing(facts: FileFacts, { calleeText, calleeSpan, args: [first] }: CallFact): boolean {
  const isStatement = first?.value.kind === 'text' && /^\s*rollback/i.test(first.value.text);
  const isPlanned = !facts.conditional.some(
    ({ span, when }) => when.kind === 'failure' && isInside(calleeSpan, span),
  );
  return isPlanned && (isStatement || undoing.test(calleeText));
}
