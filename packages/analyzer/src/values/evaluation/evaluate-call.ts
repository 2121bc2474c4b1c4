import type { CallFact, Expression } from '../../model/facts.js';
import { isPure } from '../../builtins/methods.js';
import { bind, split, certain } from '../guarded.js';
import { instanceOf } from './annotation.js';
import { clientOf, extendedClient, madeClient } from '../clients.js';
import { callFrame } from '../frames.js';
import { knownResult } from '../builtins/known-functions.js';
import { factsOf, functionFact, type Interpreter } from '../interpreter.js';
import { methodResult, type ReceiverOrigin } from '../builtins/methods.js';
import { schemaMethodResult, schemaResult } from '../builtins/schema-defaults.js';
import { unknownValue } from '../unknown.js';
import type { Guarded, Argument, ClassValue, Frame, FunctionValue, Value } from '../value.js';

/** What a call gives back, by what is called: a function of the project, a known one, or something unseen. */
export function callResult(interpreter: Interpreter, call: CallFact, frame: Frame): readonly Guarded[] {
  if (call.isTag) return taggedResult(interpreter, call, frame);
  const args = argumentsOf(interpreter, call, frame);
  if (call.isNew)
    return bind(interpreter.evaluate(call.callee, frame), (callee) =>
      madeBy(interpreter, callee, args, call, frame),
    );
  const { callee } = call;
  if (callee.kind === 'member') {
    return bind(interpreter.evaluate(callee.object, frame), (object, guard) => {
      const result =
        schemaMethodResult(interpreter, object, callee.name, args) ??
        extendedClient(object, callee.name, args) ??
        methodResult(interpreter, object, callee.name, args, `${frame.id}:${String(call.span[0])}`, {
          guard,
          receiver: originOf(interpreter, callee.object, frame),
        });
      if (result !== null) return result;
      return bind(interpreter.member(object, callee.name), (method) =>
        calledResult(interpreter, method, args, call, frame),
      );
    });
  }
  return bind(interpreter.evaluate(callee, frame), (value) =>
    calledResult(interpreter, value, args, call, frame),
  );
}

/** A tag of the project is a function like any other; what one of a package makes is not known. */
function taggedResult(interpreter: Interpreter, call: CallFact, frame: Frame): readonly Guarded[] {
  const args = argumentsOf(interpreter, call, frame);
  return bind(interpreter.evaluate(call.callee, frame), (tag) =>
    tag.kind === 'function'
      ? interpreter.returned(tag, args, frame.depth)
      : certain(unknownValue(nameOf(call), `the tag \`${call.calleeText}\` decides the text`)),
  );
}

/** `path.split('/')` and `list.slice()` make a list for whoever asks; any other may be somebody else's too. */
function originOf(interpreter: Interpreter, receiver: Expression, frame: Frame): ReceiverOrigin {
  if (receiver.kind === 'array') return 'fresh';
  if (receiver.kind !== 'call') return 'named';
  const made = factsOf(interpreter, frame).calls[receiver.call]?.callee;
  return made?.kind === 'member' && isPure(made.name) ? 'fresh' : 'named';
}

/** The arguments of a call, on demand; a spread list is laid out when its items are known. */
export function argumentsOf(interpreter: Interpreter, call: CallFact, frame: Frame): readonly Argument[] {
  return call.args.flatMap((arg): Argument[] => {
    if (!arg.spread) return [() => interpreter.evaluate(arg.value, frame)];
    const spread = interpreter.evaluate(arg.value, frame)[0]?.value;
    if (spread?.kind === 'array') return spread.items().map((item) => () => item);
    return [
      () =>
        interpreter
          .evaluate(arg.value, frame)
          .map(({ value, guard: guard }) => ({ value: firstOf(value), guard })),
    ];
  });
}

function firstOf(value: Value): Value {
  return value.kind === 'unknown'
    ? value
    : unknownValue('argument', 'the arguments are spread from a list that is not known');
}

function calledResult(
  interpreter: Interpreter,
  callee: Value,
  args: readonly Argument[],
  call: CallFact,
  frame: Frame,
): readonly Guarded[] {
  if (callee.kind === 'module') {
    return bind(interpreter.exported(callee.file, '='), (whole) =>
      whole.kind === 'module' ? [] : calledResult(interpreter, whole, args, call, frame),
    );
  }
  if (callee.kind === 'function') return interpreter.returned(callee, args, frame.depth);
  if (callee.kind === 'external') return externalResult(interpreter, callee, args, call, frame);
  if (callee.kind === 'client') return certain(response(call));
  if (callee.kind === 'unknown') {
    const isOwn = callee.trail.length === 0 || isPure(callee.trail.at(-1) ?? '');
    const more = isOwn ? { settledBy: callee.settledBy, owner: callee.owner } : {};
    return certain(
      unknownValue(nameOf(call), `what \`${call.calleeText}()\` gives is not known before run time`, more),
    );
  }
  return certain(
    unknownValue(nameOf(call), `what \`${call.calleeText}()\` gives is not known before run time`),
  );
}

