import { bind, certain } from '../guarded.js';
import type { Interpreter } from '../interpreter.js';
import { plainText } from '../text.js';
import { unknownValue } from '../unknown.js';
import type { Argument, FunctionValue, Guarded, ObjectValue, Value } from '../value.js';

/**
 * `new Proxy({} as Client, { get: (_, name) => connect()[name] })`: what its `get` gives for a name is the member of that
 * name; without one it is what it stands before.
 */
export function proxied(interpreter: Interpreter, args: readonly Argument[], id: string): readonly Guarded[] {
  const [target = () => certain({ kind: 'absent' }), handler] = args;
  const getters = bind(handler?.() ?? [], (value) =>
    value.kind === 'object' ? value.get('get') : certain({ kind: 'absent' }),
  );
  const getter = getters.map(({ value }) => value).find((value) => value.kind === 'function');
  if (getter?.kind === 'function') return certain(asObject(interpreter, getter, target, id));
  const known = target().filter(({ value }) => !isEmpty(value));
  return known.length > 0
    ? known
    : certain(unknownValue('proxy', 'what stands behind a `Proxy` is not known'));
}

function asObject(
  interpreter: Interpreter,
  getter: FunctionValue,
  target: Argument,
  id: string,
): ObjectValue {
  const get = (name: string): readonly Guarded[] =>
    interpreter.returned(getter, [target, () => certain(plainText(name))]);
  return { kind: 'object', id, get, keys: () => [] };
}

/** `{}` stands for nothing but its type. */
function isEmpty(value: Value): boolean {
  return value.kind === 'absent' || (value.kind === 'object' && value.keys().length === 0);
}
