import type { Expression, Item } from '../model/facts.js';
import { limited, only, withPicks } from './alternatives.js';
import { listOf } from './collections.js';
import type { Linker } from './linker.js';
import { knownText } from './text.js';
import type { Alternative, ArrayValue, Frame, Value } from './value.js';

/** An object literal: properties are worked out when they are asked for, later entries first. */
export function objectOf(
  linker: Linker,
  expression: Extract<Expression, { kind: 'object' }>,
  frame: Frame,
): Value {
  const id = `${frame.file}:${String(expression.span[0])}:${frame.id}`;
  const keyOf = (key: Expression): string | null => {
    if (key.kind === 'text') return key.text;
    return knownText(linker.evaluate(key, frame)[0]?.value ?? { kind: 'absent' });
  };
  const spreads = expression.entries.filter((entry) => entry.key === null);
  const get = (name: string): readonly Alternative[] => {
    for (const entry of [...expression.entries].reverse()) {
      if (entry.key === null) {
        const found = spreadMember(linker, linker.evaluate(entry.value, frame), name);
        if (found !== null) return found;
        continue;
      }
      if (keyOf(entry.key) !== name) continue;
      const value = linker.evaluate(entry.value, frame);
      return entry.getter
        ? value.flatMap((v) => (v.value.kind === 'function' ? linker.returned(v.value, []) : [v]))
        : value;
    }
    return unseenMember(
      linker,
      spreads.map((entry) => linker.evaluate(entry.value, frame)),
      name,
    );
  };
  return {
    kind: 'object',
    id,
    get,
    keys: () =>
      expression.entries.flatMap((entry) => {
        if (entry.key !== null) return [keyOf(entry.key)].filter((key) => key !== null);
        return linker
          .evaluate(entry.value, frame)
          .flatMap(({ value }) => (value.kind === 'object' ? value.keys() : []));
      }),
  };
}

/** A property of what was spread, or null when the spread surely does not have it. */
function spreadMember(
  linker: Linker,
  spread: readonly Alternative[],
  name: string,
): readonly Alternative[] | null {
  const found = spread.flatMap(({ value, picks }) => {
    // What is unknown as a whole may hold anything; what stands before it in the literal is the better guess.
    if (value.kind === 'absent' || value.kind === 'hole' || value.kind === 'external') return [];
    return withPicks(picks, linker.member(value, name));
  });
  const present = found.filter(({ value }) => value.kind !== 'absent');
  return present.length > 0 ? limited(present) : null;
}

/** A property that no literal entry names: it may still come from a spread that is not known yet. */
function unseenMember(
  linker: Linker,
  spreads: readonly (readonly Alternative[])[],
  name: string,
): readonly Alternative[] {
  const unseen = spreads.flat().filter(({ value }) => value.kind === 'hole' || value.kind === 'external');
  if (unseen.length === 0) return only({ kind: 'absent' });
  return unseen.flatMap(({ value, picks }) => withPicks(picks, linker.member(value, name)));
}

/** An array literal; spread lists are laid out. */
export function arrayOf(
  linker: Linker,
  expression: Extract<Expression, { kind: 'array' }>,
  frame: Frame,
): ArrayValue {
  const items = (): readonly (readonly Alternative[])[] =>
    expression.items.flatMap((item) => itemsOf(linker, item, frame));
  return { kind: 'array', id: `${frame.file}:${String(expression.span[0])}:${frame.id}`, items };
}

function itemsOf(linker: Linker, item: Item, frame: Frame): readonly (readonly Alternative[])[] {
  const value = linker.evaluate(item.value, frame);
  if (!item.spread) return [value];
  return value.flatMap((alternative) => listOf(linker, alternative.value) ?? []);
}
