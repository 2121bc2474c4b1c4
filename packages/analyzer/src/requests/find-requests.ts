import { methodOf, type CallbackParameter } from '../builtins/methods.js';
import { fillsList } from '../lookups/fills-list.js';
import type { CallFact } from '../model/facts.js';
import type { CallSite } from '../model/program.js';
import { certain, possibilityLimit, conjoin, noGuard } from '../values/guarded.js';
import { argumentsOf } from '../values/evaluation/evaluate-call.js';
import { clientMethod, clientOf } from '../values/clients.js';
import { listOf } from '../values/collections.js';
import { givenUp } from '../values/too-deep.js';
import { callFrame, depthLimit, nestedFrame } from '../values/frames.js';
import type { Interpreter } from '../values/interpreter.js';
import { factsOf, functionFact } from '../values/interpreter.js';
import { isOverridden } from '../values/overridden.js';
import { waysTo } from '../values/guards-on-the-way.js';
import { clientRequests } from './client-requests.js';
import { openOperation, sdkEndpoint } from './sdk-calls.js';
import { unknownValue } from '../values/unknown.js';
import { guessRequest } from './guess-request.js';
import type { OpenCallee, RequestCandidate } from './request.js';
import type { Argument, Frame, FunctionValue, UnknownValue, Guard, Guarded, Value } from '../values/value.js';

/**
 * Open calls inside a function: they need its caller to be understood. Of `everything` all calls: they come to something else
 * when the method is called on an instance of a subclass.
 */
export type DeferredCalls = (
  file: string,
  index: number,
  which: 'deferred' | 'everything',
) => readonly CallSite[];

/** Everything that a call comes to in a frame. */
export function findRequests(
  interpreter: Interpreter,
  deferredCalls: DeferredCalls,
  site: CallSite,
  frame: Frame,
  way: Way = start,
): readonly RequestCandidate[] {
  const facts = factsOf(interpreter, frame);
  const call = facts.calls[site.call];
  // What a tag is handed is a text of its own language.
  if (call === undefined || call.isTag || fillsList(facts, call)) return [];
  const ways = waysTo(interpreter, call, frame);
  if (ways.length === 0) return [];
  const args = argumentsOf(interpreter, call, frame);
  const step: Step = { interpreter, deferredCalls, site, call, args, frame, way };
  const found = comeBy(way, candidatesOf(step));
  return ways.flatMap((guard) => picked(guard, found));
}

/** What is found here; what was found further in tells its way already. */
function comeBy({ via }: Way, found: readonly RequestCandidate[]): readonly RequestCandidate[] {
  if (via.length === 0) return found;
  return found.map((candidate) => (candidate.via.length > 0 ? candidate : { ...candidate, via }));
}

function candidatesOf(step: Step): readonly RequestCandidate[] {
  const { interpreter, frame } = step;
  const { callee } = step.call;
  if (callee.kind !== 'member') {
    return interpreter
      .evaluate(callee, frame)
      .flatMap(({ value, guard }) => picked(guard, called(step, value)));
  }
  return interpreter
    .evaluate(callee.object, frame)
    .flatMap(({ value, guard }) => picked(guard, calledMethod(step, value, callee.name)));
}

/** What going into one call of a helper costs of the budget: one step of thousands, so that fans of helpers end. */
const costOfSite = 10;

interface Step {
  readonly interpreter: Interpreter;
  readonly deferredCalls: DeferredCalls;
  readonly site: CallSite;
  readonly call: CallFact;
  readonly args: readonly Argument[];
  readonly frame: Frame;
  readonly way: Way;
}

/** How one came to a call: through calls of helpers, into functions none of which is entered twice. */
interface Way {
  readonly via: readonly CallSite[];
  readonly inside: readonly string[];
}

const start: Way = { via: [], inside: [] };

