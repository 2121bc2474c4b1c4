import type { CallFact, ConditionalStretch, Expression, FileFacts, Span } from '../model/facts.js';
import { namesWhole } from './deletion-condition.js';

/**
 * Whether a call runs only under a condition that asks for something else than the type of the webhook, who it is about,
 * or whether it is genuine. What is deleted so may stay for some sellers.
 */
export function isConditional(facts: FileFacts, call: CallFact): boolean {
  return facts.conditional.some(
    (stretch) => isWithin(call.calleeSpan, stretch.span) && !isOfEveryWebhook(facts, stretch),
  );
}

function isOfEveryWebhook(facts: FileFacts, stretch: ConditionalStretch): boolean {
  return asksType(facts, stretch) || asksWhether(facts, stretch) || isVerification(facts, stretch);
}

/** A `switch` on the type, and a test that is nothing but comparisons with types. */
function asksType({ typeComparisons }: FileFacts, { test, span }: ConditionalStretch): boolean {
  const asked = typeComparisons.filter((one) => isWithin(one.comparison, test));
  if (asked.length === 0) return false;
  if (isWithin(span, test)) return true;
  const left = lengthOf(test) - asked.reduce((sum, one) => sum + lengthOf(one.comparison), 0);
  return left <= 4 * asked.length;
}

/** What a webhook brings at all. */
const input = /^(?:type|payload|body|event|message|raw\w*)$/i;

/** `if (!shopId) return;`: without it there is nobody to delete for. */
function asksWhether(facts: FileFacts, { kind, test, span }: ConditionalStretch): boolean {
  if (kind !== 'rest') return false;
  return facts.guards.some(({ span: [start], value, equals, isNegated }) => {
    if (start !== span[0] || equals !== null || isNegated) return false;
    const name = nameOf(facts, value);
    return (
      name !== null && (input.test(name.word) || namesWhole(name.word)) && lengthOf(test) - name.length <= 1
    );
  });
}

function nameOf(
  facts: FileFacts,
  value: Expression,
): { readonly word: string; readonly length: number } | null {
  if (value.kind === 'member') return { word: value.name, length: lengthOf(value.span) };
  const word =
    value.kind === 'parameter'
      ? facts.functions[value.function]?.params[value.index]?.name
      : value.kind === 'name'
        ? facts.bindings[value.binding]?.name
        : undefined;
  return word === undefined ? null : { word, length: word.length };
}

/** `if (!isValidSignature(request)) return 401;` */
function isVerification({ calls }: FileFacts, { test }: ConditionalStretch): boolean {
  return calls.some(
    ({ span, calleeText }) =>
      isWithin(span, test) &&
      lengthOf(test) - lengthOf(span) <= 7 &&
      /verif|valid|signature|hmac/i.test(calleeText),
  );
}

function lengthOf([start, end]: Span): number {
  return end - start;
}

function isWithin([start, end]: Span, [from, to]: Span): boolean {
  return from <= start && end <= to;
}
