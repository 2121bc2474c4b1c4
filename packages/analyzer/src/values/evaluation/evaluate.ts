import type { Expression } from '../../model/facts.js';
import type { Domain } from '../../walk/domain.js';
import { walk } from '../../walk/walk.js';
import { certain, limited } from '../guarded.js';
import { depthLimit } from '../frames.js';
import { givenUp } from '../too-deep.js';
import type { Interpreter } from '../interpreter.js';
import { unknownValue } from '../unknown.js';
import { weightOf } from '../weight.js';
import type { Guarded, Frame } from '../value.js';

/** Expressions nested deeper than this are given up: the stack of this process is somebody else's to exhaust. */
const nestingLimit = 250;

/** Values as a domain of the walk: possibilities, in frames. */
export type ValueDomain = Domain<readonly Guarded[], Frame>;

/**
 * What an expression stands for in a frame. Worked out at most once per frame; an expression that needs itself, or
 * needs too much, is a unknown with that reason.
 */
export function evaluate(
  interpreter: Interpreter,
  domain: ValueDomain,
  expression: Expression,
  frame: Frame,
): readonly Guarded[] {
  const { meter } = interpreter;
  const known = meter.known(frame, expression);
  if (known !== undefined) return known;
  if (frame.depth > depthLimit || interpreter.nesting > nestingLimit) meter.giveUp();
  else if (meter.spend(1))
    return meter.remember(frame, expression, () => workedOut(interpreter, domain, expression, frame));
  return certain(givenUp('value'));
}

function workedOut(
  interpreter: Interpreter,
  domain: ValueDomain,
  expression: Expression,
  frame: Frame,
): readonly Guarded[] {
  frame.memo.set(expression, dependsOnItself);
  const found = nested(interpreter, domain, expression, frame);
  // Possibilities that all contradict each other, or a list without items: nothing is known, which is a value too.
  if (found.length === 0) return nothingKnown;
  interpreter.meter.spend(weightOf(found));
  return limited(found);
}

// One for all expressions: few of them ever come to either.
const dependsOnItself = certain(unknownValue('value', 'it depends on itself'));
const nothingKnown = certain(unknownValue('value', 'nothing is known of it'));

function nested(
  interpreter: Interpreter,
  domain: ValueDomain,
  expression: Expression,
  frame: Frame,
): readonly Guarded[] {
  interpreter.nesting += 1;
  try {
    return walk(domain, expression, frame);
  } finally {
    interpreter.nesting -= 1;
  }
}