/** Keeps what can hold together with the choice of what is called. */
function picked(guard: Guard, candidates: readonly RequestCandidate[]): readonly RequestCandidate[] {
  if (guard === noGuard) return candidates;
  return candidates.flatMap((candidate): readonly RequestCandidate[] => {
    if (candidate.kind !== 'request') return [candidate];
    const merged = conjoin(guard, candidate.guard);
    return merged === null ? [] : [{ ...candidate, guard: merged }];
  });
}

function calledMethod(step: Step, object: Value, name: string): readonly RequestCandidate[] {
  const { interpreter, args, site } = step;
  const client = clientMethod(interpreter, object, name);
  if (client !== null) return clientRequests(interpreter, client, args);
  const handed = handedFunction(interpreter, object, name, args, site);
  if (handed !== null) return handed.flatMap(({ callback, given }) => into(step, callback, given));
  if (object.kind === 'text' || object.kind === 'array') return [];
  const through = argumentsThrough(interpreter, name, args);
  if (through !== null && isNamed(object)) return called({ ...step, args: through }, object);
  return interpreter.member(object, name).flatMap(({ value, guard }) => {
    // A method that is made at run time: the call is real, what it calls is not seen.
    const callee =
      value.kind === 'absent' && object.kind === 'instance'
        ? unknownValue(name, `\`${name}\` is made at run time`)
        : value;
    return picked(guard, called(step, callee));
  });
}

function called(step: Step, callee: Value): readonly RequestCandidate[] {
  const { interpreter, call, args } = step;
  if (callee.kind === 'module')
    return interpreter
      .exported(callee.file, '=')
      .flatMap(({ value }) => (value.kind === 'module' ? [] : called(step, value)));
  if (callee.kind === 'function') return into(step, callee, args);
  if (callee.kind === 'class') return call.isNew ? intoConstructor(step, callee) : [];
  const client = clientOf(interpreter, callee);
  if (client !== null) return clientRequests(interpreter, client, args);
  const match = sdkEndpoint(interpreter.catalog, callee);
  if (match !== null) return [{ kind: 'sdk', match, isSeen: true, via: [] }];
  const operation = openOperation(interpreter.catalog, callee);
  if (operation !== null) return [{ kind: 'operation', operation, isSeen: true, via: [] }];
  if (callee.kind !== 'external' && callee.kind !== 'unknown') return [];
  const isParameter = callee.kind === 'unknown' && callee.owner !== null && callee.trail.length === 0;
  return [...(isParameter ? [calledBack(callee, args)] : []), ...unseen(step, callee)];
}

function calledBack(callee: UnknownValue, args: readonly Argument[]): OpenCallee {
  const passed = args.flatMap((arg) => arg().map(({ value }) => value));
  const unknowns = passed.flatMap((value) =>
    value.kind === 'unknown' && value.owner !== null ? [value] : [],
  );
  return { kind: 'callee', callee, unknowns, passed, isSeen: true, via: [] };
}

/** A call that is not followed: it was too deep, or too much. */
export function notFollowed(what: string): OpenCallee {
  return { kind: 'callee', callee: givenUp(what), unknowns: [], passed: [], isSeen: false, via: [] };
}

/** A call that we cannot see into. A decorator is none: what it is handed describes the code below it. */
function unseen({ interpreter, call, args }: Step, callee: Value): readonly RequestCandidate[] {
  return call.isDecorator ? [] : guessRequest(interpreter, call, callee, args);
}

