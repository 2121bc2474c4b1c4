import type { Sink } from '@leastscope/scope-catalog';
import type { CallFact, Expression, FunctionFact, Escape, Span } from '../../model/facts.js';
import { containersOf } from '../../lookups/container-of.js';
import type { Callees, CallSite, Program } from '../../model/program.js';
import { transactionOf } from '../../lookups/transaction-of.js';
import { argumentsOf, functionsOf } from '../tracking/taint-of-call.js';
import { answersByAssignment } from '../../lookups/framework-entry-points.js';
import { isRegistration } from './answering-functions.js';
import { wrapsBytes } from '../tracking/taint-of-download.js';
import { isEmpty } from './empty-branches.js';
import { functionOf, anyCallerActivation, type Tracker } from '../domain/tracker.js';
import {
  allPaths,
  functionsIn,
  isTainted,
  isUntainted,
  join,
  joinAll,
  untainted,
  type TaintValue,
} from '../domain/taint-value.js';
import { isKnownMethod } from '../models/method-models.js';
import { addsItems, methodOf } from '../../builtins/methods.js';
import { functionRow, isEnumeration } from '../../builtins/functions.js';
import { isMask } from '../models/is-mask.js';
import { isWholeResponse, type AccessPath } from '../domain/access-path.js';
import { makesRecord } from '../models/record-makers.js';
import { taintOfFunction } from '../models/function-models.js';
import { isClosedParameter, type FileContext } from './file-context.js';
import { isSeenInto, findReceiverHits } from './find-receiver-hits.js';
import type { FlowHit } from './flow-hit.js';
import { sinkOf } from './sink-of.js';
import { effectsOfStatement } from './statement-effects.js';
import { originsByCallers } from './receiver-origins.js';
import { asEscape, hitsAt, sinkHit, type SinkHit } from './sink-hit.js';

/** Every place of a file where paths of responses leave the code that is followed. */
export function findSinkHits(context: FileContext): readonly FlowHit[] {
  const facts = context.tracker.program.facts(context.file);
  if (facts === null) return [];
  return [
    ...facts.calls.flatMap((call, index) => outflowsOfCall(context, call, index)),
    ...facts.escapes.flatMap((escaped) => outflowsOfOutlet(context, escaped)),
    ...findReceiverHits(context),
  ].filter((seen) => !isFailure(facts.failures, seen) && !isEmpty(context, facts.emptyBranches, seen));
}

/** What a request answers when it has failed holds nobody's data. */
function isFailure(failures: readonly Span[], { path: path, span }: FlowHit): boolean {
  if (!isWholeResponse(path)) return false;
  return failures.some(([start, end]) => start <= span.start && span.end <= end);
}

function outflowsOfCall(context: FileContext, call: CallFact, index: number): readonly FlowHit[] {
  const { tracker, file } = context;
  const activation = anyCallerActivation(tracker, file);
  const given = join(joinAll(argumentsOf(tracker, call, activation)), savedBy(context, call, index));
  const paths = allPaths(given);
  const back = isRegistration(tracker, file, call, index) ? [] : givenBack(context, given);
  if (paths.length + back.length === 0) return [];
  const out = wayOf(context, call, index);
  if (out === null) return [];
  return hitsAt(tracker, file, out.to === 'escaped' ? [...paths, ...back] : paths, call.span, out);
}

/** `row.save()`: a store takes what its own receiver holds. */
function savedBy({ tracker, catalog, file }: FileContext, call: CallFact, index: number): TaintValue {
  if (call.callee.kind !== 'member') return untainted;
  const self = tracker.evaluate(call.callee.object, anyCallerActivation(tracker, file));
  if (!isTainted(self)) return untainted;
  const sink = sinkOf(catalog, tracker.program.callees({ file, call: index }), call);
  return sink?.kind === 'store' ? self : untainted;
}

/** What functions that are handed over give back to whoever calls them; of those nobody else calls, it is told there. */
function givenBack({ tracker, called }: FileContext, given: TaintValue): readonly AccessPath[] {
  return functionsIn(given)
    .filter((one) => called.has(`${one.file}#${String(one.function)}`))
    .flatMap((one) => allPaths(tracker.resultOf(one, [])));
}

/** What a call does with what it is handed; null when that is followed, or nothing. */
function wayOf(context: FileContext, call: CallFact, index: number): SinkHit | null {
  const { tracker, file } = context;
  const site = { file, call: index };
  const callees = tracker.program.callees(site);
  const sink = sinkOf(context.catalog, callees, call) ?? sinkByCallers(context, site, call);
  if (sink !== null && !makesStatement(sink, callees, call)) return wayOfSink(context, sink, call);
  if (
    callees.externals.some(
      ({ package: name, path }) => name === 'global' && path.join('.') === 'JSON.stringify',
    )
  )
    return sinkHit('serialised', call.calleeText);
  // What a request to the platform carries is its own body.
  if (tracker.program.uses(site).length > 0 || tracker.program.isRequest(site)) return null;
  if (callees.request !== null) return wayOfRequest(callees.request.recipient, call);
  if (isFollowed(context, call, index, callees)) return null;
  if (call.isTag) return asEscape(call.calleeText, 'it is put into a tagged template');
  return asEscape(call.calleeText, `it is handed to \`${call.calleeText}\`, which cannot be seen into`);
}

/** `sql(rows)`, called as a function, makes a part of a statement: the tag that it is put into keeps it. */
function makesStatement({ statement }: Sink, { externals }: Callees, call: CallFact): boolean {
  if (statement !== 'sql' || call.isTag) return false;
  return externals.length > 0 && externals.every((callee) => taintOfFunction(callee, call.isNew) !== null);
}

