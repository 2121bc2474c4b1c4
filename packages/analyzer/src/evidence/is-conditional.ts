import type { CallFact, FileFacts, Span } from '../model/facts.js';

/**
 * Whether a call runs only under a condition that asks for something else than the type of the webhook. What is deleted
 * so may stay for some sellers.
 */
export function isConditional(facts: FileFacts, call: CallFact): boolean {
  return facts.conditional.some(
    ({ test, span }) =>
      isWithin(call.calleeSpan, span) && !facts.typeComparisons.some((asked) => isWithin(asked.span, test)),
  );
}

function isWithin([start, end]: Span, [from, to]: Span): boolean {
  return from <= start && end <= to;
}
