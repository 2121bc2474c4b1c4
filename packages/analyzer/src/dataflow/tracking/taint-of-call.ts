import type { CallFact, Expression, FileFacts, Escape } from '../../model/facts.js';
import { transactionOf } from '../../lookups/transaction-of.js';
import { groupBy } from '../../util/group-by.js';
import type { Use } from '../../model/needs.js';
import { isCurrent, keptUnder, noteBasis, recorded } from '../domain/ledger.js';
import { noteUnfollowed } from '../domain/notes.js';
import { functionKey, functionOf, anyCallerActivation, type Tracker } from '../domain/tracker.js';
import { givesResults, taintOfMethod } from '../models/method-models.js';
import { isNeverOwn } from '../../builtins/methods.js';
import {
  allPaths,
  holdsFunctions,
  isTainted,
  isUntainted,
  join,
  joinAll,
  keyOfFunction,
  mapPaths,
  untainted,
  ofEntries,
  ofPaths,
  signatureOf,
  type FunctionRef,
  type TaintValue,
} from '../domain/taint-value.js';
import { ofAllowList } from './allow-list.js';
import { isMaskFunction } from '../models/is-mask-function.js';
import { elementOf, fieldOf } from '../domain/read-field.js';
import { derive, sourcePath } from '../domain/access-path.js';
import { responseTo, responseToRequest } from '../domain/source.js';
import { taintOfFunction } from '../models/function-models.js';
import { makesRecord, mayMakeRecord } from '../models/record-makers.js';
import { taintOfBytes, taintOfDownload } from './taint-of-download.js';
import { secretOfCall } from './secrets.js';
import { bodyOfCall } from './webhook-bodies.js';
import { taintOfInstance } from './taint-of-instance.js';
import type { Activation } from '../domain/taint-value-types.js';

/** Helpers nested deeper than this are not entered. */
const depthLimit = 14;

/** What a call gives back: the answer of a request, what a function makes of its arguments, or nothing that is known. */
export function taintOfCall(tracker: Tracker, index: number, activation: Activation): TaintValue {
  const call = tracker.program.facts(activation.file)?.calls[index];
  if (call === undefined || tracker.budget <= 0) return untainted;
  return keptUnder(tracker.ledger, activation.calls, index, untainted, () => {
    const made = resultOf(tracker, call, index, activation);
    return isUntainted(made) ? taintByName(tracker, activation.file, call) : made;
  });
}

/** Of a call of which nothing else is known: the body of a request, a variable of the environment. */
function taintByName(tracker: Tracker, file: string, call: CallFact): TaintValue {
  const body = bodyOfCall(tracker, file, call);
  return isUntainted(body) ? secretOfCall(tracker, file, call) : body;
}

function resultOf(tracker: Tracker, call: CallFact, index: number, activation: Activation): TaintValue {
  const site = { file: activation.file, call: index };
  const uses = tracker.program.uses(site);
  const isRequest = uses.length === 0 && tracker.program.isRequest(site);
  if (uses.length === 0) {
    const made = byMethod(tracker, call, index, activation);
    // `orders.get(key)` of a map looks like a request to whoever does not know what it holds.
    if (made !== null && (!isRequest || isTainted(made))) return made;
  }
  const callees = functionsOf(tracker, call, index, activation);
  const args = callees.length === 0 ? [] : argumentsOf(tracker, call, activation);
  const given = joinAll(callees.map((callee) => tracker.resultOf(callee, args)));
  if (uses.length > 0 && isUntainted(given) && givesNothing(tracker, callees)) return lostIn(tracker, uses);
  if (uses.length > 0) return answered(tracker, given, uses);
  if (call.isNew)
    return join(passedOn(tracker, call, index, activation), taintOfInstance(tracker, index, activation));
  if (!tracker.program.isForCaller(site))
    return join(ofKnownUses(given), passedOn(tracker, call, index, activation));
  if (isRequest) return ofPaths([sourcePath(responseToRequest(site))]);
  return join(given, passedOn(tracker, call, index, activation));
}

/** Helpers that give nothing back: whatever they do with the answer is seen in them. */
function givesNothing(tracker: Tracker, callees: readonly FunctionRef[]): boolean {
  return callees.length > 0 && callees.every((callee) => isVoid(tracker, callee));
}

function isVoid(tracker: Tracker, { file, function: index }: FunctionRef): boolean {
  const fact = functionOf(tracker, file, index);
  if (fact?.returns.length !== 0 || fact.role !== 'function') return false;
  return yieldsOf(tracker, file, index).length === 0;
}

const yieldsByFunction = new WeakMap<FileFacts, ReadonlyMap<string, readonly Escape[]>>();

/** Where a generator yields. Asked of every call, and hardly any function is one. */
function yieldsOf(tracker: Tracker, file: string, index: number): readonly Escape[] {
  const facts = tracker.program.facts(file);
  if (facts === null) return [];
  const known =
    yieldsByFunction.get(facts) ??
    groupBy(
      facts.escapes.filter(({ kind }) => kind === 'yield' || kind === 'yield-all'),
      (escaped) => String(escaped.function),
    );
  yieldsByFunction.set(facts, known);
  return known.get(String(index)) ?? [];
}

