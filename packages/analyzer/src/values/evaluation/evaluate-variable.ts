import type { Write } from '../../model/facts.js';
import type { Variable } from '../../walk/domain.js';
import { possibilityLimit, certain } from '../guarded.js';
import { afterWrite, branched } from './after-write.js';
import { annotated } from './annotation.js';
import { withDefaults } from '../clients.js';
import { listOf } from '../collections.js';
import { changedInPlace, mergedMember } from './changed-in-place.js';
import { filledByCalls } from './filled-by-calls.js';
import { isCarriedAround } from './loop-carried.js';
import { nestedFrame } from '../frames.js';
import { factsOf, type Interpreter } from '../interpreter.js';
import { concatTexts, knownText, mapPieces } from '../text.js';
import type { ArrayValue, Guarded, Frame, ObjectValue, Value } from '../value.js';

/** What a variable stands for at a place: its declaration, and the assignments that may have happened by then. */
export function evaluateVariable(
  interpreter: Interpreter,
  variable: Variable<readonly Guarded[], Frame>,
): readonly Guarded[] {
  const { index, at, context: frame } = variable;
  const facts = factsOf(interpreter, frame);
  const whole: Write[] = [];
  const parts: Write[] = [];
  for (const write of variable.writes()) {
    // Whole lists that are added say nothing of one path more, and lists inside a value are not followed.
    if (write.operator === 'push-all' || (write.operator === 'push' && write.path.length > 0)) continue;
    if (!mayHaveHappened(write, at, frame) && !isCarriedAround(facts, write, at, index)) continue;
    const isWhole = write.path.length === 0 && write.operator !== 'merge';
    (isWhole ? whole : parts).push(write);
  }
  const start = declared(interpreter, variable);
  const current = whole.length === 0 ? start : assigned(interpreter, variable, start, whole);
  const whatever = parts.length === 0 ? current : withParts(interpreter, current, parts, frame);
  return changedInPlace(interpreter, filledByCalls(interpreter, whatever, index, frame), index, frame);
}

function declared(
  interpreter: Interpreter,
  { binding: { annotation }, home, declared: value }: Variable<readonly Guarded[], Frame>,
): readonly Guarded[] {
  return annotation === null ? value() : annotated(interpreter, value(), annotation, home);
}

/** Within one function only earlier writes count; a function that runs later may see all of them. */
function mayHaveHappened(write: Write, at: number, frame: Frame): boolean {
  return write.at <= at || write.function !== frame.function;
}

function assigned(
  interpreter: Interpreter,
  { at, home, context: frame }: Variable<readonly Guarded[], Frame>,
  start: readonly Guarded[],
  writes: readonly Write[],
): readonly Guarded[] {
  let current = start;
  const pushes: Write[] = [];
  for (const write of writes) {
    if (write.operator === 'push') pushes.push(write);
    else current = afterWrite(interpreter, current, write, { at, home, frame });
  }
  const given = current.filter(({ value }) => value.kind !== 'absent');
  const found = given.length === 0 ? current : given;
  return pushes.length === 0 ? found : pushed(interpreter, found, pushes, frame);
}

/** A list with the items that are pushed to it, a map with the entries that are set. */
function pushed(
  interpreter: Interpreter,
  current: readonly Guarded[],
  writes: readonly Write[],
  frame: Frame,
): readonly Guarded[] {
  return current.map(({ value, guard: guard }) => {
    const items = listOf(interpreter, value);
    if (items === null) return { value, guard };
    const id = value.kind === 'array' ? value.id : String(writes[0]?.at);
    let all: readonly (readonly Guarded[])[] | null = null;
    const added = (): readonly (readonly Guarded[])[] =>
      writes
        .slice(0, possibilityLimit + 1)
        .map((write) => interpreter.evaluate(write.value, nestedFrame(interpreter, frame, write.function)));
    const isMap = value.kind === 'array' && value.isMap === true ? { isMap: true } : {};
    return { value: { kind: 'array', id, items: () => (all ??= [...items, ...added()]), ...isMap }, guard };
  });
}

