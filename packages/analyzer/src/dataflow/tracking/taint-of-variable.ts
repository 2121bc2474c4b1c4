import type { Binding, Write } from '../../model/facts.js';
import { contextOf } from '../../walk/context.js';
import type { Variable } from '../../walk/domain.js';
import { keptUnder } from '../domain/ledger.js';
import { anyCallerActivation, type Tracker } from '../domain/tracker.js';
import {
  isUntainted,
  join,
  joinAll,
  mapPaths,
  untainted,
  ofEntries,
  weightOfEntries,
  type TaintValue,
} from '../domain/taint-value.js';
import { cleanedUrls } from '../models/url-parts.js';
import { elementOf } from '../domain/read-field.js';
import { restOf, withoutNames } from '../domain/rest-of.js';
import type { Activation, Writes } from '../domain/taint-value-types.js';

/**
 * What a variable holds at a place: what it was declared as and what may have been assigned by then. An assignment that
 * happens for sure before the place, in the same function, replaces all that was before.
 */
export function taintOfVariable(
  tracker: Tracker,
  { index, binding, at, home, writes: writesSeen, declared: declaration }: Variable<TaintValue, Activation>,
): TaintValue {
  const declared = (): TaintValue => (isCleaned(tracker, index, home) ? untainted : declaration());
  if (binding.writes.length === 0) return declared();
  const { all, isPlain } = writesOf(tracker, index, binding, home);
  if (isPlain) return declared();
  if (binding.writes.length > toldApart) return join(declared(), all);
  const seen = writesSeen();
  const last = seen.findLast((write) => replaces(write, binding, at));
  const writes = last === undefined ? seen : seen.slice(seen.indexOf(last));
  const start = last === undefined ? declared() : untainted;
  return writes.reduce((held, write) => {
    const after = afterWrite(tracker, held, write, at, binding, home);
    // Assignment by assignment an object may grow: what a variable has become is paid for at each of them.
    tracker.budget -= weightOfEntries(after);
    return after;
  }, start);
}

function isCleaned({ program }: Tracker, index: number, { file }: Activation): boolean {
  const facts = program.facts(file);
  return facts !== null && cleanedUrls(program, facts).has(index);
}

/** Of more assignments than this it is not asked which of them come before a place. */
const toldApart = 100;

const unsettled: Writes = { all: untainted, isPlain: false };

/** Assignments to a variable, looked at once: what all of them bring, and whether none of them matters. */
function writesOf(tracker: Tracker, index: number, binding: Binding, home: Activation): Writes {
  // Assignments may ask for the variable themselves.
  return keptUnder(tracker.ledger, home.writes, index, unsettled, () => {
    const all = joinAll(
      binding.writes.map((write) => afterWrite(tracker, untainted, write, -1, binding, home)),
    );
    return { all, isPlain: isUntainted(all) && binding.writes.every(({ operator }) => operator !== 'set') };
  });
}

/** Where a variable of a function around is declared: its activation, or the open one where its caller is not given. */
export function homeOf(tracker: Tracker, activation: Activation, index: number | null): Activation {
  if (activation.function === null) return activation;
  if (index === null) return anyCallerActivation(tracker, activation.file);
  return contextOf(activation, index) ?? activation;
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
  tracker: Tracker,
  held: TaintValue,
  write: Write,
  at: number,
  binding: Binding,
  home: Activation,
): TaintValue {
  const value = addedBy(write, tracker.evaluate(write.value, home));
  const [name] = write.path;
  if (name === undefined) return isUntainted(value) ? held : join(held, value);
  const isSure = write.branches.length === 0 && write.function === binding.function && write.at <= at;
  // `order.cpf = mask(order.cpf)`: what was there before is gone.
  const isReplaced = isSure && write.operator === 'set' && write.path.length === 1;
  const before = isReplaced ? replaced(held, name) : held;
  return join(before, ofEntries([[name === '*' ? '[]' : name, nested(write.path.slice(1), value)]]));
}

function replaced(held: TaintValue, name: string): TaintValue {
  // Positions in lists are not told apart.
  if (name === '*' || /^\d+$/.test(name)) return mapPaths(held, (one) => withoutNames(one, [name]));
  return restOf(held, [name]);
}

/** What a write brings: the value, or a list that holds it. */
function addedBy({ operator }: Write, value: TaintValue): TaintValue {
  if (operator === 'push') return ofEntries([['[]', value]]);
  return operator === 'push-all' ? ofEntries([['[]', elementOf(value)]]) : value;
}

function nested(path: readonly string[], value: TaintValue): TaintValue {
  return path.reduceRight((inner, name) => ofEntries([[name === '*' ? '[]' : name, inner]]), value);
}