/** Where the request itself is not followed, nobody knows what the helper does with its answer. */
function lostIn(tracker: Tracker, uses: readonly Use[]): TaintValue {
  for (const use of uses) if (use.endpoint !== null) noteUnfollowed(tracker, use);
  return untainted;
}

function isHandedIn(tracker: Tracker, file: string, callback: Expression): boolean {
  if (callback.kind !== 'name') return callback.kind === 'parameter';
  return tracker.program.facts(file)?.bindings[callback.binding]?.value?.kind === 'parameter';
}

/** A method of a list, a text, a map or a promise that holds paths. */
function byMethod(
  tracker: Tracker,
  call: CallFact,
  index: number,
  activation: Activation,
): TaintValue | null {
  if (call.callee.kind !== 'member') return null;
  const self = tracker.evaluate(call.callee.object, activation);
  const { name } = call.callee;
  // An empty list holds nothing, until something is added.
  if (name === 'concat') return joinAll([self, ...argumentsOf(tracker, call, activation)]);
  if (isUntainted(self)) return givenByCallback(tracker, call, index, activation);
  if (name === 'bind') return { ...untainted, functions: self.functions };
  if (isOwnMethod(tracker, call, index, activation)) return null;
  if (name === 'call' && self.functions.size > 0) return null;
  return taintOfMethod({
    tracker,
    self,
    name,
    args: argumentsOf(tracker, call, activation),
    call,
    activation,
  });
}

/**
 * `ids.map((id) => fetchOrder(id))`: the list holds nothing of a response, what its callback gives back does. Not for a
 * callback that is handed in: `Promise.resolve().then(load)` in a cache would give to everyone what any of them loads.
 */
function givenByCallback(
  tracker: Tracker,
  call: CallFact,
  index: number,
  activation: Activation,
): TaintValue | null {
  const name = call.callee.kind === 'member' ? call.callee.name : '';
  const callback = call.args[0]?.value;
  if (!givesResults(name) || callback === undefined || isHandedIn(tracker, activation.file, callback))
    return null;
  if (isOwnMethod(tracker, call, index, activation)) return null;
  const args = argumentsOf(tracker, call, activation);
  const found = taintOfMethod({ tracker, self: untainted, name, args, call, activation });
  return found === null || isUntainted(found) ? null : found;
}

/** A method that the project's own object or class has is its own business, whatever its name. */
export function isOwnMethod(
  tracker: Tracker,
  call: CallFact,
  index: number,
  activation: Activation,
): boolean {
  return functionsOf(tracker, call, index, activation).length > 0;
}

/** Most calls call no function of the project. */
const none: readonly never[] = [];

/** The functions of the project that a call may call, with what the names around them stand for where that is known. */
export function functionsOf(
  tracker: Tracker,
  call: CallFact,
  index: number,
  activation: Activation,
): readonly FunctionRef[] {
  const values = taintOfCallee(tracker, call, activation).functions;
  const linked = isBuiltIn(call)
    ? none
    : tracker.program.callees({ file: activation.file, call: index }).functions;
  if (values.size === 0 && linked.length === 0) return none;
  const held = [...values.values()];
  const others = linked.filter(
    (one) => !held.some((other) => other.file === one.file && other.function === one.function),
  );
  return [...held, ...others.map(({ file, function: at }) => ({ file, function: at, activation: null }))];
}

function isBuiltIn({ callee }: CallFact): boolean {
  return callee.kind === 'member' && isNeverOwn(callee.name);
}

/** Methods of instances are found by the link; here only what is held as a value counts. */
function taintOfCallee(tracker: Tracker, { callee }: CallFact, activation: Activation): TaintValue {
  if (callee.kind !== 'member') return tracker.evaluate(callee, activation);
  if (callee.object.kind === 'import') return untainted;
  return fieldOf(tracker.evaluate(callee.object, activation), callee.name);
}

/** The arguments; behind a spread list every position may hold any of its items. */
export function argumentsOf(tracker: Tracker, call: CallFact, activation: Activation): readonly TaintValue[] {
  const spread = call.args.findIndex((arg) => arg.spread);
  const whole = call.args.map((arg) => tracker.evaluate(arg.value, activation));
  const plain = ofAllowList(tracker, call, activation.file, whole);
  if (spread < 0) return plain;
  const rest = joinAll(
    plain.slice(spread).map((one, at) => (call.args[spread + at]?.spread ? elementOf(one) : one)),
  );
  return [...plain.slice(0, spread), rest, rest, rest, rest];
}

/** A transaction gives what its callback gives. */
function ranInTransaction(
  tracker: Tracker,
  call: CallFact,
  index: number,
  activation: Activation,
): TaintValue {
  const { facts, callees } = tracker.program;
  if (transactionOf(call, facts(activation.file)?.calls ?? []) === null) return untainted;
  if (callees({ file: activation.file, call: index }).functions.length > 0) return untainted;
  const given = argumentsOf(tracker, call, activation);
  return joinAll(
    given.flatMap((one) => [...one.functions.values()].map((callback) => tracker.resultOf(callback, []))),
  );
}

