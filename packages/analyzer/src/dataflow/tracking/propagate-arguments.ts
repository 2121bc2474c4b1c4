import type { CallFact, FunctionFact } from '../../model/facts.js';
import type { CallSite } from '../../model/program.js';
import { argumentsOf, functionsOf } from './taint-of-call.js';
import { beginRound } from './create-tracker.js';
import { isCurrent, noteChanged, recorded } from '../domain/ledger.js';
import { createCarriedFile, isCarried } from '../domain/carried-file.js';
import { functionKey, anyCallerActivation, parameterKey, type Tracker } from '../domain/tracker.js';
import { activationAt } from './activation-at.js';
import { noteHanding } from './note-handing.js';
import { crossFile } from './cross-file.js';
import {
  holdsFunctions,
  isTainted,
  isUntainted,
  join,
  untainted,
  ofEntries,
  signatureOf,
  withOpenFunctions,
  type FunctionRef,
  type TaintValue,
} from '../domain/taint-value.js';
import { distinct } from '../../util/distinct.js';
import type { ImportReach } from './import-reach.js';
import { argumentsByMethod } from '../models/method-models.js';

/** More rounds than this only chase their own tail. */
const roundLimit = 16;

/**
 * Carries what calls hand over into the functions they call, until nothing new arrives anywhere. Each function is looked
 * at with all its callers together. `before`: files that were looked through; `fresh`: files that were not. Gives all
 * that are looked through now: these, and those that something of a response is handed to.
 */
export function propagateArguments(
  tracker: Tracker,
  before: readonly string[],
  fresh: readonly string[],
  reach: ImportReach,
): readonly string[] {
  const files = new Set([...before, ...fresh]);
  let reached: readonly string[] = fresh;
  for (let round = 0; round < roundLimit && reached.length > 0; round += 1) {
    beginRound(tracker);
    tracker.resultsOfCallbacks.clear();
    reached = [...files].flatMap((file) => carryFrom(tracker, file, { files, reach }));
    for (const file of reached) files.add(file);
  }
  if (reached.length > 0) tracker.isExhausted = true;
  return [...files].sort();
}

/** Functions that some call of these files was seen to call, as `file#index`. */
export function calledFrom({ carried }: Tracker, files: readonly string[]): ReadonlySet<string> {
  const called = new Set<string>();
  for (const file of files) for (const key of carried.get(file)?.all().callees ?? []) called.add(key);
  return called;
}

interface Carrying {
  readonly files: ReadonlySet<string>;
  readonly reach: ImportReach;
}

/** Most calls hand over nothing that matters. */
const nothing: readonly string[] = [];

/**
 * The files to be looked through because something new is handed to a function of theirs. Calls that hand over what they
 * did before are not looked at.
 */
function carryFrom(tracker: Tracker, file: string, { files, reach }: Carrying): readonly string[] {
  const carried = tracker.carried.get(file) ?? createCarriedFile();
  tracker.carried.set(file, carried);
  const calls = tracker.program.facts(file)?.calls ?? [];
  if (carried.calls.size === calls.length && isCarried(tracker.ledger, carried))
    return without(carried.all().due, files);
  return calls.flatMap((call, index) => {
    const known = carried.calls.get(index);
    if (known !== undefined && isCurrent(tracker.ledger, known))
      return known.due.length === 0 ? nothing : known.due.filter((one) => !files.has(one));
    const { value: handed, stamp } = recorded(tracker.ledger, () => handedCalls(tracker, file, call, index));
    if (stamp.basis.notes.length > 0) tracker.ledger.filesWithNotes.add(file);
    if (handed.length === 0) {
      carried.set(index, { ...stamp, callees: nothing, due: known?.due ?? nothing });
      return nothing;
    }
    const due = handed.flatMap(({ callee, args, site }) => {
      const news = carryInto(tracker, { file, call, callee, args, site, reach });
      const isDue = news === 'paths' || (news === 'functions' && mayUse(tracker, files, callee));
      return isDue ? [callee.file] : [];
    });
    const callees = handed.map(({ callee }) => functionKey(callee.file, callee.function));
    carried.set(index, { ...stamp, callees, due: distinct([...(known?.due ?? []), ...due]) });
    return due;
  });
}