/** The sink that a call on a parameter is, by what callers hand over. */
function sinkByCallers(
  { tracker, catalog, callers }: FileContext,
  site: CallSite,
  call: CallFact,
): Sink | null {
  if (call.callee.kind !== 'member') return null;
  const externals = originsByCallers({ program: tracker.program, callers: callers() }, site);
  return sinkOf(catalog, { externals, isOpen: false }, call);
}

const destinationOf = { log: 'logged', store: 'stored', respond: 'returned', disclose: 'sent' } as const;

function wayOfSink({ tracker, file }: FileContext, sink: Sink, call: CallFact): SinkHit | null {
  if (sink.statement === 'sql') {
    const effects = effectsOfStatement(tracker.program, file, call);
    if (effects === null)
      return asEscape(
        call.calleeText,
        `it is handed to \`${call.calleeText}\` with a statement that is not known`,
      );
    // A value that is handed to a `select` is looked up, not kept.
    if (!effects.includes('store')) return null;
  }
  // What is deleted is named by it, not kept.
  if (sink.kind === 'delete') return null;
  return { ...sinkHit(destinationOf[sink.kind], call.calleeText), recipient: sink.recipient?.domain ?? null };
}

function wayOfRequest(recipient: string | null, call: CallFact): SinkHit {
  if (recipient !== null) return { ...sinkHit('sent', call.calleeText), recipient };
  return asEscape(call.calleeText, 'it is sent to an address that is not known');
}

/** Functions that pass on what they are handed, functions of the project, methods of lists: followed elsewhere. */
function isFollowed(context: FileContext, call: CallFact, index: number, callees: Callees): boolean {
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
function isTransaction(program: Program, site: CallSite, call: CallFact): boolean {
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
  return fact === undefined || fact.takesArguments || isMask(tracker.program, file, fact);
}

/** `Array.from(orders, take)`: a function that the runtime hands the items to. */
function callbacksOf({ externals }: Callees, { args, isNew }: CallFact): readonly Expression[] {
  return externals.flatMap((callee) => {
    const callback = functionRow(callee, isNew)?.callback;
    const given = callback == null ? undefined : args[callback.at];
    return given === undefined ? [] : [given.value];
  });
}

function isMethodOfTaint(
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

function outflowsOfOutlet(context: FileContext, escaped: Escape): readonly FlowHit[] {
  const { tracker, file } = context;
  const paths = allPaths(tracker.evaluate(escaped.value, anyCallerActivation(tracker, file)));
  if (paths.length === 0) return [];
  const out = wayOfOutlet(context, escaped);
  return out === null ? [] : hitsAt(tracker, file, paths, escaped.span, out);
}

const reasons: Readonly<Record<Exclude<Escape['kind'], 'return' | 'yield' | 'yield-all'>, string>> = {
  throw: 'it is thrown',
  markup: 'it is put into a page',
  export: 'it is exported',
  assign: 'it is assigned to something outside the file',
  other: 'it is used in a way that is not followed',
};

function wayOfOutlet(context: FileContext, { kind, target, function: index }: Escape): SinkHit | null {
  if (kind === 'assign' && target !== null && isAnswer(target)) return sinkHit('returned', target);
  if (kind !== 'return' && kind !== 'yield' && kind !== 'yield-all') return asEscape(kind, reasons[kind]);
  if (index === null) return null;
  return wayOfReturn(context, index);
}

function isAnswer(target: string): boolean {
  const end = target.lastIndexOf('.');
  return end > 0 && answersByAssignment(target.slice(0, end), target.slice(end + 1));
}

/** What a function without a name is handed to. */
function registrarOf(tracker: Tracker, file: string, { passedTo }: FunctionFact): string | null {
  if (passedTo === null) return null;
  return tracker.program.facts(file)?.calls[passedTo.call]?.calleeText ?? null;
}

/** To callers that were seen it is followed; to a framework or to nobody that was seen it is given away. */
function wayOfReturn({ tracker, file, called, answering }: FileContext, index: number): SinkHit | null {
  const fact = tracker.program.facts(file)?.functions[index];
  if (fact === undefined) return null;
  const name = fact.name ?? registrarOf(tracker, file, fact) ?? 'this function';
  const key = `${file}#${String(index)}`;
  if (answering.has(key)) return sinkHit('returned', name);
  if (called.has(key) || tracker.getters.has(key) || isCallbackOfList(tracker, file, index)) return null;
  return asEscape(name, `\`${name}\` gives it back to a caller that was not seen`);
}

/** `orders.map((order) => …)`: what the callback gives back is in the new list. */
function isCallbackOfList(tracker: Tracker, file: string, index: number): boolean {
  const passed = tracker.program.facts(file)?.functions[index]?.passedTo;
  if (passed == null) return false;
  const call = tracker.program.facts(file)?.calls[passed.call];
  if (call?.callee.kind !== 'member') return isPassing(tracker, file, passed.call);
  return (
    isTransaction(tracker.program, { file, call: passed.call }, call) ||
    isMethodOfTaint(tracker, call, anyCallerActivation(tracker, file)) ||
    isPassing(tracker, file, passed.call)
  );
}

function isPassing(tracker: Tracker, file: string, call: number): boolean {
  const { externals } = tracker.program.callees({ file, call });
  return externals.length > 0 && externals.every((callee) => taintOfFunction(callee, false) !== null);
}
