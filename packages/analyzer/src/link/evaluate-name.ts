import type { Binding, Branch, Write } from '../model/facts.js';
import { alternativeLimit, choose, mergePicks, noPicks, only, withPicks } from './alternatives.js';
import { annotated } from './annotation.js';
import { listOf } from './collections.js';
import { chooseByTest, holdsInAll, testId } from './evaluate-choice.js';
import { frameOf, nestedFrame } from './frames.js';
import { factsOf, type Linker } from './linker.js';
import { concatTexts, knownText, mapPieces } from './text.js';
import type { Alternative, Frame, ObjectValue, Picks, Value } from './value.js';

/** What a variable stands for at a place: its declaration, and the assignments that may have happened by then. */
export function evaluateName(
  linker: Linker,
  index: number,
  at: number,
  frame: Frame,
): readonly Alternative[] {
  const binding = factsOf(linker, frame).bindings[index];
  if (binding === undefined) return [];
  const home = frameOf(linker, frame, binding.function);
  const whole: Write[] = [];
  const parts: Write[] = [];
  for (const write of binding.writes) {
    // Whole lists that are added say nothing of one path more.
    if (write.operator === 'push-all' || !mayHaveHappened(write, at, frame)) continue;
    (write.path.length === 0 ? whole : parts).push(write);
  }
  let current = whole.length === 0 ? declared(linker, binding, home) : [];
  if (whole.length > 0) current = assigned(linker, binding, whole, at, home, frame);
  return parts.length === 0 ? current : withParts(linker, current, parts, frame);
}

function declared(linker: Linker, binding: Binding, home: Frame): readonly Alternative[] {
  const value = binding.value === null ? only({ kind: 'absent' }) : linker.evaluate(binding.value, home);
  if (binding.annotation === null) return value;
  return annotated(linker, value, binding.annotation, home);
}

/** Within one function only earlier writes count; a function that runs later may see all of them. */
function mayHaveHappened(write: Write, at: number, frame: Frame): boolean {
  return write.at <= at || write.function !== frame.function;
}

function assigned(
  linker: Linker,
  binding: Binding,
  writes: readonly Write[],
  at: number,
  home: Frame,
  frame: Frame,
): readonly Alternative[] {
  let current = declared(linker, binding, home);
  const pushes: Write[] = [];
  for (const write of writes) {
    if (write.operator === 'push') pushes.push(write);
    else current = afterWrite(linker, current, write, at, home, frame);
  }
  const given = current.filter(({ value }) => value.kind !== 'absent');
  const found = given.length === 0 ? current : given;
  return pushes.length === 0 ? found : pushed(linker, found, pushes, frame);
}

function afterWrite(
  linker: Linker,
  current: readonly Alternative[],
  write: Write,
  at: number,
  home: Frame,
  frame: Frame,
): readonly Alternative[] {
  const inside = nestedFrame(linker, frame, write.function);
  const value = linker.evaluate(write.value, inside);
  const next = write.operator === 'append' ? concatTexts([current, value]) : value;
  // A use in the same branch comes after the assignment for sure.
  const around = (branch: Branch): boolean =>
    write.function === home.function && branch.span[0] <= at && at <= branch.span[1];
  const branches = write.branches.filter((branch) => !around(branch));
  const result = branched(linker, branches, inside, current, next);
  return write.function === home.function
    ? result
    : choose(`later ${inside.id}:${String(write.at)}`, [current, result]);
}

/**
 * Before or after an assignment that happens in branches: decided when their conditions are. Assignments in one branch
 * happen together (`path = …; method = …;` in one case of a switch), which the picks see to. Of several branches inside
 * each other only the taken way is picked: what was before would double with each of them.
 */
