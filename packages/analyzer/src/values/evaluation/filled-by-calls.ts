import { addTo } from '../../util/add-to.js';
import type { CallFact, Expression, FileFacts, Write } from '../../model/facts.js';
import { callFrame, nestedFrame } from '../frames.js';
import { factsOf, type Interpreter } from '../interpreter.js';
import type { Frame, FunctionValue, Guarded, ObjectValue, Value } from '../value.js';
import { argumentsOf } from './evaluate-call.js';

/** A variable as it is handed to a call. */
interface Handed {
  readonly call: CallFact;
  readonly position: number;
}

const handedIn = new WeakMap<FileFacts, ReadonlyMap<number, readonly Handed[]>>();

/** The calls of plain functions that a file hands its variables to, by variable. */
function handed(facts: FileFacts): ReadonlyMap<number, readonly Handed[]> {
  const known = handedIn.get(facts);
  if (known !== undefined) return known;
  const found = new Map<number, Handed[]>();
  for (const call of facts.calls) {
    if (call.callee.kind !== 'name' && call.callee.kind !== 'function') continue;
    call.args.forEach(({ value, spread }, position) => {
      const binding = spread ? null : variableIn(value);
      if (binding !== null) addTo(found, binding, { call, position });
    });
  }
  handedIn.set(facts, found);
  return found;
}

/** `options`, and `Kind || (Kind = {})`, as compilers fill an enum. */
function variableIn(value: Expression): number | null {
  if (value.kind === 'fallback') return variableIn(value.value);
  return value.kind === 'name' ? value.binding : null;
}

/** An object with the properties that functions set on it: `function prepare(options) { options.path = …; } prepare(options)`. */
export function filledByCalls(
  interpreter: Interpreter,
  values: readonly Guarded[],
  binding: number,
  frame: Frame,
): readonly Guarded[] {
  if (!values.some(({ value }) => value.kind === 'object')) return values;
  const calls = handed(factsOf(interpreter, frame)).get(binding) ?? [];
  if (calls.length === 0) return values;
  return values.map(({ value, guard }) =>
    value.kind === 'object' ? { value: filled(interpreter, value, calls, frame), guard } : { value, guard },
  );
}

function filled(
  interpreter: Interpreter,
  base: ObjectValue,
  calls: readonly Handed[],
  frame: Frame,
): ObjectValue {
  const get = (name: string): readonly Guarded[] => {
    const before = base.get(name);
    const set = calls.flatMap((one) => setBy(interpreter, one, name, frame));
    if (set.length === 0) return before;
    return [...before.filter(({ value }) => value.kind !== 'absent'), ...set];
  };
  const keys = (): readonly string[] => [
    ...new Set([...base.keys(), ...calls.flatMap((one) => namesSetBy(interpreter, one, frame))]),
  ];
  return { ...base, get, keys };
}

function namesSetBy(interpreter: Interpreter, { call, position }: Handed, frame: Frame): readonly string[] {
  const inside = nestedFrame(interpreter, frame, call.function);
  return interpreter
    .evaluate(call.callee, inside)
    .flatMap(({ value }) => (value.kind === 'function' ? writesTo(interpreter, value, position) : []))
    .flatMap(({ path }) => path.filter((name) => name !== '*'));
}

/** What a call sets a property of its argument to. */
function setBy(
  interpreter: Interpreter,
  { call, position }: Handed,
  name: string,
  frame: Frame,
): readonly Guarded[] {
  const inside = nestedFrame(interpreter, frame, call.function);
  return interpreter.evaluate(call.callee, inside).flatMap(({ value: callee }) => {
    if (callee.kind !== 'function') return [];
    const writes = writesTo(interpreter, callee, position).filter(({ path }) => path[0] === name);
    if (writes.length === 0) return [];
    const called = callFrame(callee, argumentsOf(interpreter, call, inside), frame.depth + 1);
    return writes.flatMap((write) =>
      interpreter
        .evaluate(write.value, nestedFrame(interpreter, called, write.function))
        .filter(({ value }) => isFollowed(value)),
    );
  });
}

/** Properties that a function sets on one of its parameters. */
function writesTo(interpreter: Interpreter, callee: FunctionValue, position: number): readonly Write[] {
  const bindings = interpreter.modules.facts(callee.file)?.bindings ?? [];
  const parameter = bindings.find(
    ({ value }) =>
      value?.kind === 'parameter' && value.function === callee.function && value.index === position,
  );
  return (parameter?.writes ?? []).filter(({ path, operator }) => operator === 'set' && path.length === 1);
}

/** What is not known says nothing of what was there before. */
function isFollowed({ kind }: Value): boolean {
  return kind !== 'unknown' && kind !== 'external' && kind !== 'absent';
}