/** Asked of every file in every round, and nearly always of none. */
function without(due: ReadonlySet<string>, files: ReadonlySet<string>): readonly string[] {
  return due.size === 0 ? nothing : [...due].filter((one) => !files.has(one));
}

/**
 * Whether a function that is handed functions only could do with them what matters: it, too, holds something of a
 * response, gets some from them, or hands them on. Most (`each(rows, visit)`) do nothing of the kind, and code is full of
 * them.
 */
function mayUse(tracker: Tracker, files: ReadonlySet<string>, callee: FunctionRef): boolean {
  if (files.has(callee.file)) return true;
  // What was worked out before did not know of them.
  beginRound(tracker);
  const activation = anyCallerActivation(tracker, callee.file);
  const facts = tracker.program.facts(callee.file);
  return (facts?.calls ?? []).some((call, index) => {
    if (!isIn(facts?.functions ?? [], call.function, callee.function)) return false;
    const args = argumentsOf(tracker, call, activation);
    if (args.some(isTainted) || isTainted(tracker.callResult(index, activation))) return true;
    return args.some(holdsFunctions) && functionsOf(tracker, call, index, activation).length > 0;
  });
}

function isIn(functions: readonly FunctionFact[], index: number | null, outer: number): boolean {
  for (let at = index; at !== null; at = functions[at]?.parent ?? null) if (at === outer) return true;
  return false;
}

/** Functions that are called with arguments: by the call itself, or by the method that they are handed to. */
function handedCalls(
  tracker: Tracker,
  file: string,
  call: CallFact,
  index: number,
): readonly Pick<HandedCall, 'callee' | 'args' | 'site'>[] {
  const activation = activationAt(tracker, file, call);
  const args = argumentsOf(tracker, call, activation);
  const direct = functionsOf(tracker, call, index, activation).map((callee) => ({
    callee,
    args,
    site: { file, call: index },
  }));
  if (call.callee.kind !== 'member' || args[0] === undefined || args[0].functions.size === 0) return direct;
  const self = tracker.evaluate(call.callee.object, activation);
  const given = isUntainted(self) ? null : argumentsByMethod(call.callee.name, self);
  if (given === null) return direct;
  return [
    ...direct,
    ...[...args[0].functions.values()].map((callee) => ({ callee, args: given, site: null })),
  ];
}

interface HandedCall {
  readonly file: string;
  readonly call: CallFact;
  /** Null where a method that the function is handed to calls it. */
  readonly site: CallSite | null;
  readonly callee: FunctionRef;
  readonly args: readonly TaintValue[];
  readonly reach: ImportReach;
}

/** What is handed over that was not before. */
function carryInto(
  tracker: Tracker,
  { file, call, callee, args, site, reach }: HandedCall,
): 'nothing' | 'functions' | 'paths' {
  const params = tracker.program.facts(callee.file)?.functions[callee.function]?.params ?? [];
  if (params.length === 0 || args.length === 0) return 'nothing';
  const handed = params.map(({ rest }, position) => {
    const given = rest
      ? ofEntries(args.slice(position).map((arg, at) => [String(at), arg]))
      : (args[position] ?? untainted);
    if (isUntainted(given) || !isOfInterest(given)) return untainted;
    return crossFile(tracker, withOpenFunctions(given), { from: file, to: callee.file, call, reach });
  });
  const isNewHere = noteHanding(tracker, callee, { site, args: handed });
  const fresh = handed.flatMap((given, position) => {
    if (isUntainted(given)) return [];
    const key = parameterKey(callee.file, callee.function, position);
    const before = tracker.parameters.get(key) ?? untainted;
    const after = join(before, given);
    const isSame = signatureOf(after) === signatureOf(before);
    if (!isSame) noteChanged(tracker.ledger, key);
    if (!isNewHere && isSame) return [];
    tracker.parameters.set(key, after);
    return [after];
  });
  if (fresh.length === 0) return 'nothing';
  return fresh.some(isTainted) ? 'paths' : 'functions';
}

/** Functions are handed over too: what is handed to them inside comes back to where they stand. */
function isOfInterest(given: TaintValue): boolean {
  return isTainted(given) || holdsFunctions(given);
}
