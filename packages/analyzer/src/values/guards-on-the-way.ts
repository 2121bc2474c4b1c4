import type { CodePoint, Expression, FileFacts, GuardedStretch } from '../model/facts.js';
import { isTruthy } from './evaluation/evaluate-choice.js';
import { conjoin, noGuard } from './guarded.js';
import { factsOf, type Interpreter } from './interpreter.js';
import { knownText } from './text.js';
import type { Frame, Guard, Value } from './value.js';

/** More ways than this to come to a call are not told apart. */
const wayLimit = 32;

/**
 * The ways in which a place can be reached in a frame: `if (method === 'GET')` around it holds for some possibilities of
 * the argument only. Empty where it cannot be reached. Only what parameters stand for is asked: they do not change
 * behind the back of the facts.
 */
export function waysTo(interpreter: Interpreter, point: CodePoint, frame: Frame): readonly Guard[] {
  let ways: readonly Guard[] = [noGuard];
  for (const stretch of stretchesAround(factsOf(interpreter, frame), point)) {
    const next = narrowed(interpreter, ways, stretch, frame);
    if (next.length <= wayLimit) ways = next;
  }
  return ways;
}

function narrowed(
  interpreter: Interpreter,
  ways: readonly Guard[],
  stretch: GuardedStretch,
  frame: Frame,
): readonly Guard[] {
  const values = interpreter.evaluate(stretch.value, frame);
  const allowed = values.filter(({ value }) => holds(interpreter, stretch, value, frame) !== false);
  if (allowed.length === values.length) return ways;
  return ways.flatMap((way) =>
    allowed.flatMap(({ guard }) => {
      const both = conjoin(way, guard);
      return both === null ? [] : [both];
    }),
  );
}

/** Whether a stretch is entered with a value; null when that depends on run time. */
function holds(
  interpreter: Interpreter,
  { equals, isNegated }: GuardedStretch,
  value: Value,
  frame: Frame,
): boolean | null {
  const answer = equals === null ? isThere(value) : isAmong(interpreter, value, equals, frame);
  return answer === null ? null : answer !== isNegated;
}

function isThere(value: Value): boolean | null {
  if (value.kind === 'absent' || knownText(value) === '') return false;
  if (value.kind === 'unknown' && value.literal !== undefined) return value.literal === 'true';
  return isTruthy(value) && value.kind !== 'external' ? true : null;
}

function isAmong(
  interpreter: Interpreter,
  value: Value,
  texts: readonly Expression[],
  frame: Frame,
): boolean | null {
  if (value.kind === 'absent') return false;
  const text = knownText(value);
  const known = texts.map((one) => interpreter.evaluate(one, frame).map((each) => knownText(each.value)));
  if (text === null || known.some((each) => each.length !== 1 || each[0] === null)) return null;
  return known.some(([one]) => one === text);
}

const stretches = new WeakMap<FileFacts, Map<CodePoint, readonly GuardedStretch[]>>();

function stretchesAround(facts: FileFacts, point: CodePoint): readonly GuardedStretch[] {
  if (facts.guards.length === 0) return [];
  const byPoint = stretches.get(facts) ?? new Map<CodePoint, readonly GuardedStretch[]>();
  stretches.set(facts, byPoint);
  const known = byPoint.get(point);
  if (known !== undefined) return known;
  const found = facts.guards.filter(
    ({ span, value }) =>
      span[0] <= point.span[0] &&
      point.span[1] <= span[1] &&
      isOfParameter(facts, value, 0) &&
      runsInPlace(facts, point, span[0]),
  );
  byPoint.set(point, found);
  return found;
}

/** A declared function inside a stretch may be called from before it. */
function runsInPlace(facts: FileFacts, point: CodePoint, from: number): boolean {
  for (let at = point.function; at !== null;) {
    const fact = facts.functions[at];
    if (fact === undefined || fact.span[0] < from) return true;
    if (!fact.isArrow) return false;
    at = fact.parent;
  }
  return true;
}

const pathLimit = 6;

/** A parameter that is never written, a part of one, or one of these in another case. */
function isOfParameter(facts: FileFacts, value: Expression, depth: number): boolean {
  if (depth > pathLimit) return false;
  switch (value.kind) {
    case 'parameter':
      return true;
    case 'name': {
      const binding = facts.bindings[value.binding];
      if (binding === undefined || binding.value === null || binding.writes.length > 0) return false;
      return isOfParameter(facts, binding.value, depth + 1);
    }
    case 'member':
      return isOfParameter(facts, value.object, depth + 1);
    case 'fallback':
      return isOfParameter(facts, value.value, depth + 1);
    case 'call': {
      const callee = facts.calls[value.call]?.callee;
      return (
        callee?.kind === 'member' &&
        /^(?:to(?:Locale)?(?:Upper|Lower)Case|trim)$/.test(callee.name) &&
        isOfParameter(facts, callee.object, depth + 1)
      );
    }
    default:
      return false;
  }
}