/** The open calls inside a function, seen with these arguments. */
function into(step: Step, callee: FunctionValue, args: readonly Argument[]): readonly RequestCandidate[] {
  const { interpreter, deferredCalls, frame, way } = step;
  const key = `${callee.file}#${String(callee.function)}`;
  if (way.inside.includes(key)) return [];
  const which = isOverridden(interpreter, callee) ? 'everything' : 'deferred';
  const sites = deferredCalls(callee.file, callee.function, which);
  if (sites.length === 0) return [];
  if (frame.depth >= depthLimit || !interpreter.meter.spend(0)) return [notFollowed('helper')];
  const bound = callFrame(callee, args, frame.depth + 1);
  const inside = [...way.inside, key];
  const found: RequestCandidate[] = [];
  for (const site of sites) {
    // Whoever has no steps left would find nothing in the other calls, and pay for each of them all the same.
    if (!interpreter.meter.spend(costOfSite)) return [...found, notFollowed('helper')];
    const around = interpreter.modules.facts(site.file)?.calls[site.call]?.function ?? null;
    const within = nestedFrame(interpreter, bound, around);
    const next = { via: [...way.via, site], inside };
    for (const one of findRequests(interpreter, deferredCalls, site, within, next)) found.push(one);
  }
  return found;
}

function intoConstructor(step: Step, made: Extract<Value, { kind: 'class' }>): readonly RequestCandidate[] {
  const constructor = step.interpreter.modules.facts(made.file)?.classes[made.class]?.constructor ?? null;
  if (constructor === null) return [];
  const self: Value = {
    kind: 'instance',
    of: made,
    args: step.args,
    id: `${made.file}:${String(made.class)}`,
  };
  return into(
    step,
    { kind: 'function', file: made.file, function: constructor, frame: made.frame, self },
    step.args,
  );
}

interface Handed {
  readonly callback: FunctionValue;
  readonly given: readonly Argument[];
}

/** `paths.map(load)`, `load.call(this, path)`: functions that are called through a method; null when none is. */
function handedFunction(
  interpreter: Interpreter,
  object: Value,
  name: string,
  args: readonly Argument[],
  site: CallSite,
): readonly Handed[] | null {
  if (object.kind === 'function') return calledThrough(interpreter, object, name, args);
  const row = methodOf(name)?.callback;
  if (!row?.params.includes('item')) return null;
  const items = listOf(interpreter, object);
  const callback = args[row.at]?.()[0]?.value;
  if (items === null || callback?.kind !== 'function') return null;
  // A callback written in place is followed where it stands.
  const passed = functionFact(interpreter, callback.file, callback.function).passedTo;
  if (callback.file === site.file && passed?.call === site.call) return null;
  return items.slice(0, possibilityLimit).map((item) => ({
    callback,
    given: row.params.map((handed) => handedArgument(handed, item, object, args)),
  }));
}

/** What stands for a parameter of the callback while one item is handed to it. */
function handedArgument(
  handed: CallbackParameter,
  item: readonly Guarded[],
  object: Value,
  args: readonly Argument[],
): Argument {
  if (handed === 'item') return () => item;
  if (handed === 'self') return () => certain(object);
  if (handed === 'accumulator')
    return args[1] ?? (() => certain(unknownValue('accumulated', 'it is what was made of the items before')));
  return () => certain(unknownValue(handed, 'it is the position in a list'));
}

function calledThrough(
  interpreter: Interpreter,
  callee: FunctionValue,
  name: string,
  args: readonly Argument[],
): readonly Handed[] | null {
  const given = argumentsThrough(interpreter, name, args);
  return given === null ? null : [{ callback: withSelf(callee, args[0]), given }];
}

/** What `call` and `apply` hand on; null for any other method. */
function argumentsThrough(
  interpreter: Interpreter,
  name: string,
  args: readonly Argument[],
): readonly Argument[] | null {
  if (name === 'call') return args.slice(1);
  if (name !== 'apply') return null;
  const list = args[1]?.()[0]?.value;
  const items = list === undefined ? null : listOf(interpreter, list);
  return (items ?? []).map((item) => () => item);
}

/** What a library or a client names: `orders.OrdersSearchPost.call(orders, …)`, `axios.get.apply(null, [url])`. */
function isNamed({ kind }: Value): boolean {
  return kind === 'external' || kind === 'client';
}

function withSelf(callee: FunctionValue, receiver: Argument | undefined): FunctionValue {
  const self = receiver?.()[0]?.value;
  return self === undefined || callee.self !== null ? callee : { ...callee, self };
}
