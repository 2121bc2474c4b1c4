import { effectOfSql, findNamedSink, findSink, type Catalog, type Sink } from '@leastscope/scope-catalog';
import type { CallFact, Expression, Outlet, Span } from '../model/facts.js';
import type { Callees } from '../model/linked-code.js';
import { own } from '../model/own.js';
import { argumentsOf, functionsOf } from './called.js';
import type { Carried } from './carry-arguments.js';
import { openScope, type Flow } from './flow.js';
import { allParts, isNothing, joinAll, type Holding } from './holding.js';
import { methodHolding } from './list-methods.js';
import { isWholeAnswer, type Part } from './part.js';
import { passingFunction } from './passing-functions.js';
import { placeIn } from './place-in.js';
import type { Sighting } from './sighting.js';

interface Look {
  readonly flow: Flow;
  readonly catalog: Catalog;
  readonly file: string;
  readonly carried: Carried;
}

/** Every place of a file where parts of responses leave the code that is followed. */
export function seeOutflows(look: Look): readonly Sighting[] {
  const facts = look.flow.code.facts(look.file);
  if (facts === null) return [];
  return [
    ...facts.calls.flatMap((call, index) => outflowsOfCall(look, call, index)),
    ...facts.outlets.flatMap((outlet) => outflowsOfOutlet(look, outlet)),
  ].filter((seen) => !isFailure(facts.failures, seen));
}

/** What a request answers when it has failed holds nobody's data. */
function isFailure(failures: readonly Span[], { part, span }: Sighting): boolean {
  if (!isWholeAnswer(part)) return false;
  return failures.some(([start, end]) => start <= span.start && span.end <= end);
}

type Way = Pick<Sighting, 'to' | 'sink' | 'recipient' | 'reason'>;

function outflowsOfCall(look: Look, call: CallFact, index: number): readonly Sighting[] {
  const { flow, file } = look;
  const scope = openScope(flow, file);
  const given = joinAll(argumentsOf(flow, call, scope));
  const parts = allParts(given);
  if (parts.length === 0) return [];
  const way = wayOf(look, call, index);
  if (way === null) return [];
  return parts.map((part) => seen(flow, file, part, call.span, way));
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
  return way('escaped', call.calleeText, `it is handed to \`${call.calleeText}\`, which cannot be seen into`);
}

function way(to: Way['to'], sink: string, reason: string | null = null): Way {
  return { to, sink, recipient: null, reason };
}

const destinationOf = { log: 'logged', store: 'stored', respond: 'returned' } as const;

function wayOfSink({ flow, file }: Look, sink: Sink, call: CallFact): Way | null {
  if (sink.statement === 'sql') {
    const [statement] = call.args;
    const texts = statement === undefined ? null : flow.code.textsOf(file, call.function, statement.value);
    // A value that is handed to a `select` is looked up, not kept.
    if (!texts?.some((text) => effectOfSql(text) === 'store')) return null;
  }
  // What is deleted is named by it, not kept.
  return sink.kind === 'delete' ? null : way(destinationOf[sink.kind], call.calleeText);
}

function wayOfRequest(host: string | null, call: CallFact): Way {
  if (host !== null) return { ...way('sent', call.calleeText), recipient: host };
  return way('escaped', call.calleeText, 'it is sent to an address that is not known');
}

/** By where the receiver comes from; by its name only where nothing of it is known. */
function sinkOf(catalog: Catalog, callees: Callees, call: CallFact): Sink | null {
  for (const external of callees.externals) {
    const found = findSink(catalog, external);
    if (found !== null) return found;
  }
  if (!callees.isOpen || call.callee.kind !== 'member') return null;
  const receiver = call.calleeText.slice(0, call.calleeText.lastIndexOf('.')).replace(/[?!]/g, '');
  return findNamedSink(catalog, receiver, call.callee.name);
}

/** Functions that pass on what they are handed, functions of the project, methods of lists: followed elsewhere. */
function isFollowed(look: Look, call: CallFact, index: number, callees: Callees): boolean {
  const { flow, file } = look;
  const scope = openScope(flow, file);
  if (isMethodOfHolding(flow, call, scope) || isPush(look, call)) return true;
  const functions = functionsOf(flow, call, index, scope);
  const others = callees.externals.filter((callee) => passingFunction(callee, call.isNew) === null);
  const isDynamic = callees.externals.some((callee) => isEnumeration(callee.path));
  if (isDynamic) return false;
  if (functions.length > 0) return !callees.isOpen || others.length === 0;
  return callees.externals.length > 0 && others.length === 0;
}

/** All properties are gone through: any of them may be read. */
function isEnumeration(path: readonly string[]): boolean {
  return path.at(-2) === 'Object' && own({ entries: 1, assign: 1 }, path.at(-1) ?? '') !== undefined;
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
  return out === null ? [] : parts.map((part) => seen(flow, file, part, outlet.span, out));
}

const reasons: Readonly<Record<Exclude<Outlet['kind'], 'return' | 'yield' | 'yield-all'>, string>> = {
  throw: 'it is thrown',
  markup: 'it is put into a page',
  assign: 'it is assigned to something outside the file',
  tag: 'it is put into a tagged template',
  other: 'it is used in a way that is not followed',
};

function wayOfOutlet(look: Look, { kind, function: index }: Outlet): Way | null {
  if (kind !== 'return' && kind !== 'yield' && kind !== 'yield-all')
    return way('escaped', kind, reasons[kind]);
  if (index === null) return null;
  return wayOfReturn(look, index);
}

/** Names under which web frameworks call a function of a route's file. */
const handlers = /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|loader|action)$/;

/** To callers that were seen it is followed; to a framework or to nobody that was seen it is given away. */
function wayOfReturn({ flow, file, carried }: Look, index: number): Way | null {
  const fact = flow.code.facts(file)?.functions[index];
  if (fact === undefined) return null;
  const name = fact.name ?? 'this function';
  const isExported = fact.name !== null && own(flow.code.facts(file)?.exports ?? {}, fact.name) !== undefined;
  if (isExported && handlers.test(name)) return way('returned', name);
  if (carried.called.has(`${file}#${String(index)}`) || isCallbackOfList(flow, file, index)) return null;
  return way('escaped', name, `\`${name}\` gives it back to a caller that was not seen`);
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

function seen(flow: Flow, file: string, part: Part, span: Span, how: Way): Sighting {
  const [start, end] = span;
  return { part, place: placeIn(flow, file, span), ...how, span: { file, start, end } };
}
