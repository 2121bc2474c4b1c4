import type { CallFact, Exit, FileFacts, Span } from '../../model/facts.js';
import { allHold, testHolds, type Asked } from './test-holds.js';
import { isInside } from '../../lookups/is-inside.js';

/** Where a call stands in the functions around it. */
export interface Standing {
  /** The function that it belongs to: a transaction runs what it is handed at once. Null: the top of the file. */
  readonly owner: number | null;
  /** The call itself, and the functions between, each in the function around it. */
  readonly points: readonly { readonly span: Span; readonly function: number | null }[];
}

/** Calls that run what they are handed, once and at once. */
const atOnce = /(?:transaction\w*|\.then|\.finally)$/i;

export function standingOf(facts: FileFacts, call: CallFact): Standing {
  const points = [{ span: call.calleeSpan, function: call.function }];
  let at = call.function;
  while (at !== null) {
    const fact = facts.functions[at];
    const taker = fact?.passedTo == null ? undefined : facts.calls[fact.passedTo.call];
    if (fact === undefined || taker === undefined || !atOnce.test(taker.calleeText)) break;
    at = fact.parent;
    points.push({ span: fact.span, function: at });
  }
  return { owner: at, points };
}

/** Whether a call runs whenever the function that it belongs to does; null where that is not known. */
export function runsIn(asked: Omit<Asked, 'of'>, call: CallFact): boolean | null {
  const { facts } = asked;
  const { points } = standingOf(facts, call);
  const branches = facts.conditional.filter(({ span }) => isInside(call.calleeSpan, span));
  const exits = facts.exits.filter((exit) => points.some((point) => isSkipped(exit, point)));
  return allHold([
    ...branches.map(({ when }) => testHolds({ ...asked, of: 'branch' }, when)),
    ...exits.map((exit) => isAvoided(asked, exit)),
  ]);
}

function isSkipped(
  { skips, function: inside }: Exit,
  point: { readonly span: Span; readonly function: number | null },
): boolean {
  return inside === point.function && isInside(point.span, skips);
}

/** An exit is avoided when a branch that it stands in is not taken. */
export function isAvoided(asked: Omit<Asked, 'of'>, { at }: Exit): boolean | null {
  const around = asked.facts.conditional.filter(({ span }) => isInside(at, span));
  const isTaken = allHold(around.map(({ when }) => testHolds({ ...asked, of: 'exit' }, when)));
  return isTaken === null ? null : !isTaken;
}
