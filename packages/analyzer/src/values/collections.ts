import { certain, split, underGuard } from './guarded.js';
import type { Interpreter } from './interpreter.js';
import { knownText, plainText } from './text.js';
import type { ArrayValue, Guarded, Value } from './value.js';

/** Items of a list, values of an object; null when the value is neither. */
export function listOf(interpreter: Interpreter, value: Value): readonly (readonly Guarded[])[] | null {
  if (value.kind === 'array') return value.items();
  if (value.kind === 'object') return value.keys().map((key) => value.get(key));
  if (value.kind === 'module') return null;
  return linkedList(interpreter, value);
}

function linkedList(interpreter: Interpreter, value: Value): readonly (readonly Guarded[])[] | null {
  if (value.kind !== 'class') return null;
  const statics = interpreter.modules.facts(value.file)?.classes[value.class]?.statics ?? {};
  return Object.keys(statics).map((name) => interpreter.member(value, name));
}

export function list(id: string, items: readonly (readonly Guarded[])[]): readonly Guarded[] {
  return certain({ kind: 'array', id, items: () => items });
}

/** A list made of another, item by item: where nobody knows how that one is sorted, nobody knows it of this one. */
export function listLike(of: Value, id: string, items: readonly (readonly Guarded[])[]): readonly Guarded[] {
  return certain({ kind: 'array', id, items: () => items, ...orderOf(of) });
}

function orderOf(of: Value): Pick<ArrayValue, 'isShuffled'> {
  return of.kind === 'array' && of.isShuffled === true ? { isShuffled: true } : {};
}

/** The item at a place, counted from the end where it is negative; any of them where the order is not known. */
export function itemAtPlace(of: Value, place: number, id: string): readonly Guarded[] | null {
  if (of.kind !== 'array') return null;
  if (of.isShuffled === true) return split(`place ${id}`, of.items());
  return of.items().at(place) ?? certain({ kind: 'absent' });
}

/** Any item of a list; null when it is none. */
export function anyItemOf(interpreter: Interpreter, of: Value): readonly Guarded[] | null {
  return listOf(interpreter, of)?.flat() ?? null;
}

/** The same items in an order that is not known. */
export function shuffled(of: Value): Value {
  return of.kind === 'array' ? { ...of, isShuffled: true } : of;
}

/** `Object.entries` and its kin, on objects, enums and the pairs that a `Map` is made of. */
export function entriesOf(interpreter: Interpreter, value: Value, id: string): readonly Guarded[] | null {
  if (value.kind !== 'object') return value.kind === 'array' ? certain(value) : null;
  const pairs = value.keys().map((key) => list(`${id}.${key}`, [certain(plainText(key)), value.get(key)]));
  return list(id, pairs);
}

export function keysOf(value: Value, id: string): readonly Guarded[] | null {
  if (value.kind !== 'object') return null;
  return list(
    id,
    value.keys().map((key) => certain(plainText(key))),
  );
}

export function valuesOf(interpreter: Interpreter, value: Value, id: string): readonly Guarded[] | null {
  const items = listOf(interpreter, value);
  return items === null ? null : list(id, items);
}

/** The object that a list of pairs describes. */
export function fromEntries(interpreter: Interpreter, value: Value, id: string): Value | null {
  const pairs = listOf(interpreter, value);
  if (pairs === null) return null;
  const named = pairs.flatMap((pair) => {
    const first = pair[0]?.value;
    if (first === undefined) return [];
    const key = interpreter.member(first, '0')[0]?.value;
    const text = key === undefined ? null : knownText(key);
    return text === null ? [] : [[text, interpreter.member(first, '1')] as const];
  });
  const table = new Map(named);
  return {
    kind: 'object',
    id,
    get: (name) => table.get(name) ?? certain({ kind: 'absent' }),
    keys: () => [...table.keys()],
  };
}

/** The items of the lists in a list, and its items that are none; null when the value is no list. */
export function flatList(interpreter: Interpreter, value: Value, id: string): readonly Guarded[] | null {
  const items = listOf(interpreter, value);
  if (items === null) return null;
  return list(
    id,
    items.flatMap((item, index) => flatItem(interpreter, item, `${id}.${String(index)}`)),
  );
}

/** Where it depends on a choice which list it is, any item of any of them stands for all. */
function flatItem(
  interpreter: Interpreter,
  item: readonly Guarded[],
  id: string,
): readonly (readonly Guarded[])[] {
  const [only, another] = item;
  if (another === undefined && only?.value.kind === 'array') return listOf(interpreter, only.value) ?? [item];
  if (!item.some(({ value }) => value.kind === 'array')) return [item];
  return [
    item.flatMap(({ value, guard }) =>
      value.kind === 'array' ? underGuard(guard, split(id, value.items())) : [{ value, guard }],
    ),
  ];
}
