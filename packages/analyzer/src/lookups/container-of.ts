import type { CallFact, Expression } from '../model/facts.js';

/** A list or a map that lies in a variable, however deep. */
export interface Container {
  readonly binding: number;
  /** Names on the way from the variable to it; `*` for a key that is worked out, and `*`, `1` for the value of a map. */
  readonly path: readonly string[];
}

/** `rows`, `result.rows`, `byDay[day]`, `byDay.get(day) ?? []`: where it lies; null when not in a variable of the file. */
export function containerOf(calls: readonly CallFact[], of: Expression): Container | null {
  switch (of.kind) {
    case 'name':
      return { binding: of.binding, path: [] };
    case 'member':
      return below(containerOf(calls, of.object), of.name);
    case 'item':
      return below(containerOf(calls, of.object), '*');
    case 'fallback':
      return containerOf(calls, of.value);
    case 'call':
      return valueOfMap(calls, calls[of.call]);
    default:
      return null;
  }
}

function valueOfMap(calls: readonly CallFact[], call: CallFact | undefined): Container | null {
  if (call?.callee.kind !== 'member' || call.callee.name !== 'get') return null;
  return below(containerOf(calls, call.callee.object), '*', '1');
}

function below(container: Container | null, ...names: readonly string[]): Container | null {
  return container === null ? null : { binding: container.binding, path: [...container.path, ...names] };
}

/** Names for names for names of a list are rare; a ring of them must end. */
const aliasLimit = 4;

/** Where a list lies by way of all variables that stand for it, nearest first: `const rows = byDay.get(day)`. */
export function containersOf(
  { calls, bindings }: { readonly calls: readonly CallFact[]; readonly bindings: readonly Declared[] },
  of: Expression,
): readonly Container[] {
  const found: Container[] = [];
  let at = containerOf(calls, of);
  while (at !== null && found.length < aliasLimit) {
    found.push(at);
    const { binding, path } = at;
    const value = bindings[binding]?.value ?? null;
    const around = value === null ? null : containerOf(calls, value);
    at = around === null ? null : { binding: around.binding, path: [...around.path, ...path] };
  }
  return found;
}

interface Declared {
  readonly value: Expression | null;
}
