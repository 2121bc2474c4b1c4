import type { Expression, FileFacts, FunctionFact, GuardedStretch, Span } from '../../model/facts.js';
import type { Program } from '../../model/program.js';
import { writesFill } from '../models/mentions-fill.js';

/**
 * What the second argument of `JSON.stringify` leaves, where it is a function: properties of these names alone, all but
 * those, or nobody knows which.
 */
export type Replaced =
  | { readonly kind: 'only'; readonly names: readonly string[] }
  | { readonly kind: 'without'; readonly names: readonly string[] }
  | { readonly kind: 'unknown' };

const everything: Replaced = { kind: 'without', names: [] };
const unknown: Replaced = { kind: 'unknown' };

/** `(key, value) => (key === 'email' ? undefined : value)`: by the names that it asks for before it gives a value. */
export function leftByReplacer(program: Program, file: string, index: number): Replaced {
  const facts = program.facts(file);
  const fact = facts?.functions[index];
  if (facts == null || fact === undefined) return unknown;
  const asking = facts.guards.filter((guard) => isIn(guard.span, fact.span) && asksFor(facts, guard, index));
  if (asking.length === 0)
    return usesKey(facts, fact, index) || writesFill(program, file, fact) ? unknown : everything;
  const names = asking.flatMap(({ equals }) => equals ?? []).map((one) => textOf(program, file, index, one));
  const known = names.filter((name) => name !== null);
  if (known.length < names.length) return unknown;
  return { kind: givesOnly(facts, fact, index, asking) ? 'only' : 'without', names: [...new Set(known)] };
}

function textOf(program: Program, file: string, inside: number, value: Expression): string | null {
  const texts = program.textsOf(file, inside, value);
  return texts?.length === 1 ? (texts[0] ?? null) : null;
}

/** The value itself is given nowhere but where a name was asked for. */
function givesOnly(
  facts: FileFacts,
  { returns }: FunctionFact,
  index: number,
  asking: readonly GuardedStretch[],
): boolean {
  const given = returns.flatMap(optionsOf).flatMap((one) => placeOfParameter(facts, one, index, 1) ?? []);
  const positive = asking.filter(({ isNegated }) => !isNegated);
  return given.length > 0 && given.every((at) => positive.some(({ span }) => isIn([at, at], span)));
}

function optionsOf(expression: Expression): readonly Expression[] {
  return expression.kind === 'choice' ? expression.options.flatMap(optionsOf) : [expression];
}

function asksFor(facts: FileFacts, { value, equals }: GuardedStretch, index: number): boolean {
  return equals !== null && placeOfParameter(facts, value, index, 0) !== null;
}

/** Any other use of the key may decide what is left. */
function usesKey({ calls, accesses, ...facts }: FileFacts, { span }: FunctionFact, index: number): boolean {
  const isKey = (one: Expression): boolean =>
    placeOfParameter({ calls, accesses, ...facts }, one, index, 0) !== null;
  return (
    calls.some(
      (call) =>
        isIn(call.span, span) &&
        (call.args.some(({ value }) => isKey(value)) ||
          (call.callee.kind === 'member' && isKey(call.callee.object))),
    ) || accesses.some(({ value, span: at }) => isIn(at, span) && value.kind === 'item' && isKey(value.key))
  );
}

/** Where a parameter stands, when an expression is just that; null for all else. */
function placeOfParameter(
  { bindings }: FileFacts,
  expression: Expression,
  index: number,
  position: number,
): number | null {
  if (expression.kind !== 'name') return null;
  const bound = bindings[expression.binding]?.value;
  const isIt = bound?.kind === 'parameter' && bound.function === index && bound.index === position;
  return isIt ? expression.at : null;
}

function isIn([start, end]: Span, [from, to]: Span): boolean {
  return from <= start && end <= to;
}
