import type { Sink } from '@leastscope/scope-catalog';
import type { CallFact, Expression, FunctionFact, Outlet, Span } from '../model/facts.js';
import type { Callees } from '../model/linked-code.js';
import { own } from '../model/own.js';
import { argumentsOf, functionsOf } from './called.js';
import { isEmpty } from './empty-answer.js';
import { functionOf, openScope, type Flow } from './flow.js';
import { allParts, functionsIn, isNothing, joinAll, type Holding } from './holding.js';
import { methodHolding } from './list-methods.js';
import { isMask } from './masks.js';
import { isWholeAnswer, type Part } from './part.js';
import { passingFunction } from './passing-functions.js';
import { isClosedParameter, type Look } from './look.js';
import { isSeenInto, seeReceivers } from './see-receivers.js';
import type { Sighting } from './sighting.js';
import { effectsOfStatement, sinkOf } from './sink-of.js';
import { lost, seen, way, type Way } from './way.js';

/** Every place of a file where parts of responses leave the code that is followed. */
export function seeOutflows(look: Look): readonly Sighting[] {
  const facts = look.flow.code.facts(look.file);
  if (facts === null) return [];
  return [
    ...facts.calls.flatMap((call, index) => outflowsOfCall(look, call, index)),
    ...facts.outlets.flatMap((outlet) => outflowsOfOutlet(look, outlet)),
    ...seeReceivers(look),
  ].filter((seen) => !isFailure(facts.failures, seen) && !isEmpty(look, facts.emptyBranches, seen));
}

/** What a request answers when it has failed holds nobody's data. */
function isFailure(failures: readonly Span[], { part, span }: Sighting): boolean {
  if (!isWholeAnswer(part)) return false;
  return failures.some(([start, end]) => start <= span.start && span.end <= end);
}

function outflowsOfCall(look: Look, call: CallFact, index: number): readonly Sighting[] {
  const { flow, file } = look;
  const scope = openScope(flow, file);
  const given = joinAll(argumentsOf(flow, call, scope));
  const parts = allParts(given);
  const back = givenBack(look, given);
  if (parts.length + back.length === 0) return [];
  const out = wayOf(look, call, index);
  if (out === null) return [];
  return seen(flow, file, out.to === 'escaped' ? [...parts, ...back] : parts, call.span, out);
}

/** What functions that are handed over give back to whoever calls them; of those nobody else calls, it is told there. */
function givenBack({ flow, called }: Look, given: Holding): readonly Part[] {
  return functionsIn(given)
    .filter((one) => called.has(`${one.file}#${String(one.function)}`))
    .flatMap((one) => allParts(flow.returned(one, [])));
}

/** What a call does with what it is handed; null when that is followed, or nothing. */
function wayOf(look: Look, call: CallFact, index: number): Way | null {
  const { flow, file } = look;
  const site = { file, call: index };
  const callees = flow.code.callees(site);
  const sink = sinkOf(look.catalog, callees, call);
  if (sink !== null) return wayOfSink(look, sink, call);
  if (
    callees.externals.some(
      ({ package: name, path }) => name === 'global' && path.join('.') === 'JSON.stringify',
    )
  )
    return way('serialised', call.calleeText);
  // What a request to the platform carries is its own body.
  if (flow.code.uses(site).length > 0 || flow.code.isRequest(site)) return null;
  if (callees.request !== null) return wayOfRequest(callees.request.host, call);
  if (isFollowed(look, call, index, callees)) return null;
  return lost(call.calleeText, `it is handed to \`${call.calleeText}\`, which cannot be seen into`);
}

const destinationOf = { log: 'logged', store: 'stored', respond: 'returned' } as const;

function wayOfSink({ flow, file }: Look, sink: Sink, call: CallFact): Way | null {
  if (sink.statement === 'sql') {
    // A value that is handed to a `select` is looked up, not kept.
    if (effectsOfStatement(flow.code, file, call)?.includes('store') !== true) return null;
  }
  // What is deleted is named by it, not kept.
  return sink.kind === 'delete' ? null : way(destinationOf[sink.kind], call.calleeText);
}

function wayOfRequest(host: string | null, call: CallFact): Way {
  if (host !== null) return { ...way('sent', call.calleeText), recipient: host };
  return lost(call.calleeText, 'it is sent to an address that is not known');
}

/** Functions that pass on what they are handed, functions of the project, methods of lists: followed elsewhere. */
function isFollowed(look: Look, call: CallFact, index: number, callees: Callees): boolean {
  const { flow, file } = look;
  const scope = openScope(flow, file);
  const functions = functionsOf(flow, call, index, scope);
  if (functions.length === 0 && isMethodOfHolding(flow, call, scope)) return !insertsItems(call);
  if (isPush(look, call)) return true;
  if (functions.some((one) => isBlind(functionOf(flow, one.file, one.function)))) return false;
  if (callees.externals.some((callee) => isEnumeration(callee.path, call))) return false;
  const others = callees.externals.filter((callee) => passingFunction(callee, call.isNew) === null);
  if (others.length > 0 || !callbacksOf(call).every((one) => isSeenInto(look, call, one))) return false;
  if (functions.length === 0) return callees.externals.length > 0;
  return isClosedParameter(look, call.callee) ?? !callees.isOpen;
}