/** A record holds what it is made of. */
function recordOf(tracker: Tracker, call: CallFact, index: number, activation: Activation): TaintValue {
  if (!mayMakeRecord(call)) return untainted;
  const given = joinAll(argumentsOf(tracker, call, activation));
  if (!isTainted(given)) return untainted;
  return makesRecord(tracker.program, { file: activation.file, call: index }, call) ? given : untainted;
}

function passedOn(tracker: Tracker, call: CallFact, index: number, activation: Activation): TaintValue {
  const passing = tracker.program
    .callees({ file: activation.file, call: index })
    .externals.map((callee) => taintOfFunction(callee, call.isNew))
    .filter((one) => one !== null);
  const args = passing.length === 0 ? [] : argumentsOf(tracker, call, activation);
  return joinAll([
    ...passing.map((pass) => pass(args, tracker)),
    recordOf(tracker, call, index, activation),
    ranInTransaction(tracker, call, index, activation),
    taintOfBytes(tracker, call, index, activation),
    taintOfDownload(tracker, call, index, activation),
  ]);
}

/**
 * The answer to a use: what the helper makes of the response, from now on by the endpoint that is named here. Where the
 * helper cannot be followed, the call gives the answer or something taken out of it.
 */
function answered(tracker: Tracker, given: TaintValue, uses: readonly Use[]): TaintValue {
  const isAnswer = allPaths(given).some(({ source }) => source.kind === 'request');
  const known = uses.filter(({ endpoint }) => endpoint !== null);
  if (!isAnswer) {
    const helped = known.filter(({ via }) => via.length > 0);
    for (const use of helped) noteUnfollowed(tracker, use);
    return join(
      given,
      ofPaths(known.map((use) => derive(sourcePath(responseTo(use)), { isOpaque: helped.includes(use) }))),
    );
  }
  return joinAll([
    ofKnownUses(given),
    ...known.map((use) =>
      mapPaths(given, (one) =>
        one.source.kind === 'request' ? derive(one, { source: responseTo(use) }) : one,
      ),
    ),
  ]);
}

/** Answers whose endpoint nobody on this way names are of a call that stays open. */
function ofKnownUses(given: TaintValue): TaintValue {
  return mapPaths(given, (one) => (one.source.kind === 'request' ? null : one));
}

/** What a function gives back for these arguments, the names around it as they were where it was made. */
export function taintOfResult(
  tracker: Tracker,
  callee: FunctionRef,
  args: readonly TaintValue[],
): TaintValue {
  const fact = functionOf(tracker, callee.file, callee.function);
  const outer = callee.activation ?? anyCallerActivation(tracker, callee.file);
  if (outer.depth >= depthLimit) tracker.isExhausted = true;
  if (fact === undefined || outer.depth >= depthLimit || tracker.budget <= 0) return untainted;
  if (isMaskFunction(tracker.program, callee.file, fact)) return untainted;
  const key = `${keyOfFunction(callee)}(${args.map(signatureOf).join(';')})`;
  const results = args.some(holdsFunctions) ? tracker.resultsOfCallbacks : tracker.results;
  const known = results.get(key);
  if (known !== undefined && isCurrent(tracker.ledger, known)) {
    noteBasis(tracker.ledger, known.basis);
    return known.value;
  }
  const name = functionKey(callee.file, callee.function);
  // A function that calls itself adds nothing to what its other ways give.
  if (tracker.active.has(name)) return untainted;
  tracker.active.add(name);
  const { value, stamp } = recorded(tracker.ledger, () => {
    const activation = enterFunction(tracker, callee, outer, args);
    const given = joinAll(fact.returns.map((returned) => tracker.evaluate(returned, activation)));
    return join(given, yieldedBy(tracker, callee, activation));
  });
  tracker.active.delete(name);
  results.set(key, { value, ...stamp });
  return value;
}

/** What a generator yields are the items of what it gives back. */
function yieldedBy(
  tracker: Tracker,
  { file, function: index }: FunctionRef,
  activation: Activation,
): TaintValue {
  return ofEntries(
    yieldsOf(tracker, file, index).map(({ kind, value }) => {
      const held = tracker.evaluate(value, activation);
      return ['[]', kind === 'yield' ? held : elementOf(held)];
    }),
  );
}

/** One call of a function: its parameters stand for what is handed over here. */
export function enterFunction(
  tracker: Tracker,
  { file, function: index }: FunctionRef,
  outer: Activation,
  args: readonly TaintValue[],
): Activation {
  tracker.made += 1;
  return {
    id: `${file}#${String(index)}~${String(tracker.made)}`,
    file,
    function: index,
    args,
    parent: outer,
    depth: outer.depth + 1,
    known: new Map(),
    calls: new Map(),
    writes: new Map(),
  };
}
