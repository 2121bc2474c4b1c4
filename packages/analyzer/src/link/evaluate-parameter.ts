import type { Expression, ParameterFact } from '../model/facts.js';
import { choose, only } from './alternatives.js';
import { instanceOf } from './annotation.js';
import { listOf } from './collections.js';
import { frameOf } from './frames.js';
import { factsOf, functionFact, type Linker } from './linker.js';
import { hole } from './text.js';
import type { Alternative, Argument, Frame, Value } from './value.js';

type Parameter = Extract<Expression, { kind: 'parameter' }>;

/** A parameter: the argument when the caller is known; otherwise what can be said without one. */
export function evaluateParameter(linker: Linker, expression: Parameter, frame: Frame): readonly Alternative[] {
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
    return only({ kind: 'array', id: `rest ${home.id}`, items: () => items.map((item) => item()), open: false });
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

function openParameter(linker: Linker, home: Frame, expression: Parameter, fact: ParameterFact): readonly Alternative[] {
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
  const isTool = otherwise.every(({ value }) => value.kind !== 'text' && value.kind !== 'object' && value.kind !== 'hole');
  return isTool ? otherwise : [...open, ...otherwise];
}

function openHole(linker: Linker, home: Frame, fact: ParameterFact): Value {
  const { name } = functionFact(linker, home.file, home.function ?? 0);
  const of = name === null ? 'a function' : `\`${name}\``;
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
  if (passed?.index !== 0 || home.parent === null) return null;
  const call = factsOf(linker, home).calls[passed.call];
  if (call?.callee.kind !== 'member') return null;
  const { name, object } = call.callee;
  if (name === 'then' && expression.index === 0) return linker.evaluate(object, home.parent);
  if (itemPosition[name] !== expression.index) return null;
  const found = linker.evaluate(object, home.parent).flatMap(({ value, picks }) => {
    const items = listOf(linker, value);
    if (items === null) return [];
    return choose(`each ${home.id}`, items).map((item) => ({ value: item.value, picks: { ...picks, ...item.picks } }));
  });
  return found.length === 0 ? null : found;
}
