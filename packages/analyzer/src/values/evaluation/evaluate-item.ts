import type { Expression } from '../../model/facts.js';
import { numberOf } from '../../util/number-of.js';
import { possibilityLimit, split, certain, underGuard } from '../guarded.js';
import { canonical } from '../canonical.js';
import { listOf } from '../collections.js';
import type { Interpreter } from '../interpreter.js';
import { asPieces, knownText, plainText } from '../text.js';
import type { ExternalValue, Guarded, Frame, ObjectValue, Value } from '../value.js';

/** `table[key]`: one item when the key is known, any of them otherwise. */
export function evaluateItem(
  interpreter: Interpreter,
  expression: Extract<Expression, { kind: 'item' }>,
  frame: Frame,
): readonly Guarded[] {
  const keys = interpreter.evaluate(expression.key, frame);
  return interpreter.evaluate(expression.object, frame).flatMap(({ value, guard: guard }) =>
    underGuard(
      guard,
      keys.flatMap((key) => {
        const text = knownText(key.value);
        if (text !== null) return underGuard(key.guard, interpreter.member(value, text));
        const id = `item ${canonical(expression.key)}:${frame.id}`;
        return underGuard(key.guard, itemByOpenKey(interpreter, value, id, key.value));
      }),
    ),
  );
}

function itemByOpenKey(interpreter: Interpreter, value: Value, id: string, key: Value): readonly Guarded[] {
  if (value.kind === 'object') return anyProperty(interpreter, value, id, key);
  if (key.kind === 'unknown' && key.owner !== null) interpreter.keys.set(`${id} ${idOf(value)}`, key);
  if (value.kind === 'external') return certain(computedMember(value, key));
  return anyItem(interpreter, value, id);
}

/**
 * Any property of a table, by a key that is not known. The choice hangs on the key's name, not on the table: two tables
 * asked for the same key give rows of the same name.
 */
function anyProperty(
  interpreter: Interpreter,
  table: ObjectValue,
  id: string,
  key: Value,
): readonly Guarded[] {
  const names = table.keys();
  if (names.length === 0 || names.length > possibilityLimit) return anyItem(interpreter, table, id);
  if (key.kind === 'unknown' && key.owner !== null) interpreter.keys.set(id, key);
  return names.flatMap((name) => underGuard({ [id]: numberOf(interpreter.names, name) }, table.get(name)));
}

/** A member by a name that is worked out: what the name is made of may still be settled by a caller. */
function computedMember(value: ExternalValue, key: Value): ExternalValue {
  const unknowns = asPieces(key).filter((piece) => piece.kind === 'unknown');
  return { ...value, path: [...value.path, '*'], keys: [...(value.keys ?? []), ...unknowns] };
}

function anyItem(interpreter: Interpreter, value: Value, id: string): readonly Guarded[] {
  const items = listOf(interpreter, value);
  if (items === null) return interpreter.member(value, '*');
  return split(`${id} ${idOf(value)}`, items);
}

const loopChoice = 'each ';

/** Whether a choice is which item of its list a loop is at: all of them happen. */
export function isChoiceOfLoop(id: string): boolean {
  return id.startsWith(loopChoice);
}

/** One item of what a loop goes over: any of them, and the same one for all names that the loop binds. */
export function evaluateEach(
  interpreter: Interpreter,
  expression: Extract<Expression, { kind: 'each' }>,
  frame: Frame,
): readonly Guarded[] {
  return interpreter.evaluate(expression.of, frame).flatMap(({ value, guard: guard }) => {
    const id = `${loopChoice}${frame.id}:${String(expression.span[0])}`;
    if (expression.keys && value.kind === 'object') {
      return underGuard(
        guard,
        split(
          id,
          value.keys().map((key) => certain(plainText(key))),
        ),
      );
    }
    return underGuard(guard, anyItem(interpreter, value, id));
  });
}

function idOf(value: Value): string {
  return value.kind === 'object' || value.kind === 'array' ? value.id : '';
}