/** Properties set after the making: `options.url = …`, `url.pathname = …`. */
function withParts(
  interpreter: Interpreter,
  current: readonly Guarded[],
  writes: readonly Write[],
  frame: Frame,
): readonly Guarded[] {
  const pathname = writes.findLast((write) => write.path.length === 1 && write.path[0] === 'pathname');
  return current.flatMap(({ value, guard: guard }) => {
    if (value.kind === 'text') {
      if (pathname === undefined) return [{ value, guard: guard }];
      const path = interpreter.evaluate(pathname.value, nestedFrame(interpreter, frame, pathname.function));
      return concatTexts([[{ value: originOf(value), guard: guard }], path]);
    }
    if (value.kind === 'array') return [{ value: withItemsSet(interpreter, value, writes, frame), guard }];
    if (value.kind === 'external' || value.kind === 'client')
      return [{ value: configured(interpreter, value, writes, frame), guard: guard }];
    if (value.kind === 'function') {
      const properties = overlaid(interpreter, { kind: 'absent' }, writes, frame);
      return [{ value: { ...value, properties }, guard }];
    }
    if (value.kind !== 'object' && value.kind !== 'absent') return [{ value, guard: guard }];
    return [{ value: overlaid(interpreter, value, writes, frame), guard: guard }];
  });
}

/** A client whose defaults are set: `axios.defaults.baseURL = …`, `axios.defaults = { … }`. */
function configured(interpreter: Interpreter, value: Value, writes: readonly Write[], frame: Frame): Value {
  return withDefaults(interpreter, value, (path) => {
    const below = writes.flatMap((write) => {
      const isBelow =
        write.path.length === path.length + 1 && path.every((name, at) => write.path[at] === name);
      return isBelow ? [{ ...write, path: write.path.slice(path.length) }] : [];
    });
    return below.length === 0 ? null : overlaid(interpreter, { kind: 'absent' }, below, frame);
  });
}

function originOf(value: Extract<Value, { kind: 'text' }>): Value {
  const first = knownText({ kind: 'text', pieces: value.pieces.slice(0, 1) });
  const host = first === null ? null : /^https?:\/\/[^/]*/.exec(first)?.[0];
  if (host === null || host === undefined) return { kind: 'text', pieces: value.pieces.slice(0, 1) };
  return mapPieces({ kind: 'text', pieces: value.pieces.slice(0, 1) }, () => host);
}

function overlaid(
  interpreter: Interpreter,
  base: Value,
  writes: readonly Write[],
  frame: Frame,
): ObjectValue {
  const named = (name: string): readonly Write[] =>
    writes.filter(({ path, operator }) =>
      operator === 'merge' ? path.length === 0 : path.length === 1 && (path[0] === name || path[0] === '*'),
    );
  const get = (name: string): readonly Guarded[] => {
    const before = base.kind === 'absent' ? certain(base) : interpreter.member(base, name);
    return named(name).reduce((current, write) => {
      const inside = nestedFrame(interpreter, frame, write.function);
      const written = interpreter.evaluate(write.value, inside);
      if (write.path[0] === '*') return [...current, ...written.filter(({ value }) => isFollowed(value))];
      const value = write.operator === 'merge' ? mergedMember(interpreter, written, name) : written;
      return value.length === 0 ? current : branched(interpreter, write.branches, inside, current, value);
    }, before);
  };
  const names = writes.flatMap((write) =>
    write.path.length === 1 ? write.path.filter((name) => name !== '*') : [],
  );
  return {
    kind: 'object',
    id: base.kind === 'object' ? base.id : frame.id,
    get,
    keys: () => [...new Set([...(base.kind === 'object' ? base.keys() : []), ...names])],
  };
}

/** By a name that is worked out anything may be set: only what says something is held against what is known. */
function isFollowed({ kind }: Value): boolean {
  return kind !== 'unknown' && kind !== 'external' && kind !== 'absent';
}

/** Longer lists are not set item by item. */
const setLimit = 512;

/** A list with items that are set by their place; by a place that is worked out, one more, and nobody knows where. */
function withItemsSet(
  interpreter: Interpreter,
  list: ArrayValue,
  writes: readonly Write[],
  frame: Frame,
): ArrayValue {
  const set = writes.filter(({ path: [name, ...rest] }) => rest.length === 0 && isPlace(name));
  if (set.length === 0) return list;
  const items = interpreter.meter.lasting((): readonly (readonly Guarded[])[] => {
    const all = [...list.items()];
    for (const write of set) {
      const inside = nestedFrame(interpreter, frame, write.function);
      const value = interpreter.evaluate(write.value, inside);
      const place = write.path[0] === '*' ? all.length : Number(write.path[0]);
      while (all.length < place) all.push(certain({ kind: 'absent' }));
      all[place] = branched(interpreter, write.branches, inside, all[place] ?? [], value);
    }
    return all;
  });
  const isOpen = set.some(({ path: [name] }) => name === '*');
  return { ...list, items, ...(isOpen ? { isShuffled: true } : {}) };
}

function isPlace(name: string | undefined): boolean {
  return name === '*' || (name !== undefined && /^\d+$/.test(name) && Number(name) < setLimit);
}
