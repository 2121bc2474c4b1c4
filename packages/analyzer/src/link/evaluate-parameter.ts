import { own } from '../model/own.js';
import type { CallFact, Expression, ParameterFact } from '../model/facts.js';
import { choose, only } from './alternatives.js';
import { instanceOf } from './annotation.js';
import { listOf } from './collections.js';
import { callFrame, frameOf } from './frames.js';
import { factsOf, functionFact, type Linker } from './linker.js';
import { hole } from './text.js';
import type { Alternative, Argument, Frame, FunctionValue, Value } from './value.js';

type Parameter = Extract<Expression, { kind: 'parameter' }>;

/** A parameter: the argument when the caller is known; otherwise what can be said without one. */
export function evaluateParameter(
  linker: Linker,
  expression: Parameter,
  frame: Frame,
): readonly Alternative[] {
  const home = frameOf(linker, frame, expression.function);
  const fact = functionFact(linker, home.file, expression.function).params[expression.index];
  if (fact === undefined) return only({ kind: 'absent' });
  if (home.args !== null) return fromArguments(linker, home, home.args, expression.index, fact);
  return openParameter(linker, home, expression, fact);
}

function fromArguments(
  linker: Linker,
  home: Frame,
  args: readonly Argument[],
  index: number,
  fact: ParameterFact,
): readonly Alternative[] {
  if (fact.rest) {
    const items = args.slice(index);
    return only({ kind: 'array', id: `rest ${home.id}`, items: () => items.map((item) => item()) });
  }
  const given = args[index]?.() ?? only({ kind: 'absent' });
  const present = given.filter(({ value }) => value.kind !== 'absent');
  const isUnknown = present.length > 0 && present.every(({ value }) => value.kind === 'hole');
  if (isUnknown && fact.annotation !== null) {
    const instance = instanceOf(linker, fact.annotation, home);
    if (instance !== null) return instance;
  }
  if (present.length === given.length || fact.otherwise === null) return given;
  return [...present, ...linker.evaluate(fact.otherwise, home)];
}

function openParameter(
  linker: Linker,
  home: Frame,
  expression: Parameter,
  fact: ParameterFact,
): readonly Alternative[] {
  const handed = handedOver(linker, home, expression);
  if (handed !== null) return handed;
  if (fact.annotation !== null) {
    const instance = instanceOf(linker, fact.annotation, home);
    if (instance !== null) return instance;
  }
  const open = only(openHole(linker, home, fact));
  if (fact.otherwise === null) return open;
  const otherwise = linker.evaluate(fact.otherwise, home);
  // A default that is a function or a client is what runs unless a test injects another one.
  const isTool = otherwise.every(
    ({ value }) => value.kind !== 'text' && value.kind !== 'object' && value.kind !== 'hole',
  );
  return isTool ? otherwise : [...open, ...otherwise];
}

/** Names under which web frameworks call a function: no caller in the project settles what it is handed. */
const handlers = /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|handler|loader|action|onRequest(?:Get|Post)?)$/;

function openHole(linker: Linker, home: Frame, fact: ParameterFact): Value {
  const { name } = functionFact(linker, home.file, home.function ?? 0);
  const of = name === null ? 'a function' : `\`${name}\``;
  const isExported = name !== null && own(factsOf(linker, home).exports, name) !== undefined;
  if (isExported && handlers.test(name)) return hole(fact.name, `${of} is called by the framework`);
  return hole(fact.name, `\`${fact.name}\` is a parameter of ${of}`, { settledBy: 'caller', owner: home });
}

/** Methods of lists and maps that hand each item to a callback, and at which position. */
const itemPosition: Readonly<Record<string, number>> = {
  map: 0,
  forEach: 0,
  flatMap: 0,
  filter: 0,
  find: 0,
  findLast: 0,
  some: 0,
  every: 0,
  reduce: 1,
};

/** What the caller hands in when the function stands as an argument of a call that is known to pass it on. */
function handedOver(linker: Linker, home: Frame, expression: Parameter): readonly Alternative[] | null {
  const passed = functionFact(linker, home.file, expression.function).passedTo;
  if (passed === null || home.parent === null) return null;
  const call = factsOf(linker, home).calls[passed.call];
  if (call === undefined) return null;
  return (
    handedByMethod(linker, home, home.parent, expression, call, passed.index) ??
    handedByHelper(linker, home.parent, expression, call, passed.index)
  );
}

function handedByMethod(
  linker: Linker,
  home: Frame,
  around: Frame,
  expression: Parameter,
  call: CallFact,
  position: number,
): readonly Alternative[] | null {
  if (position !== 0 || call.callee.kind !== 'member') return null;
  const { name, object } = call.callee;
  if (name === 'then' && expression.index === 0) return linker.evaluate(object, around);
  if (own(itemPosition, name) !== expression.index) return null;
  const found = linker.evaluate(object, around).flatMap(({ value, picks }) => {
    const items = listOf(linker, value);
    if (items === null) return [];
    return choose(`each ${home.id}`, items).map((item) => ({
      value: item.value,
      picks: { ...picks, ...item.picks },
    }));
  });
  return found.length === 0 ? null : found;
}

/** `withClient(async (client) => …)`: the helper calls its callback, and its arguments there are what comes in. */
function handedByHelper(
  linker: Linker,
  around: Frame,
  expression: Parameter,
  call: CallFact,
  position: number,
): readonly Alternative[] | null {
  const found = linker.evaluate(call.callee, around).flatMap(({ value }) => {
    if (value.kind !== 'function') return [];
    const args = call.args.map((arg) => () => linker.evaluate(arg.value, around));
    const frame = callFrame(value, args, around.depth + 1);
    const inner = linker.modules.facts(value.file)?.calls ?? [];
    return inner
      .filter((one) => isInside(linker, value, one) && isParameterName(linker, value, one.callee, position))
      .flatMap((one) => {
        const given = one.args[expression.index];
        return given === undefined ? [] : linker.evaluate(given.value, frame);
      });
  });
  return found.length === 0 ? null : found;
}

function isInside(linker: Linker, helper: FunctionValue, call: CallFact): boolean {
  for (let at = call.function; at !== null; at = functionFact(linker, helper.file, at).parent) {
    if (at === helper.function) return true;
  }
  return false;
}

function isParameterName(
  linker: Linker,
  helper: FunctionValue,
  callee: Expression,
  position: number,
): boolean {
  if (callee.kind !== 'name') return false;
  const value = linker.modules.facts(helper.file)?.bindings[callee.binding]?.value;
  return value?.kind === 'parameter' && value.function === helper.function && value.index === position;
}
