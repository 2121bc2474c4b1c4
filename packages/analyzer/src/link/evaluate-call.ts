import type { CallFact } from '../model/facts.js';
import { chain, choose, only } from './alternatives.js';
import { instanceOf } from './annotation.js';
import { clientOf, extendedClient, madeClient } from './clients.js';
import { callFrame } from './frames.js';
import { knownResult } from './known-functions.js';
import { functionFact, type Linker } from './linker.js';
import { methodResult } from './methods.js';
import { schemaMethodResult, schemaResult } from './schema-defaults.js';
import { hole } from './text.js';
import type { Alternative, Argument, Frame, FunctionValue, Value } from './value.js';

/** What a call gives back, by what is called: a function of the project, a known one, or something unseen. */
export function callResult(linker: Linker, call: CallFact, frame: Frame): readonly Alternative[] {
  const args = argumentsOf(linker, call, frame);
  if (call.isNew)
    return chain(linker.evaluate(call.callee, frame), (callee) => madeBy(linker, callee, args, call, frame));
  const { callee } = call;
  if (callee.kind === 'member') {
    return chain(linker.evaluate(callee.object, frame), (object) => {
      const result =
        schemaMethodResult(linker, object, callee.name, args) ??
        extendedClient(object, callee.name, args) ??
        methodResult(linker, object, callee.name, args, `${frame.id}:${String(call.span[0])}`);
      if (result !== null) return result;
      return chain(linker.member(object, callee.name), (method) =>
        calledResult(linker, method, args, call, frame),
      );
    });
  }
  return chain(linker.evaluate(callee, frame), (value) => calledResult(linker, value, args, call, frame));
}

/** The arguments of a call, on demand; a spread list is laid out when its items are known. */
export function argumentsOf(linker: Linker, call: CallFact, frame: Frame): readonly Argument[] {
  return call.args.flatMap((arg): Argument[] => {
    if (!arg.spread) return [() => linker.evaluate(arg.value, frame)];
    const spread = linker.evaluate(arg.value, frame)[0]?.value;
    if (spread?.kind === 'array') return spread.items().map((item) => () => item);
    return [
      () => linker.evaluate(arg.value, frame).map(({ value, picks }) => ({ value: firstOf(value), picks })),
    ];
  });
}

function firstOf(value: Value): Value {
  return value.kind === 'hole'
    ? value
    : hole('argument', 'the arguments are spread from a list that is not known');
}

function calledResult(
  linker: Linker,
  callee: Value,
  args: readonly Argument[],
  call: CallFact,
  frame: Frame,
): readonly Alternative[] {
  if (callee.kind === 'module') {
    return chain(linker.exported(callee.file, '='), (whole) =>
      whole.kind === 'module' ? [] : calledResult(linker, whole, args, call, frame),
    );
  }
  if (callee.kind === 'function') return linker.returned(callee, args, frame.depth);
  if (callee.kind === 'external') return externalResult(linker, callee, args, call, frame);
  if (callee.kind === 'client') return only(response(call));
  if (callee.kind === 'hole') {
    const isOwn = callee.trail.length === 0 || pureMethods.has(callee.trail.at(-1) ?? '');
    const more = isOwn ? { settledBy: callee.settledBy, owner: callee.owner } : {};
    return only(hole(nameOf(call), `what \`${call.calleeText}()\` gives is not known before run time`, more));
  }
  return only(hole(nameOf(call), `what \`${call.calleeText}()\` gives is not known before run time`));
}

/** Methods whose result depends on nothing but the value they are called on: who settles that settles them. */
const pureMethods = new Set([
  'split',
  'slice',
  'substring',
  'substr',
  'at',
  'pop',
  'shift',
  'concat',
  'map',
  'filter',
  'join',
  'find',
  'flat',
  'match',
  'padStart',
]);

function nameOf(call: CallFact): string {
  return /([A-Za-z_$][\w$]*)\W*$/.exec(call.calleeText)?.[1] ?? 'value';
}

function response(call: CallFact): Value {
  return hole('response', `it comes from the response of \`${call.calleeText}()\``);
}

function externalResult(
  linker: Linker,
  callee: Extract<Value, { kind: 'external' }>,
  args: readonly Argument[],
  call: CallFact,
  frame: Frame,
): readonly Alternative[] {
  const id = `${frame.id}:${String(call.span[0])}`;
  const known =
    knownResult(linker, callee, args, id, frame.depth) ??
    schemaResult(linker, callee, args, id) ??
    madeClient(linker, callee, args);
  if (known !== null) return known;
  if (clientOf(linker, callee) !== null) return only(response(call));
  return only({ ...callee, path: [...callee.path, '()'] });
}

function madeBy(
  linker: Linker,
  callee: Value,
  args: readonly Argument[],
  call: CallFact,
  frame: Frame,
): readonly Alternative[] {
  const id = `${frame.id}:${String(call.span[0])}`;
  if (callee.kind === 'module') {
    return chain(linker.exported(callee.file, '='), (whole) =>
      whole.kind === 'module' ? [] : madeBy(linker, whole, args, call, frame),
    );
  }
  if (callee.kind === 'class') return only({ kind: 'instance', of: callee, args, id });
  if (callee.kind === 'external') {
    const known = knownResult(linker, { ...callee, path: ['new', ...callee.path] }, args, id, frame.depth);
    return known ?? madeClient(linker, callee, args) ?? only({ ...callee, path: [...callee.path, '()'] });
  }
  if (callee.kind === 'hole')
    return only(hole(nameOf(call), `what \`new ${call.calleeText}()\` makes is not known`));
  return only(hole(nameOf(call), `\`${call.calleeText}\` is no class that could be followed`));
}

/** A function that calls itself is followed this often: once for its result, once for a different argument. */
const recursionLimit = 2;

/** What a function of the project gives back. Several returns are a choice. */
export function returnedBy(
  linker: Linker,
  callee: FunctionValue,
  args: readonly Argument[] | null,
  depth = 0,
): readonly Alternative[] {
  const fact = functionFact(linker, callee.file, callee.function);
  const key = `${callee.file}#${String(callee.function)}`;
  const times = linker.active.get(key) ?? 0;
  if (times >= recursionLimit)
    return only(hole(fact.name ?? 'value', 'it comes from a function that calls itself'));
  linker.active.set(key, times + 1);
  const frame = callFrame(callee, args, depth + 1);
  let options: (readonly Alternative[])[];
  try {
    options = fact.returns.map((returned) => linker.evaluate(returned, frame));
  } finally {
    linker.active.set(key, times);
  }
  if (options.length === 0) return only({ kind: 'absent' });
  const found = choose(`return ${frame.id}`, options);
  const given = found.filter(({ value }) => value.kind !== 'absent');
  const isOpen = given.every(({ value }) => value.kind === 'hole');
  if (isOpen && fact.returnType !== null) return instanceOf(linker, fact.returnType, frame) ?? found;
  return given.length > 0 ? given : found;
}
