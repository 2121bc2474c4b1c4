import { certain } from '../guarded.js';
import { callFrame, nestedFrame } from '../frames.js';
import type { Interpreter } from '../interpreter.js';
import { unknownValue } from '../unknown.js';
import type { Argument, FunctionValue, Guarded } from '../value.js';

const unseen = certain(unknownValue('value', '`Promise()` is not known before run time'));

/** `new Promise((resolve) => resolve(value))`: a promise is followed as what it is resolved with. */
export function promised(
  interpreter: Interpreter,
  args: readonly Argument[],
  depth: number,
): readonly Guarded[] {
  const executor = args[0]?.()[0]?.value;
  const found = executor?.kind === 'function' ? resolvedWith(interpreter, executor, depth) : [];
  return found.length === 0 ? unseen : found;
}

function resolvedWith(interpreter: Interpreter, executor: FunctionValue, depth: number): readonly Guarded[] {
  const facts = interpreter.modules.facts(executor.file);
  const resolve = facts?.bindings.findIndex(
    ({ value }) => value?.kind === 'parameter' && value.function === executor.function && value.index === 0,
  );
  if (facts === null || resolve === undefined || resolve < 0) return [];
  const frame = callFrame(executor, [], depth + 1);
  return facts.calls.flatMap(({ callee, args: [given], function: around }) => {
    if (callee.kind !== 'name' || callee.binding !== resolve || given === undefined) return [];
    return interpreter.evaluate(given.value, nestedFrame(interpreter, frame, around));
  });
}
