import type { Binding, Write } from '../../model/facts.js';
import { keptUnder } from '../domain/ledger.js';
import { anyCallerActivation, type Tracker } from '../domain/tracker.js';
import {
  isUntainted,
  join,
  joinAll,
  mapPaths,
  untainted,
  ofEntries,
  type TaintValue,
} from '../domain/taint-value.js';
import { cleanedUrls } from '../models/url-parts.js';
import { elementOf } from '../domain/read-field.js';
import { restOf, withoutNames } from '../domain/rest-of.js';
import { activationOf, type Activation, type Writes } from '../domain/activation.js';

/**
 * What a variable holds at a place: what it was declared as and what may have been assigned by then. An assignment that
 * happens for sure before the place, in the same function, replaces all that was before.
 */
export function taintOfVariable(
  tracker: Tracker,
  index: number,
  at: number,
  activation: Activation,
): TaintValue {
  const binding = tracker.program.facts(activation.file)?.bindings[index];
  if (binding === undefined) return untainted;
  const home = homeOf(tracker, binding, activation);
  const declared = (): TaintValue =>
    binding.value === null || isCleaned(tracker, index, home)
      ? untainted
      : tracker.evaluate(binding.value, home);
  if (binding.writes.length === 0) return declared();
  const { all, isPlain } = writesOf(tracker, index, binding, home);
  if (isPlain) return declared();
  if (binding.writes.length > toldApart) return join(declared(), all);
  const last = binding.writes.findLast((write) => replaces(write, binding, at));
  const writes = last === undefined ? binding.writes : binding.writes.slice(binding.writes.indexOf(last));
  const start = last === undefined ? declared() : untainted;
  return writes.reduce((held, write) => afterWrite(tracker, held, write, at, binding, home), start);
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

/** The scope of the function that a variable is declared in, or the open one where its caller is not given. */
function homeOf(tracker: Tracker, binding: Binding, activation: Activation): Activation {
  if (activation.function === null) return activation;
  if (binding.function === null) return anyCallerActivation(tracker, activation.file);
  return activationOf(activation, binding.function) ?? activation;
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
