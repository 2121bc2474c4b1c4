import type { Expression } from '../model/facts.js';
import { alternativeLimit, choose, only, withPicks } from './alternatives.js';
import { canonical } from './canonical.js';
import { listOf } from './collections.js';
import type { Linker } from './linker.js';
import { knownText, plainText } from './text.js';
import type { Alternative, Frame, ObjectValue, Value } from './value.js';

/** `table[key]`: one item when the key is known, any of them otherwise. */
export function evaluateItem(
  linker: Linker,
  expression: Extract<Expression, { kind: 'item' }>,
  frame: Frame,
): readonly Alternative[] {
  const keys = linker.evaluate(expression.key, frame);
  return linker.evaluate(expression.object, frame).flatMap(({ value, picks }) =>
    withPicks(
      picks,
      keys.flatMap((key) => {
        const text = knownText(key.value);
        if (text !== null) return withPicks(key.picks, linker.member(value, text));
        const id = `item ${canonical(expression.key)}:${frame.id}`;
        if (value.kind === 'object') return anyProperty(linker, value, id, key.value);
        if (key.value.kind === 'hole' && key.value.owner !== null)
          linker.keys.set(`${id} ${idOf(value)}`, key.value);
        return anyItem(linker, value, id);
      }),
    ),
  );
}

/**
 * Any property of a table, by a key that is not known. The choice hangs on the key's name, not on the table: two tables
 * asked for the same key give rows of the same name.
 */
function anyProperty(linker: Linker, table: ObjectValue, id: string, key: Value): readonly Alternative[] {
  const names = table.keys();
  if (names.length === 0 || names.length > alternativeLimit) return anyItem(linker, table, id);
  if (key.kind === 'hole' && key.owner !== null) linker.keys.set(id, key);
  return names.flatMap((name) => withPicks({ [id]: numberOf(linker, name) }, table.get(name)));
}

/** A number for a name, the same all through a run. */
function numberOf(linker: Linker, name: string): number {
  const known = linker.names.get(name);
  if (known !== undefined) return known;
  linker.names.set(name, linker.names.size);
  return linker.names.size - 1;
}

function anyItem(linker: Linker, value: Value, id: string): readonly Alternative[] {
  const items = listOf(linker, value);
  if (items === null) return linker.member(value, '*');
  return choose(`${id} ${idOf(value)}`, items);
}

/** One item of what a loop goes over: any of them, and the same one for all names that the loop binds. */
export function evaluateEach(
  linker: Linker,
  expression: Extract<Expression, { kind: 'each' }>,
  frame: Frame,
): readonly Alternative[] {
  return linker.evaluate(expression.of, frame).flatMap(({ value, picks }) => {
    const id = `each ${frame.id}:${String(expression.span[0])}`;
    if (expression.keys && value.kind === 'object') {
      return withPicks(
        picks,
        choose(
          id,
          value.keys().map((key) => only(plainText(key))),
        ),
      );
    }
    return withPicks(picks, anyItem(linker, value, id));
  });
}

function idOf(value: Value): string {
  return value.kind === 'object' || value.kind === 'array' ? value.id : '';
}
