import { deepHole } from './too-deep.js';
import type { Alternative, Picks, Value } from './value.js';

/** More possibilities than this are not told apart any more. */
export const alternativeLimit = 256;

/** Combinations of two such lists; larger, so that a cut-off in one of them is still among them. */
export const combinationLimit = 2 * alternativeLimit;

export const noPicks: Picks = Object.freeze({});

/** Stands for the possibilities that are not told apart: they are not forgotten, the value stays open. */
export const cutOff: readonly Alternative[] = [{ value: deepHole('value'), picks: noPicks }];

/** No more possibilities than are told apart; what is cut off is not forgotten. */
export function limited(alternatives: readonly Alternative[]): readonly Alternative[] {
  return alternatives.length <= combinationLimit
    ? alternatives
    : [...alternatives.slice(0, combinationLimit), ...cutOff];
}

/** A value that is certain. */
export function only(value: Value): readonly Alternative[] {
  return [{ value, picks: noPicks }];
}

/** The possibilities of `then`, for each possibility of `of`, where both can hold together. */
export function chain(
  of: readonly Alternative[],
  then: (value: Value) => readonly Alternative[],
): readonly Alternative[] {
  const result: Alternative[] = [];
  for (const first of of) {
    for (const second of then(first.value)) {
      const picks = mergePicks(first.picks, second.picks);
      if (picks === null) continue;
      result.push({ value: second.value, picks });
      if (result.length >= combinationLimit) return [...result, ...cutOff];
    }
  }
  return result;
}

export function mapValues(
  of: readonly Alternative[],
  change: (value: Value) => Value,
): readonly Alternative[] {
  return of.map(({ value, picks }) => ({ value: change(value), picks }));
}

/** Combines two lists value by value; combinations that pick different rows of one table are left out. */
export function combine<A, B, C>(
  left: readonly { value: A; picks: Picks }[],
  right: readonly { value: B; picks: Picks }[],
  join: (a: A, b: B) => C,
): { value: C; picks: Picks }[] {
  const result: { value: C; picks: Picks }[] = [];
  for (const a of left) {
    for (const b of right) {
      const picks = mergePicks(a.picks, b.picks);
      if (picks === null) continue;
      result.push({ value: join(a.value, b.value), picks });
      if (result.length >= combinationLimit) return result;
    }
  }
  return result;
}

/** Marks each possibility as one option of a choice, so that two looks at the same choice agree. */
export function choose(id: string, options: readonly (readonly Alternative[])[]): readonly Alternative[] {
  if (options.length === 1 || isSameThroughout(options)) return options[0] ?? [];
  return [
    ...options.slice(0, alternativeLimit),
    ...(options.length > alternativeLimit ? [cutOff] : []),
  ].flatMap((option, index) =>
    option.flatMap(({ value, picks }) => {
      const merged = mergePicks(picks, { [id]: index });
      return merged === null ? [] : [{ value, picks: merged }];
    }),
  );
}

/** A choice between one thing and the same thing again is none. */
function isSameThroughout(options: readonly (readonly Alternative[])[]): boolean {
  const [first, ...others] = options;
  const one = first?.length === 1 ? first[0] : undefined;
  if (one?.picks !== noPicks) return false;
  return others.every(
    (option) => option.length === 1 && option[0]?.picks === noPicks && isSame(option[0].value, one.value),
  );
}

function isSame(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (a.kind === 'hole' && b.kind === 'hole')
    return a.name === b.name && a.owner === b.owner && a.trail.join('.') === b.trail.join('.');
  return a.kind === 'absent' && b.kind === 'absent';
}

/** Both sets of picks together, or null when they contradict each other. */
export function mergePicks(a: Picks, b: Picks): Picks | null {
  if (a === noPicks) return b;
  if (b === noPicks) return a;
  for (const [id, index] of Object.entries(b)) {
    const other = a[id];
    if (other !== undefined && other !== index) return null;
  }
  return { ...a, ...b };
}

/** Possibilities that hold only together with these picks; those that contradict them fall away. */
export function withPicks(picks: Picks, alternatives: readonly Alternative[]): readonly Alternative[] {
  return alternatives.flatMap((alternative) => {
    const merged = mergePicks(picks, alternative.picks);
    return merged === null ? [] : [{ value: alternative.value, picks: merged }];
  });
}
