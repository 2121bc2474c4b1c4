import { givenUp } from './too-deep.js';
import type { Guarded, Guard, Value } from './value.js';

/** More possibilities than this are not told apart any more. */
export const possibilityLimit = 256;

/** Combinations of two such lists; larger, so that a cut-off in one of them is still among them. */
export const combinationLimit = 2 * possibilityLimit;

export const noGuard: Guard = Object.freeze({});

/** What hangs on more choices than this is not told apart: every step on would copy all of them. */
export const choiceLimit = 64;

/** Stands for the possibilities that are not told apart: they are not forgotten, the value stays open. */
export const truncated: readonly Guarded[] = [{ value: givenUp('value'), guard: noGuard }];

/** No more possibilities than are told apart, and one that stands for the rest: what is cut off is not forgotten. */
export function limited(alternatives: readonly Guarded[]): readonly Guarded[] {
  return alternatives.length <= combinationLimit + 1
    ? alternatives
    : [...alternatives.slice(0, combinationLimit), ...truncated];
}

/** More unknowns than this are not kept apart by what they hang on. */
const unknownLimit = 16;

/** Many possibilities: the same unknown is kept once, whatever it hangs on. What is known keeps what it hangs on. */
export function withoutEchoes(alternatives: readonly Guarded[]): readonly Guarded[] {
  if (alternatives.length <= unknownLimit) return alternatives;
  const seen = new Set<string>();
  return alternatives.flatMap((one): readonly Guarded[] => {
    if (one.value.kind !== 'unknown') return [one];
    const { name, trail, owner, reason } = one.value;
    const key = `${name}\0${trail.join('.')}\0${owner?.id ?? ''}\0${reason}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ value: one.value, guard: noGuard }];
  });
}

/** A value that is certain. */
export function certain(value: Value): readonly Guarded[] {
  return [{ value, guard: noGuard }];
}

/** The possibilities of `then`, for each possibility of `of`, where both can hold together. */
export function bind(
  of: readonly Guarded[],
  then: (value: Value, guard: Guard) => readonly Guarded[],
): readonly Guarded[] {
  const result: Guarded[] = [];
  for (const first of of) {
    for (const second of then(first.value, first.guard)) {
      const guard = conjoin(first.guard, second.guard);
      if (guard === null) continue;
      result.push({ value: second.value, guard: guard });
      if (result.length >= combinationLimit) return [...result, ...truncated];
    }
  }
  return result;
}

export function mapValues(of: readonly Guarded[], change: (value: Value) => Value): readonly Guarded[] {
  return of.map(({ value, guard: guard }) => ({ value: change(value), guard }));
}

/**
 * Combines two lists value by value; combinations that pick different rows of one table are left out. `cutOff` stands for those
 * beyond the limit, so that they are not forgotten; null where the caller sees to it.
 */
export function product<A, B, C>(
  left: readonly { value: A; guard: Guard }[],
  right: readonly { value: B; guard: Guard }[],
  join: (a: A, b: B) => C,
  cutOff: C | null,
): { value: C; guard: Guard }[] {
  const result: { value: C; guard: Guard }[] = [];
  for (const a of left) {
    for (const b of right) {
      const guard = conjoin(a.guard, b.guard);
      if (guard === null) continue;
      // One more than the limit: what was cut off before stands for the rest, and is the last.
      if (result.length > combinationLimit)
        return cutOff === null ? result : [...result, { value: cutOff, guard: noGuard }];
      result.push({ value: join(a.value, b.value), guard });
    }
  }
  return result;
}

/** Marks each possibility as one option of a choice, so that two looks at the same choice agree. */
export function split(id: string, options: readonly (readonly Guarded[])[]): readonly Guarded[] {
  if (options.length === 1 || isSameThroughout(options)) return options[0] ?? [];
  const shown =
    options.length > possibilityLimit ? [...options.slice(0, possibilityLimit), truncated] : options;
  const result: Guarded[] = [];
  for (const [index, option] of shown.entries()) {
    for (const { value, guard } of option) {
      const merged = conjoin(guard, { [id]: index });
      if (merged === null) continue;
      if (result.length >= combinationLimit || isOverloaded(merged)) return [...result, ...truncated];
      result.push({ value, guard: merged });
    }
  }
  return result;
}

/** Whether a possibility hangs on too many choices. */
function isOverloaded(guard: Guard): boolean {
  return Object.keys(guard).length > choiceLimit;
}

/** A choice between one thing and the same thing again is none. */
function isSameThroughout(options: readonly (readonly Guarded[])[]): boolean {
  const [first, ...others] = options;
  const one = first?.length === 1 ? first[0] : undefined;
  if (one?.guard !== noGuard) return false;
  return others.every(
    (option) => option.length === 1 && option[0]?.guard === noGuard && isSame(option[0].value, one.value),
  );
}

function isSame(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (a.kind === 'unknown' && b.kind === 'unknown')
    return a.name === b.name && a.owner === b.owner && a.trail.join('.') === b.trail.join('.');
  return a.kind === 'absent' && b.kind === 'absent';
}

/** Both sets of guard together, or null when they contradict each other. */
export function conjoin(a: Guard, b: Guard): Guard | null {
  if (a === noGuard || a === b) return b;
  if (b === noGuard) return a;
  return canAgree(a, b) ? { ...a, ...b } : null;
}

/** Whether two possibilities can hold together. */
export function canAgree(a: Guard, b: Guard): boolean {
  for (const id in b) {
    const other = a[id];
    if (other !== undefined && other !== b[id]) return false;
  }
  return true;
}

/** Possibilities that hold only together with these guard; those that contradict them fall away. */
export function underGuard(guard: Guard, alternatives: readonly Guarded[]): readonly Guarded[] {
  return alternatives.flatMap((alternative) => {
    const merged = conjoin(guard, alternative.guard);
    return merged === null ? [] : [{ value: alternative.value, guard: merged }];
  });
}
