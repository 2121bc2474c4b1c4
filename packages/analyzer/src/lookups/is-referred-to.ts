import type { FileFacts } from '../model/facts.js';

/** Whether a file asks for one of its own functions anywhere but where it declares and exports it. */
export function isReferredTo(facts: FileFacts, index: number, name: string): boolean {
  const binding = facts.bindings.findIndex(
    ({ value }) => value?.kind === 'function' && value.function === index,
  );
  const exports = Object.entries(facts.exports).filter(([exported]) => exported !== name);
  const bindings = facts.bindings.filter((_binding, at) => at !== binding);
  return mentions([{ ...facts, exports: [], bindings }, exports.map(([, value]) => value)], (node) =>
    node['kind'] === 'name'
      ? node['binding'] === binding
      : node['kind'] === 'function' && node['function'] === index,
  );
}

/** Facts are plain data: whatever holds an expression holds it somewhere below. */
function mentions(value: unknown, isIt: (node: Readonly<Record<string, unknown>>) => boolean): boolean {
  if (Array.isArray(value)) return value.some((item) => mentions(item, isIt));
  if (typeof value !== 'object' || value === null) return false;
  const node = value as Readonly<Record<string, unknown>>;
  return isIt(node) || Object.values(node).some((part) => mentions(part, isIt));
}
