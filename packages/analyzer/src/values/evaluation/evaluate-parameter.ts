import { isExportedEntry } from '../../lookups/framework-entry-points.js';
import { methodOf } from '../../builtins/methods.js';
import { own } from '../../util/own.js';
import { transactionOf } from '../../lookups/transaction-of.js';
import type { CallFact, Expression, ParameterFact } from '../../model/facts.js';
import type { Of, Parameter } from '../../walk/domain.js';
import { split, certain } from '../guarded.js';
import { instanceOf } from './annotation.js';
import { listOf } from '../collections.js';
import { callFrame, frameOf } from '../frames.js';
import { factsOf, functionFact, type Interpreter } from '../interpreter.js';
import { unknownValue } from '../unknown.js';
import type { Guarded, Argument, Frame, FunctionValue, Value } from '../value.js';

/** A parameter: the argument when the caller is known; otherwise what can be said without one. */
export function evaluateParameter(
  interpreter: Interpreter,
  { expression, fact }: Parameter,
  frame: Frame,
): readonly Guarded[] {
  const home = frameOf(interpreter, frame, expression.function);
  return home.args === null
    ? openParameter(interpreter, home, expression, fact)
    : fromArguments(interpreter, home, home.args, expression.index, fact);
}

function fromArguments(
  interpreter: Interpreter,
  home: Frame,
  args: readonly Argument[],
  index: number,
  fact: ParameterFact,
): readonly Guarded[] {
  if (fact.rest) {
    const items = args.slice(index);
    return certain({ kind: 'array', id: `rest ${home.id}`, items: () => items.map((item) => item()) });
  }
  const given = args[index]?.() ?? certain({ kind: 'absent' });
  const present = given.filter(({ value }) => value.kind !== 'absent');
  const isUnknown = present.length > 0 && present.every(({ value }) => value.kind === 'unknown');
  if (isUnknown && fact.annotation !== null) {
    const instance = instanceOf(interpreter, fact.annotation, home);
    if (instance !== null) return instance;
  }
  if (present.length === given.length || fact.otherwise === null) return given;
  return [...present, ...interpreter.evaluate(fact.otherwise, home)];
}

function openParameter(
  interpreter: Interpreter,
  home: Frame,
  expression: Of<'parameter'>,
  fact: ParameterFact,
): readonly Guarded[] {
  const handed = handedOver(interpreter, home, expression);
  if (handed !== null) return handed;
  if (fact.annotation !== null) {
    const instance = instanceOf(interpreter, fact.annotation, home);
    if (instance !== null) return instance;
  }
  const open = certain(openHole(interpreter, home, fact));
  if (fact.otherwise === null) return open;
  const otherwise = interpreter.evaluate(fact.otherwise, home);
  // A default that is a function or a client is what runs unless a test injects another one.
  const isTool = otherwise.every(
    ({ value }) => value.kind !== 'text' && value.kind !== 'object' && value.kind !== 'unknown',
  );
  return isTool ? otherwise : [...open, ...otherwise];
}

function openHole(interpreter: Interpreter, home: Frame, fact: ParameterFact): Value {
  const { name } = functionFact(interpreter, home.file, home.function ?? 0);
  const of = name === null ? 'a function' : `\`${name}\``;
  const isExported = name !== null && own(factsOf(interpreter, home).exports, name) !== undefined;
  if (isExported && isExportedEntry(home.file, name))
    return unknownValue(fact.name, `${of} is called by the framework`);
  return unknownValue(fact.name, `\`${fact.name}\` is a parameter of ${of}`, {
    settledBy: 'caller',
    owner: home,
  });
}

/** What the caller hands in when the function stands as an argument of a call that is known to pass it on. */
function handedOver(
  interpreter: Interpreter,
  home: Frame,
  expression: Of<'parameter'>,
): readonly Guarded[] | null {
  const passed = functionFact(interpreter, home.file, expression.function).passedTo;
  if (passed === null || home.parent === null) return null;
  const call = factsOf(interpreter, home).calls[passed.call];
  if (call === undefined) return null;
  return (
    handedByMethod(interpreter, home, home.parent, expression, call, passed.index) ??
    handedByTransaction(interpreter, home, home.parent, expression, call) ??
    handedByHelper(interpreter, home.parent, expression, call, passed.index)
  );
}

function handedByMethod(
  interpreter: Interpreter,
  home: Frame,
  around: Frame,
  expression: Of<'parameter'>,
  call: CallFact,
  position: number,
): readonly Guarded[] | null {
  if (call.callee.kind !== 'member') return null;
  const { name, object } = call.callee;
  const callback = methodOf(name)?.callback;
  if (callback?.at !== position) return null;
  const handed = callback.params[expression.index];
  if (handed === 'self') return interpreter.evaluate(object, around);
  if (handed !== 'item') return null;
  const found = interpreter.evaluate(object, around).flatMap(({ value, guard: guard }) => {
    const items = listOf(interpreter, value);
    if (items === null) return [];
    return split(`each ${home.id}`, items).map((item) => ({
      value: item.value,
      guard: { ...guard, ...item.guard },
    }));
  });
  return found.length === 0 ? null : found;
}

/** `prisma.$transaction(async (tx) => …)`: the same database once more. */
function handedByTransaction(
  interpreter: Interpreter,
  home: Frame,
  around: Frame,
  expression: Of<'parameter'>,
  call: CallFact,
): readonly Guarded[] | null {
  const database = expression.index === 0 ? transactionOf(call, factsOf(interpreter, home).calls) : null;
  if (database === null) return null;
  const found = interpreter.evaluate(database, around).filter(({ value }) => value.kind === 'external');
  return found.length === 0 ? null : found;
}

/** `withClient(async (client) => …)`: the helper calls its callback, and its arguments there are what comes in. */
function handedByHelper(
  interpreter: Interpreter,
  around: Frame,
  expression: Of<'parameter'>,
  call: CallFact,
  position: number,
): readonly Guarded[] | null {
  const found = interpreter.evaluate(call.callee, around).flatMap(({ value }) => {
    if (value.kind !== 'function') return [];
    const args = call.args.map((arg) => () => interpreter.evaluate(arg.value, around));
    const frame = callFrame(value, args, around.depth + 1);
    const inner = interpreter.modules.facts(value.file)?.calls ?? [];
    return inner
      .filter(
        (one) =>
          isInside(interpreter, value, one) && isParameterName(interpreter, value, one.callee, position),
      )
      .flatMap((one) => {
        const given = one.args[expression.index];
        return given === undefined ? [] : interpreter.evaluate(given.value, frame);
      });
  });
  return found.length === 0 ? null : found;
}

function isInside(interpreter: Interpreter, helper: FunctionValue, call: CallFact): boolean {
  for (let at = call.function; at !== null; at = functionFact(interpreter, helper.file, at).parent) {
    if (at === helper.function) return true;
  }
  return false;
}

function isParameterName(
  interpreter: Interpreter,
  helper: FunctionValue,
  callee: Expression,
  position: number,
): boolean {
  if (callee.kind !== 'name') return false;
  const value = interpreter.modules.facts(helper.file)?.bindings[callee.binding]?.value;
  return value?.kind === 'parameter' && value.function === helper.function && value.index === position;
}
