import type { Expression, Item } from '../../model/facts.js';
import { once } from '../../util/once.js';
import { certain, truncated } from '../guarded.js';
import { listOf } from '../collections.js';
import type { Interpreter } from '../interpreter.js';
import { knownText, plainText } from '../text.js';
import { orReplaced, spreadMember, unseenMember } from '../spread-member.js';
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
    const behind: (readonly Guarded[])[] = [];
    for (const entry of [...expression.entries].reverse()) {
      if (entry.key === null) {
        const spread = interpreter.evaluate(entry.value, frame);
        const found = spreadMember(interpreter, spread, name);
        if (found !== null) return orReplaced(interpreter, found, behind, name);
        behind.push(spread);
        continue;
      }
      if (keyOf(entry.key) !== name) continue;
      const value = interpreter.evaluate(entry.value, frame);
      const got = entry.getter
        ? value.flatMap((v) => (v.value.kind === 'function' ? interpreter.returned(v.value, []) : [v]))
        : value;
      return orReplaced(interpreter, got, behind, name);
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
    const isTooLong = all.length > Math.max(spreadLimit, expression.items.length);
    return isTooLong ? [...all.slice(0, spreadLimit), truncated] : all;
  });
  return { kind: 'array', id: `${frame.file}:${String(expression.span[0])}:${frame.id}`, items };
}

function itemsOf(interpreter: Interpreter, item: Item, frame: Frame): readonly (readonly Guarded[])[] {
  const value = interpreter.evaluate(item.value, frame);
  if (!item.spread) return [value];
  return value.flatMap((alternative) => spreadItems(interpreter, alternative.value));
}

/** The items of what is spread: of a list, of a text its letters; of what is not known it may be anything. */
function spreadItems(interpreter: Interpreter, value: Value): readonly (readonly Guarded[])[] {
  const text = knownText(value);
  if (text !== null) return Array.from(text.slice(0, spreadLimit), (letter) => certain(plainText(letter)));
  return listOf(interpreter, value) ?? [unseenItem];
}