/** `list.splice(0, 0, order)` changes the list in place, which is not followed. */
function insertsItems({ callee }: CallFact): boolean {
  return callee.kind === 'member' && /^(?:splice|fill)$/.test(callee.name);
}

/** What a function takes from `arguments`, or leaves of a value when it masks it, is not followed. */
function isBlind(fact: FunctionFact | undefined): boolean {
  return fact === undefined || fact.takesArguments || isMask(fact.name);
}

/** `Array.from(orders, take)`: a function that the runtime hands the items to. */
function callbacksOf({ callee, args }: CallFact): readonly Expression[] {
  const isMapping = callee.kind === 'member' && callee.name === 'from';
  return isMapping ? args.slice(1, 2).map(({ value }) => value) : [];
}

/** All properties are gone through: any of them may be read. */
function isEnumeration(path: readonly string[], { args }: CallFact): boolean {
  const name = path.slice(-2).join('.');
  // With a second argument every value is handed to a function.
  return name === 'Object.entries' || name === 'Object.assign' || (name === 'JSON.parse' && args.length > 1);
}

function isMethodOfHolding(flow: Flow, call: CallFact, scope: ReturnType<typeof openScope>): boolean {
  if (call.callee.kind !== 'member') return false;
  if (call.callee.name === 'concat') return true;
  const self: Holding = flow.holdingOf(call.callee.object, scope);
  if (isNothing(self)) return false;
  return methodHolding(flow, self, call.callee.name, []) !== null;
}

/** Adding to a list or a map that is made in the file is a write of that variable. */
function isPush({ flow, file }: Look, { callee }: CallFact): boolean {
  if (callee.kind !== 'member' || callee.object.kind !== 'name') return false;
  if (!/^(?:push|unshift|set)$/.test(callee.name)) return false;
  const value = flow.code.facts(file)?.bindings[callee.object.binding]?.value;
  return value !== null && value !== undefined && isMade(flow, file, value);
}

function isMade(flow: Flow, file: string, value: Expression): boolean {
  if (value.kind === 'array' || value.kind === 'object') return true;
  return value.kind === 'call' && flow.code.facts(file)?.calls[value.call]?.isNew === true;
}

function outflowsOfOutlet(look: Look, outlet: Outlet): readonly Sighting[] {
  const { flow, file } = look;
  const parts = allParts(flow.holdingOf(outlet.value, openScope(flow, file)));
  if (parts.length === 0) return [];
  const out = wayOfOutlet(look, outlet);
  return out === null ? [] : seen(flow, file, parts, outlet.span, out);
}

const reasons: Readonly<Record<Exclude<Outlet['kind'], 'return' | 'yield' | 'yield-all'>, string>> = {
  throw: 'it is thrown',
  markup: 'it is put into a page',
  export: 'it is exported',
  assign: 'it is assigned to something outside the file',
  tag: 'it is put into a tagged template',
  other: 'it is used in a way that is not followed',
};

function wayOfOutlet(look: Look, { kind, function: index }: Outlet): Way | null {
  if (kind !== 'return' && kind !== 'yield' && kind !== 'yield-all') return lost(kind, reasons[kind]);
  if (index === null) return null;
  return wayOfReturn(look, index);
}

/** Names under which web frameworks call a function of a route's file. */
const handlers = /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|loader|action)$/;

/** To callers that were seen it is followed; to a framework or to nobody that was seen it is given away. */
function wayOfReturn({ flow, file, called }: Look, index: number): Way | null {
  const fact = flow.code.facts(file)?.functions[index];
  if (fact === undefined) return null;
  const name = fact.name ?? 'this function';
  const isExported = fact.name !== null && own(flow.code.facts(file)?.exports ?? {}, fact.name) !== undefined;
  if (isExported && handlers.test(name)) return way('returned', name);
  const key = `${file}#${String(index)}`;
  if (called.has(key) || flow.getters.has(key) || isCallbackOfList(flow, file, index)) return null;
  return lost(name, `\`${name}\` gives it back to a caller that was not seen`);
}

/** `orders.map((order) => …)`: what the callback gives back is in the new list. */
function isCallbackOfList(flow: Flow, file: string, index: number): boolean {
  const passed = flow.code.facts(file)?.functions[index]?.passedTo;
  const call = passed == null ? undefined : flow.code.facts(file)?.calls[passed.call];
  if (call?.callee.kind !== 'member') return isPassing(flow, file, passed?.call);
  return isMethodOfHolding(flow, call, openScope(flow, file)) || isPassing(flow, file, passed?.call);
}

function isPassing(flow: Flow, file: string, call: number | undefined): boolean {
  if (call === undefined) return false;
  const { externals } = flow.code.callees({ file, call });
  return externals.length > 0 && externals.every((callee) => passingFunction(callee, false) !== null);
}
