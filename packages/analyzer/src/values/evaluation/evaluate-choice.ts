import type { Condition, Expression } from '../../model/facts.js';
import { split, limited, underGuard, withoutEchoes } from '../guarded.js';
import { canonical } from '../canonical.js';
import { isGlobalSlot } from '../global-slot.js';
import type { Interpreter } from '../interpreter.js';
import { knownText } from '../text.js';
import type { Guarded, Frame, Value } from '../value.js';

/** A conditional: decided when its condition is, else a choice that other conditionals on the same condition share. */
export function evaluateChoice(
  interpreter: Interpreter,
  expression: Extract<Expression, { kind: 'choice' }>,
  frame: Frame,
): readonly Guarded[] {
  const [whenTrue, whenFalse] = expression.options;
  const { test } = expression;
  if (test === null || whenTrue === undefined || whenFalse === undefined) {
    return split(
      `choice ${frame.id}:${String(expression.span[0])}`,
      expression.options.map((option) => interpreter.evaluate(option, frame)),
    );
  }
  return chooseByTest(
    interpreter,
    test,
    frame,
    interpreter.evaluate(whenTrue, frame),
    interpreter.evaluate(whenFalse, frame),
  );
}

/** More combinations of a condition's values with what hangs on it are not worked out one by one. */
const decisionLimit = 64;

/** One of two values, by a condition: decided when the condition is, else a choice shared by all on that condition. */
export function chooseByTest(
  interpreter: Interpreter,
  test: Condition,
  frame: Frame,
  whenTrue: readonly Guarded[],
  whenFalse: readonly Guarded[],
): readonly Guarded[] {
  const holds = literalOf(test) ?? holdsInAll(interpreter, test, frame);
  if (holds !== null) return holds ? whenTrue : whenFalse;
  const values = interpreter.evaluate(test.value, frame);
  // Rows of a table decide for themselves; with many rows and many values on top of each other nobody is helped.
  if (values.length * (whenTrue.length + whenFalse.length) > decisionLimit) {
    return split(testId(test, frame), [whenTrue, whenFalse]);
  }
  const decisions = values.map(({ value, guard: guard }) => ({
    guard,
    holds: decide(interpreter, value, test, frame),
  }));
  const decided = decisions.flatMap((one) =>
    one.holds === null ? [] : underGuard(one.guard, one.holds ? whenTrue : whenFalse),
  );
  if (!decisions.some((one) => one.holds === null)) return decided;
  return [...decided, ...split(testId(test, frame), [whenTrue, whenFalse])];
}

/** `if (true)`: what stands there as it is. */
function literalOf({ value, equals }: Condition): boolean | null {
  const literal = value.kind === 'unknown' && equals === null ? value.literal : undefined;
  return literal === undefined ? null : literal === 'true';
}

/** The choice that all conditionals on one condition share, in one frame. */
export function testId(test: Condition, frame: Frame): string {
  return `if ${frame.id}:${canonical(test.value)}:${test.equals === null ? '' : canonical(test.equals)}`;
}

/** Whether a condition holds in every possibility, or in none; null when that differs or is not known. */
export function holdsInAll(interpreter: Interpreter, test: Condition, frame: Frame): boolean | null {
  const answers = new Set(
    interpreter.evaluate(test.value, frame).map(({ value }) => decide(interpreter, value, test, frame)),
  );
  const [only] = answers;
  return answers.size === 1 && only !== undefined ? only : null;
}

/** Whether a condition surely holds; null when it depends on run time. */
function decide(interpreter: Interpreter, value: Value, test: Condition, frame: Frame): boolean | null {
  if (test.equals === null) {
    if (value.kind === 'absent') return false;
    // A number is followed as its text.
    if (knownText(value) === '0') return null;
    return isTruthy(value) && value.kind !== 'external' ? true : knownText(value) === '' ? false : null;
  }
  const other = interpreter.evaluate(test.equals, frame);
  const [left, right] = [knownText(value), other.length === 1 ? knownText(other[0]?.value ?? value) : null];
  return left === null || right === null ? null : left === right;
}

export function evaluateFallback(
  interpreter: Interpreter,
  expression: Extract<Expression, { kind: 'fallback' }>,
  frame: Frame,
): readonly Guarded[] {
  const first = interpreter.evaluate(expression.value, frame);
  const otherwise = (): readonly Guarded[] => interpreter.evaluate(expression.otherwise, frame);
  const found = first.flatMap(({ value, guard: guard }) => {
    if (isTruthy(value)) return [{ value, guard: guard }];
    const second = underGuard(guard, otherwise());
    if (value.kind === 'absent' || knownText(value) === '') return second;
    return [{ value, guard: guard }, ...second];
  });
  // `id || ''` keeps a type happy; an empty text beside a value that is expected would only blur paths.
  const given = found.filter(({ value }) => knownText(value) !== '' && value.kind !== 'absent');
  return limited(withoutEchoes(given.length > 0 ? given : found));
}

/** Values that `||` and `??` surely keep. Holes and the environment may turn out empty. */
export function isTruthy(value: Value): boolean {
  if (value.kind === 'unknown' || value.kind === 'absent' || isGlobalSlot(value)) return false;
  // The environment may be empty; a function or a constant of a package is there.
  if (value.kind === 'external') return value.package !== 'global' || !/\benv\b/.test(value.path.join('.'));
  const text = knownText(value);
  return text !== '' && text !== '0';
}