function nameOf(call: CallFact): string {
  return /([A-Za-z_$][\w$]*)\W*$/.exec(call.calleeText)?.[1] ?? 'value';
}

function response(call: CallFact): Value {
  return unknownValue('response', `it comes from the response of \`${call.calleeText}()\``);
}

function externalResult(
  interpreter: Interpreter,
  callee: Extract<Value, { kind: 'external' }>,
  args: readonly Argument[],
  call: CallFact,
  frame: Frame,
): readonly Guarded[] {
  const id = `${frame.id}:${String(call.span[0])}`;
  const known =
    knownResult(interpreter, callee, false, args, id, frame.depth) ??
    schemaResult(interpreter, callee, args, id) ??
    madeClient(interpreter, callee, args);
  if (known !== null) return known;
  if (clientOf(interpreter, callee) !== null) return certain(response(call));
  return certain({ ...callee, path: [...callee.path, '()'] });
}

function madeBy(
  interpreter: Interpreter,
  callee: Value,
  args: readonly Argument[],
  call: CallFact,
  frame: Frame,
): readonly Guarded[] {
  const id = `${frame.id}:${String(call.span[0])}`;
  if (callee.kind === 'module') {
    return bind(interpreter.exported(callee.file, '='), (whole) =>
      whole.kind === 'module' ? [] : madeBy(interpreter, whole, args, call, frame),
    );
  }
  const made = callee.kind === 'function' ? classOf(interpreter, callee) : callee;
  if (made?.kind === 'class') return certain({ kind: 'instance', of: made, args, id });
  if (callee.kind === 'external') {
    const known = knownResult(interpreter, callee, true, args, id, frame.depth);
    return (
      known ?? madeClient(interpreter, callee, args) ?? certain({ ...callee, path: [...callee.path, '()'] })
    );
  }
  if (callee.kind === 'unknown')
    return certain(unknownValue(nameOf(call), `what \`new ${call.calleeText}()\` makes is not known`));
  return certain(unknownValue(nameOf(call), `\`${call.calleeText}\` is no class that could be followed`));
}

/** The class that a function is written as, `Shop.prototype.call = …`; null for any other function. */
function classOf(interpreter: Interpreter, callee: FunctionValue): ClassValue | null {
  const index = functionFact(interpreter, callee.file, callee.function).class;
  const fact = index === null ? undefined : interpreter.modules.facts(callee.file)?.classes[index];
  if (index === null || fact?.constructor !== callee.function) return null;
  return { kind: 'class', file: callee.file, class: index, frame: callee.frame };
}

/** A function that calls itself is followed this often: once for its result, once for a different argument. */
const recursionLimit = 2;

/**
 * Arguments are worked out when their parameter is asked for, and belong to the caller all the same: `trim(join(trim(path)))`
 * is no function that calls itself. `times`: how often the function was being followed there.
 */
function outside(
  { active }: Interpreter,
  key: string,
  times: number,
  args: readonly Argument[],
): readonly Argument[] {
  return args.map((arg) => () => {
    const inside = active.get(key) ?? 0;
    active.set(key, times);
    try {
      return arg();
    } finally {
      active.set(key, inside);
    }
  });
}

/** What a function of the project gives back. Several returns are a choice. */
export function returnedBy(
  interpreter: Interpreter,
  callee: FunctionValue,
  args: readonly Argument[] | null,
  depth = 0,
): readonly Guarded[] {
  const fact = functionFact(interpreter, callee.file, callee.function);
  const key = `${callee.file}#${String(callee.function)}`;
  const times = interpreter.active.get(key) ?? 0;
  if (times >= recursionLimit)
    return certain(unknownValue(fact.name ?? 'value', 'it comes from a function that calls itself'));
  interpreter.active.set(key, times + 1);
  const frame = callFrame(callee, args === null ? null : outside(interpreter, key, times, args), depth + 1);
  let options: (readonly Guarded[])[];
  try {
    options = fact.returns.map((returned) => interpreter.evaluate(returned, frame));
  } finally {
    interpreter.active.set(key, times);
  }
  if (options.length === 0) return certain({ kind: 'absent' });
  const found = split(`return ${frame.id}`, options);
  const given = found.filter(({ value }) => value.kind !== 'absent');
  const isOpen = given.every(({ value }) => value.kind === 'unknown');
  if (isOpen && fact.returnType !== null) return instanceOf(interpreter, fact.returnType, frame) ?? found;
  return given.length > 0 ? given : found;
}
