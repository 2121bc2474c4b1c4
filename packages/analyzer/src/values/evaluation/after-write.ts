import type { Branch, Write } from '../../model/facts.js';
import { conjoin, noGuard, split, truncated, underGuard } from '../guarded.js';
import { nestedFrame } from '../frames.js';
import type { Interpreter } from '../interpreter.js';
import { concatTexts } from '../text.js';
import type { Frame, Guard, Guarded } from '../value.js';
import { weightOf } from '../weight.js';
import { chooseByTest, holdsInAll, testId } from './evaluate-choice.js';

/** Where a variable is asked for. */
export interface Reading {
  readonly at: number;
  /** The frame in which it is declared, and the one in which it is asked for. */
  readonly home: Frame;
  readonly frame: Frame;
}

/** What a variable stands for after an assignment, when it stood for `current` before. */
export function afterWrite(
  interpreter: Interpreter,
  current: readonly Guarded[],
  write: Write,
  { at, home, frame }: Reading,
): readonly Guarded[] {
  const inside = nestedFrame(interpreter, frame, write.function);
  const isAtHome = write.function === home.function;
  // A use in the same branch comes after the assignment for sure.
  const isAround = (branch: Branch): boolean => isAtHome && branch.span[0] <= at && at <= branch.span[1];
  const branches = write.branches.filter((branch) => !isAround(branch));
  const { result, weight, later } = stepOf(interpreter, { before: current, write, inside, branches })();
  // Assignment by assignment a text may double: what a variable has become is paid for at each of them.
  if (!interpreter.meter.spend(weight)) return truncated;
  return isAtHome ? result : later;
}

/** One assignment, seen from a place that comes after it. */
interface Step {
  readonly before: readonly Guarded[];
  readonly write: Write;
  readonly inside: Frame;
  /** Those that the place is not in. */
  readonly branches: readonly Branch[];
}

interface Taken {
  readonly result: readonly Guarded[];
  readonly weight: number;
  /** The same where it is not known whether the assignment has happened by then. */
  readonly later: readonly Guarded[];
}

/** By frame and assignment the step that was taken last. */
const lastSteps = new WeakMap<Frame, Map<Write, Step & { readonly take: () => Taken }>>();

/**
 * What is asked for at many places goes through the same assignments each time: what the last place has made of one of them is
 * used again where it stands for the same before.
 */
function stepOf(interpreter: Interpreter, step: Step): () => Taken {
  const { inside, write, before, branches } = step;
  const steps = lastSteps.get(inside) ?? new Map<Write, Step & { readonly take: () => Taken }>();
  lastSteps.set(inside, steps);
  const last = steps.get(write);
  if (last?.before === before && isSameList(last.branches, branches)) return last.take;
  const take = interpreter.meter.lasting(() => taken(interpreter, step));
  steps.set(write, { ...step, take });
  return take;
}

function isSameList<T>(some: readonly T[], others: readonly T[]): boolean {
  return some.length === others.length && some.every((one, at) => one === others[at]);
}

function taken(interpreter: Interpreter, { before, write, inside, branches }: Step): Taken {
  const value = interpreter.evaluate(write.value, inside);
  const next = write.operator === 'append' ? concatTexts([before, value]) : value;
  const result = branched(interpreter, branches, inside, before, next);
  const later = split(`later ${inside.id}:${String(write.at)}`, [before, result]);
  return { result, weight: weightOf(result), later };
}

/**
 * Before or after an assignment that happens in branches: decided when their conditions are. Assignments in one branch
 * happen together (`path = …; method = …;` in one case of a switch), which the guard see to. Of several branches inside
 * each other only the taken way is picked: what was before would double with each of them.
 */
export function branched(
  interpreter: Interpreter,
  branches: readonly Branch[],
  inside: Frame,
  before: readonly Guarded[],
  after: readonly Guarded[],
): readonly Guarded[] {
  const [branch, ...others] = branches;
  if (branch === undefined) return after;
  if (others.length === 0) {
    if (branch.test === null) return split(branchId(branch, inside), [before, after]);
    const [whenTrue, whenFalse] = branch.isNegated ? [before, after] : [after, before];
    return chooseByTest(interpreter, branch.test, inside, whenTrue, whenFalse);
  }
  const ways = branches.map((one) => wayOf(interpreter, one, inside));
  if (ways.includes(false)) return before;
  const guard = ways.reduce<Guard | null>(
    (all, way) => (all === null || typeof way === 'boolean' ? all : conjoin(all, way)),
    noGuard,
  );
  return guard === null ? before : [...underGuard(guard, after), ...before];
}

/** Whether a branch is surely taken or surely not; else the pick that says it is. */
function wayOf(interpreter: Interpreter, { test, isNegated, span }: Branch, inside: Frame): boolean | Guard {
  if (test === null) return { [branchId({ test, isNegated, span }, inside)]: 1 };
  const holds = holdsInAll(interpreter, test, inside);
  if (holds !== null) return holds !== isNegated;
  return { [testId(test, inside)]: isNegated ? 1 : 0 };
}

function branchId({ span }: Branch, inside: Frame): string {
  return `branch ${inside.id}:${String(span[0])}`;
}
