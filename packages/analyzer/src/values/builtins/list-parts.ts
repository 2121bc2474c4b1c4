import { list, listLike, listOf } from '../collections.js';
import { bind, certain, split } from '../guarded.js';
import type { Interpreter } from '../interpreter.js';
import { plainText } from '../text.js';
import type { Guarded, Value } from '../value.js';

const absent = certain({ kind: 'absent' });

/** Keys or values of a map that is held as the list of its pairs; any other list is what it is. */
export function partsOfPairs(
  interpreter: Interpreter,
  self: Value,
  id: string,
  part: string,
): readonly Guarded[] {
  if (self.kind !== 'array' || self.isMap !== true) return certain(self);
  return list(
    id,
    self.items().map((pair) => bind(pair, (value) => interpreter.member(value, part))),
  );
}

export function keysOfList(interpreter: Interpreter, self: Value, id: string): readonly Guarded[] | null {
  if (self.kind !== 'array') return null;
  if (self.isMap === true) return partsOfPairs(interpreter, self, id, '0');
  return listLike(
    self,
    id,
    self.items().map((_, place) => certain(plainText(String(place)))),
  );
}

/** `list.entries()`: each item behind its place. */
export function numbered(self: Value, id: string): readonly Guarded[] | null {
  if (self.kind !== 'array') return null;
  if (self.isMap === true) return certain(self);
  return list(
    id,
    self.items().map((item, at) => list(`${id}.${String(at)}`, [certain(plainText(String(at))), item])),
  );
}

/** One step of an iterator: some item. */
export function nextOf(interpreter: Interpreter, self: Value, id: string): readonly Guarded[] {
  const items = split(`next ${id}`, listOf(interpreter, self) ?? []);
  const get = (name: string): readonly Guarded[] => (name === 'value' ? items : absent);
  return certain({ kind: 'object', id, get, keys: () => ['value', 'done'] });
}
