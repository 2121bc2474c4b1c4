import { only } from './alternatives.js';
import type { Linker } from './linker.js';
import { knownText, plainText } from './text.js';
import type { Alternative, Value } from './value.js';

/** Items of a list, values of an object; null when the value is neither. */
export function listOf(linker: Linker, value: Value): readonly (readonly Alternative[])[] | null {
  if (value.kind === 'array') return value.items();
  if (value.kind === 'object') return value.keys().map((key) => value.get(key));
  if (value.kind === 'module') return null;
  return linkedList(linker, value);
}

function linkedList(linker: Linker, value: Value): readonly (readonly Alternative[])[] | null {
  if (value.kind !== 'class') return null;
  const statics = linker.modules.facts(value.file)?.classes[value.class]?.statics ?? {};
  return Object.keys(statics).map((name) => linker.member(value, name));
}

export function list(id: string, items: readonly (readonly Alternative[])[]): readonly Alternative[] {
  return only({ kind: 'array', id, items: () => items });
}

/** `Object.entries` and its kin, on objects, enums and the pairs that a `Map` is made of. */
export function entriesOf(linker: Linker, value: Value, id: string): readonly Alternative[] | null {
  if (value.kind !== 'object') return value.kind === 'array' ? only(value) : null;
  const pairs = value.keys().map((key) => list(`${id}.${key}`, [only(plainText(key)), value.get(key)]));
  return list(id, pairs);
}

export function keysOf(value: Value, id: string): readonly Alternative[] | null {
  if (value.kind !== 'object') return null;
  return list(
    id,
    value.keys().map((key) => only(plainText(key))),
  );
}

export function valuesOf(linker: Linker, value: Value, id: string): readonly Alternative[] | null {
  const items = listOf(linker, value);
  return items === null ? null : list(id, items);
}

/** The object that a list of pairs describes. */
export function fromEntries(linker: Linker, value: Value, id: string): Value | null {
  const pairs = listOf(linker, value);
  if (pairs === null) return null;
  const named = pairs.flatMap((pair) => {
    const first = pair[0]?.value;
    if (first === undefined) return [];
    const key = linker.member(first, '0')[0]?.value;
    const text = key === undefined ? null : knownText(key);
    return text === null ? [] : [[text, linker.member(first, '1')] as const];
  });
  const table = new Map(named);
  return {
    kind: 'object',
    id,
    get: (name) => table.get(name) ?? only({ kind: 'absent' }),
    keys: () => [...table.keys()],
  };
}