function branched(
  linker: Linker,
  branches: readonly Branch[],
  inside: Frame,
  before: readonly Alternative[],
  after: readonly Alternative[],
): readonly Alternative[] {
  const [branch, ...others] = branches;
  if (branch === undefined) return after;
  if (others.length === 0) {
    if (branch.test === null) return choose(branchId(branch, inside), [before, after]);
    const [whenTrue, whenFalse] = branch.isNegated ? [before, after] : [after, before];
    return chooseByTest(linker, branch.test, inside, whenTrue, whenFalse);
  }
  const ways = branches.map((one) => wayOf(linker, one, inside));
  if (ways.includes(false)) return before;
  const picks = ways.reduce<Picks | null>(
    (all, way) => (all === null || typeof way === 'boolean' ? all : mergePicks(all, way)),
    noPicks,
  );
  return picks === null ? before : [...withPicks(picks, after), ...before];
}

/** Whether a branch is surely taken or surely not; else the pick that says it is. */
function wayOf(linker: Linker, { test, isNegated, span }: Branch, inside: Frame): boolean | Picks {
  if (test === null) return { [branchId({ test, isNegated, span }, inside)]: 1 };
  const holds = holdsInAll(linker, test, inside);
  if (holds !== null) return holds !== isNegated;
  return { [testId(test, inside)]: isNegated ? 1 : 0 };
}

function branchId({ span }: Branch, inside: Frame): string {
  return `branch ${inside.id}:${String(span[0])}`;
}

/** A list with the items that are pushed to it, a map with the entries that are set. */
function pushed(
  linker: Linker,
  current: readonly Alternative[],
  writes: readonly Write[],
  frame: Frame,
): readonly Alternative[] {
  return current.map(({ value, picks }) => {
    const items = listOf(linker, value);
    if (items === null) return { value, picks };
    const id = value.kind === 'array' ? value.id : String(writes[0]?.at);
    let all: readonly (readonly Alternative[])[] | null = null;
    const added = (): readonly (readonly Alternative[])[] =>
      writes
        .slice(0, alternativeLimit + 1)
        .map((write) => linker.evaluate(write.value, nestedFrame(linker, frame, write.function)));
    return { value: { kind: 'array', id, items: () => (all ??= [...items, ...added()]) }, picks };
  });
}

/** Properties set after the making: `options.url = …`, `url.pathname = …`. */
function withParts(
  linker: Linker,
  current: readonly Alternative[],
  writes: readonly Write[],
  frame: Frame,
): readonly Alternative[] {
  const pathname = writes.findLast((write) => write.path.length === 1 && write.path[0] === 'pathname');
  return current.flatMap(({ value, picks }) => {
    if (value.kind === 'text') {
      if (pathname === undefined) return [{ value, picks }];
      const path = linker.evaluate(pathname.value, nestedFrame(linker, frame, pathname.function));
      return concatTexts([[{ value: originOf(value), picks }], path]);
    }
    if (value.kind !== 'object' && value.kind !== 'absent' && value.kind !== 'function')
      return [{ value, picks }];
    return [{ value: overlaid(linker, value, writes, frame), picks }];
  });
}

function originOf(value: Extract<Value, { kind: 'text' }>): Value {
  const first = knownText({ kind: 'text', pieces: value.pieces.slice(0, 1) });
  const host = first === null ? null : /^https?:\/\/[^/]*/.exec(first)?.[0];
  if (host === null || host === undefined) return { kind: 'text', pieces: value.pieces.slice(0, 1) };
  return mapPieces({ kind: 'text', pieces: value.pieces.slice(0, 1) }, () => host);
}

function overlaid(linker: Linker, base: Value, writes: readonly Write[], frame: Frame): ObjectValue {
  const named = (name: string): readonly Write[] =>
    writes.filter((write) => write.path.length === 1 && write.path[0] === name);
  const get = (name: string): readonly Alternative[] => {
    const before = base.kind === 'absent' ? only(base) : linker.member(base, name);
    return named(name).reduce((current, write) => {
      const inside = nestedFrame(linker, frame, write.function);
      const value = linker.evaluate(write.value, inside);
      return branched(linker, write.branches, inside, current, value);
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
