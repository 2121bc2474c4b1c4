import type { CallFact, FileFacts } from '../../model/facts.js';
import { isAvoided, isWithin, runsIn, standingOf } from './runs.js';
import type { Asked } from './test-holds.js';

/** Calls that end a transaction as if nothing had been done. */
const undoing = /(?:rollback\w*|abortTransaction|Promise\.reject)$/i;

/** Whether something behind a call, other than a failure, may undo what it did in a transaction. */
export function isTakenBack(asked: Omit<Asked, 'of'>, call: CallFact): boolean {
  const { facts } = asked;
  const { owner, points } = standingOf(facts, call);
  const inside = points.map((point) => point.function).filter((one) => one !== owner);
  const isLater = (start: number): boolean => start > call.calleeSpan[0];
  const thrown = facts.exits.filter(
    (exit) => exit.kind === 'throw' && inside.includes(exit.function) && isLater(exit.at[0]),
  );
  if (thrown.some((exit) => isAvoided(asked, exit) !== true)) return true;
  return facts.calls.some(
    (one) =>
      points.some((point) => point.function === one.function) &&
      isLater(one.calleeSpan[0]) &&
      isUndoing(one) &&
      !isAfterFailure(facts, one) &&
      runsIn(asked, one) !== false,
  );
}

function isUndoing({ calleeText, args: [first] }: CallFact): boolean {
  return undoing.test(calleeText) || (first?.value.kind === 'text' && /^\s*rollback/i.test(first.value.text));
}

function isAfterFailure({ conditional }: FileFacts, { calleeSpan }: CallFact): boolean {
  return conditional.some(({ span, when }) => when.kind === 'failure' && isWithin(calleeSpan, span));
}
