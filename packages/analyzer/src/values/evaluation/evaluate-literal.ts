import type { Expression, Item } from '../../model/facts.js';
import { once } from '../../util/once.js';
import { limited, certain, truncated, underGuard } from '../guarded.js';
import { listOf } from '../collections.js';
import type { Interpreter } from '../interpreter.js';
import { knownText, plainText } from '../text.js';
import { unknownValue } from '../unknown.js';
import type { Guarded, ArrayValue, Frame, Value } from '../value.js';

/** An object literal: properties are worked out when they are asked for, later entries first. */
export function objectOf(
  interpreter: Interpreter,
  expression: Extract<Expression, { kind: 'object' }>,
  frame: Frame,
): Value {
  const id = `${frame.file}:${String(expression.span[0])}:${frame.id}`;
  const keyOf = (key: Expression): string | null => {
    if (key.kind === 'text') return key.text;
    return knownText(interpreter.evaluate(key, frame)[0]?.value ?? { kind: 'absent' });
  };
  const spreads = expression.entries.filter((entry) => entry.key === null);
  const named = once(() => plainEntries(expression));
  const get = (name: string): readonly Guarded[] => {
    const plain = named();
    if (plain !== null) return plainMember(interpreter, plain.get(name), name, frame);
    for (const entry of [...expression.entries].reverse()) {
      if (entry.key === null) {
        const found = spreadMember(interpreter, interpreter.evaluate(entry.value, frame), name);
        if (found !== null) return found;
        continue;
      }
      if (keyOf(entry.key) !== name) continue;
      const value = interpreter.evaluate(entry.value, frame);
      return entry.getter
        ? value.flatMap((v) => (v.value.kind === 'function' ? interpreter.returned(v.value, []) : [v]))
        : value;
    }
    return unseenMember(
      interpreter,
      spreads.map((entry) => interpreter.evaluate(entry.value, frame)),
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
        return interpreter
          .evaluate(entry.value, frame)
          .flatMap(({ value }) => (value.kind === 'object' ? value.keys() : []));
      }),
  };
}

type ObjectExpression = Extract<Expression, { kind: 'object' }>;
type Entry = ObjectExpression['entries'][number];

/** The entries of an object by name, the last of each name; null where one is spread, worked out or got. */
function plainEntries({ entries }: ObjectExpression): ReadonlyMap<string, Entry> | null {
  const found = new Map<string, Entry>();
  for (const entry of entries) {
    if (entry.key?.kind !== 'text' || entry.getter) return null;
    found.set(entry.key.text, entry);
  }
  return found;
}

function plainMember(
  interpreter: Interpreter,
  entry: Entry | undefined,
  name: string,
  frame: Frame,
): readonly Guarded[] {
  return entry === undefined ? unseenMember(interpreter, [], name) : interpreter.evaluate(entry.value, frame);
}

/** A property of what was spread, or null when the spread surely does not have it. */
function spreadMember(
  interpreter: Interpreter,
  spread: readonly Guarded[],
  name: string,
): readonly Guarded[] | null {
  const found = spread.flatMap(({ value, guard: guard }) => {
    // What is unknown as a whole may hold anything; what stands before it in the literal is the better guess.
    if (value.kind === 'absent' || value.kind === 'unknown' || value.kind === 'external') return [];
    return underGuard(guard, interpreter.member(value, name));
  });
  const present = found.filter(({ value }) => value.kind !== 'absent');
  return present.length > 0 ? limited(present) : null;
}

/** A property that no literal entry names: it may still come from a spread that is not known yet. */
function unseenMember(
  interpreter: Interpreter,
  spreads: readonly (readonly Guarded[])[],
  name: string,
): readonly Guarded[] {
  const unseen = spreads.flat().filter(({ value }) => value.kind === 'unknown' || value.kind === 'external');
  if (unseen.length === 0) return certain({ kind: 'absent' });
  return unseen.flatMap(({ value, guard: guard }) => underGuard(guard, interpreter.member(value, name)));
}

/** Lists that are spread into each other double with each step; more items than this are not told apart. */
const spreadLimit = 2_048;

const unseenItem = certain(unknownValue('value', 'it is an item of a list that is not known'));

/** An array literal; spread lists are laid out. */
export function arrayOf(
  interpreter: Interpreter,
  expression: Extract<Expression, { kind: 'array' }>,
  frame: Frame,
): ArrayValue {
  const items = interpreter.meter.lasting((): readonly (readonly Guarded[])[] => {
    const all = expression.items.flatMap((item) => itemsOf(interpreter, item, frame));
    // What is spread and not known may hold something.
    if (all.length === 0 && expression.items.some((item) => isUnseen(interpreter, item, frame)))
      return [unseenItem];
    const isTooLong = all.length > Math.max(spreadLimit, expression.items.length);
    return isTooLong ? [...all.slice(0, spreadLimit), truncated] : all;
  });
  return { kind: 'array', id: `${frame.file}:${String(expression.span[0])}:${frame.id}`, items };
}

function isUnseen(interpreter: Interpreter, { spread, value }: Item, frame: Frame): boolean {
  const isKnown = (of: Value): boolean => knownText(of) !== null || listOf(interpreter, of) !== null;
  return spread && interpreter.evaluate(value, frame).some((one) => !isKnown(one.value));
}

function itemsOf(interpreter: Interpreter, item: Item, frame: Frame): readonly (readonly Guarded[])[] {
  const value = interpreter.evaluate(item.value, frame);
  if (!item.spread) return [value];
  return value.flatMap((alternative) => spreadItems(interpreter, alternative.value));
}

/** The items of what is spread: of a list, of a text its letters. */
function spreadItems(interpreter: Interpreter, value: Value): readonly (readonly Guarded[])[] {
  const text = knownText(value);
  if (text !== null) return Array.from(text.slice(0, spreadLimit), (letter) => certain(plainText(letter)));
  return listOf(interpreter, value) ?? [];
}
