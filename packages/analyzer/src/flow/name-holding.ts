import type { Binding, Write } from '../model/facts.js';
import { openScope, type Flow } from './flow.js';
import { isNothing, join, joinAll, mapParts, nothing, ofEntries, type Holding } from './holding.js';
import { itemIn, withoutNames } from './member-of.js';
import { scopeOf, type Scope, type Writes } from './scope.js';

/**
 * What a variable holds at a place: what it was declared as and what may have been assigned by then. An assignment that
 * happens for sure before the place, in the same function, replaces all that was before.
 */
export function nameHolding(flow: Flow, index: number, at: number, scope: Scope): Holding {
  const binding = flow.code.facts(scope.file)?.bindings[index];
  if (binding === undefined) return nothing;
  const home = homeOf(flow, binding, scope);
  const declared = (): Holding => (binding.value === null ? nothing : flow.holdingOf(binding.value, home));
  if (binding.writes.length === 0) return declared();
  const { all, isPlain } = writesOf(flow, index, binding, home);
  if (isPlain) return declared();
  if (binding.writes.length > toldApart) return join(declared(), all);
  const last = binding.writes.findLast((write) => replaces(write, binding, at));
  const writes = last === undefined ? binding.writes : binding.writes.slice(binding.writes.indexOf(last));
  const start = last === undefined ? declared() : nothing;
  return writes.reduce((held, write) => afterWrite(flow, held, write, at, binding, home), start);
}

/** Of more assignments than this it is not asked which of them come before a place. */
const toldApart = 100;

/** Assignments to a variable, looked at once: what all of them bring, and whether none of them matters. */
function writesOf(flow: Flow, index: number, binding: Binding, home: Scope): Writes {
  const known = home.writes.get(index);
  if (known !== undefined) return known;
  // Assignments may ask for the variable themselves.
  home.writes.set(index, { all: nothing, isPlain: false });
  const held = joinAll(binding.writes.map((write) => afterWrite(flow, nothing, write, -1, binding, home)));
  const isPlain = isNothing(held) && binding.writes.every(({ operator }) => operator !== 'set');
  const found = { all: held, isPlain };
  home.writes.set(index, found);
  return found;
}

/** The scope of the function that a variable is declared in, or the open one where its caller is not given. */
function homeOf(flow: Flow, binding: Binding, scope: Scope): Scope {
  if (scope.function === null) return scope;
  if (binding.function === null) return openScope(flow, scope.file);
  return scopeOf(scope, binding.function) ?? scope;
}

function replaces(write: Write, binding: Binding, at: number): boolean {
  return (
    write.operator === 'set' &&
    write.path.length === 0 &&
    write.branches.length === 0 &&
    write.function === binding.function &&
    write.at <= at
  );
}

function afterWrite(
  flow: Flow,
  held: Holding,
  write: Write,
  at: number,
  binding: Binding,
  home: Scope,
): Holding {
  const value = flow.holdingOf(write.value, home);
  const [name, ...deeper] = write.path;
  if (name !== undefined) {
    if (deeper.length > 0) return held;
    const isSure = write.branches.length === 0 && write.function === binding.function && write.at <= at;
    // `order.cpf = mask(order.cpf)`: what was there before is gone.
    const before = isSure ? mapParts(held, (one) => withoutNames(one, [name])) : held;
    return join(before, ofEntries([[name === '*' ? '[]' : name, value]]));
  }
  if (isNothing(value)) return held;
  if (write.operator === 'push') return join(held, ofEntries([['[]', value]]));
  if (write.operator === 'push-all') return join(held, ofEntries([['[]', itemIn(value)]]));
  return joinAll([held, value]);
}
