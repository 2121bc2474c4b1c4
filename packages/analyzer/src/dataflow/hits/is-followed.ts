import type { CallFact, Expression } from '../../model/facts.js';
import { containersOf } from '../../lookups/container-of.js';
import type { Callees, CallSite, Program } from '../../model/program.js';
import { transactionOf } from '../../lookups/transaction-of.js';
import { functionsOf } from '../tracking/taint-of-call.js';
import { wrapsBytes } from '../tracking/taint-of-download.js';
import { functionOf, anyCallerActivation, type Tracker } from '../domain/tracker.js';
import { isUntainted, type TaintValue } from '../domain/taint-value.js';
import { isKnownMethod } from '../models/method-models.js';
import { addsItems, methodOf } from '../../builtins/methods.js';
import { functionRow, isEnumeration } from '../../builtins/functions.js';
import { isMaskFunction } from '../models/is-mask-function.js';
import { makesRecord } from '../models/record-makers.js';
import { taintOfFunction } from '../models/function-models.js';
import { isClosedParameter, type FileContext } from './file-context.js';
import { isSeenInto } from './find-receiver-hits.js';

/** Functions that pass on what they are handed, functions of the project, methods of lists: followed elsewhere. */
export function isFollowed(context: FileContext, call: CallFact, index: number, callees: Callees): boolean {
  const { tracker, file } = context;
  const activation = anyCallerActivation(tracker, file);
  const functions = functionsOf(tracker, call, index, activation);
  if (functions.length === 0 && keepsIt(context, call, index)) return true;
  if (isPush(context, call)) return true;
  if (functions.length === 0 && isMethodOfTaint(tracker, call, activation)) return !insertsItems(call);
  if (wrapsBytes(callees)) return true;
  if (functions.some((one) => isBlind(tracker, one.file, one.function))) return false;
  if (callees.externals.some((callee) => isEnumeration(callee, call.args.length))) return false;
  const others = callees.externals.filter((callee) => taintOfFunction(callee, call.isNew) === null);
  if (others.length > 0 || !callbacksOf(callees, call).every((one) => isSeenInto(context, call, one)))
    return false;
  if (functions.length === 0) return callees.externals.length > 0;
  return isClosedParameter(context, call.callee) ?? !callees.isOpen;
}

/** A transaction that runs what it is given, and a record that is made to be saved later. */
function keepsIt({ tracker: { program }, file }: FileContext, call: CallFact, index: number): boolean {
  const site = { file, call: index };
  return isTransaction(program, site, call) || makesRecord(program, site, call);
}

/** By its name alone it may be anything: what is not seen to be a database may keep what its callback gives. */
export function isTransaction(program: Program, site: CallSite, call: CallFact): boolean {
  if (transactionOf(call, program.facts(site.file)?.calls ?? []) === null) return false;
  return program.callees(site).externals.length > 0;
}

/** `list.splice(0, 0, order)` changes the list in place, which is not followed. */
function insertsItems({ callee }: CallFact): boolean {
  return callee.kind === 'member' && addsItems(callee.name);
}

/** What a function takes from `arguments`, or leaves of a value when it masks it, is not followed. */
function isBlind(tracker: Tracker, file: string, index: number): boolean {
  const fact = functionOf(tracker, file, index);
  return fact === undefined || fact.takesArguments || isMaskFunction(tracker.program, file, fact);
}

/** `Array.from(orders, take)`: a function that the runtime hands the items to. */
function callbacksOf({ externals }: Callees, { args, isNew }: CallFact): readonly Expression[] {
  return externals.flatMap((callee) => {
    const callback = functionRow(callee, isNew)?.callback;
    const given = callback == null ? undefined : args[callback.at];
    return given === undefined ? [] : [given.value];
  });
}

export function isMethodOfTaint(
  tracker: Tracker,
  call: CallFact,
  activation: ReturnType<typeof anyCallerActivation>,
): boolean {
  if (call.callee.kind !== 'member') return false;
  if (call.callee.name === 'concat') return true;
  const self: TaintValue = tracker.evaluate(call.callee.object, activation);
  return !isUntainted(self) && isKnownMethod(call.callee.name);
}

/** Adding to a list or a map that is made in the file, or lies in one, is a write of that variable. */
function isPush({ tracker, file }: FileContext, { callee }: CallFact): boolean {
  if (callee.kind !== 'member' || methodOf(callee.name)?.effect !== 'added') return false;
  const facts = tracker.program.facts(file);
  if (facts === null) return false;
  return containersOf(facts, callee.object).some(({ binding }) => {
    const value = facts.bindings[binding]?.value;
    return value !== null && value !== undefined && isMade(tracker, file, value);
  });
}

function isMade(tracker: Tracker, file: string, value: Expression): boolean {
  if (value.kind === 'array' || value.kind === 'object') return true;
  return value.kind === 'call' && tracker.program.facts(file)?.calls[value.call]?.isNew === true;
}
