import type { CallFact, FileFacts, Outlet } from '../model/facts.js';
import { groupBy } from '../model/group-by.js';
import type { Use } from '../model/needs.js';
import { functionOf, openScope, type Flow } from './flow.js';
import { methodHolding } from './list-methods.js';
import {
  allParts,
  holdsFunctions,
  holdsParts,
  isNothing,
  join,
  joinAll,
  keyOfFunction,
  mapParts,
  nothing,
  ofEntries,
  ofParts,
  signatureOf,
  type FunctionRef,
  type Holding,
} from './holding.js';
import { isMask } from './masks.js';
import { itemIn, memberOf } from './member-of.js';
import { changed, wholeAnswer } from './part.js';
import { passingFunction } from './passing-functions.js';
import { madeInstance } from './instance.js';
import type { Scope } from './scope.js';

/** Helpers nested deeper than this are not entered. */
const depthLimit = 14;

/** What a call gives back: the answer of a request, what a function makes of its arguments, or nothing that is known. */
export function calledHolding(flow: Flow, index: number, scope: Scope): Holding {
  const known = scope.calls.get(index);
  if (known !== undefined) return known;
  const call = flow.code.facts(scope.file)?.calls[index];
  if (call === undefined || flow.budget <= 0) return nothing;
  scope.calls.set(index, nothing);
  const found = resultOf(flow, call, index, scope);
  scope.calls.set(index, found);
  return found;
}

function resultOf(flow: Flow, call: CallFact, index: number, scope: Scope): Holding {
  const site = { file: scope.file, call: index };
  const uses = flow.code.uses(site);
  const isRequest = uses.length === 0 && flow.code.isRequest(site);
  if (uses.length === 0) {
    const made = byMethod(flow, call, index, scope);
    // `orders.get(key)` of a map looks like a request to whoever does not know what it holds.
    if (made !== null && (!isRequest || holdsParts(made))) return made;
  }
  const callees = functionsOf(flow, call, index, scope);
  const args = callees.length === 0 ? [] : argumentsOf(flow, call, scope);
  const given = joinAll(callees.map((callee) => flow.returned(callee, args)));
  if (uses.length > 0 && isNothing(given) && givesNothing(flow, callees)) return lostIn(flow, uses);
  if (uses.length > 0) return answered(flow, given, uses);
  if (call.isNew) return join(passedOn(flow, call, index, scope), madeInstance(flow, index, scope));
  if (!flow.code.isForCaller(site)) return join(ofKnownUses(given), passedOn(flow, call, index, scope));
  if (isRequest) return ofParts([wholeAnswer(null, `${scope.file}#${String(index)}`)]);
  return join(given, passedOn(flow, call, index, scope));
}

/** Helpers that give nothing back: whatever they do with the answer is seen in them. */
function givesNothing(flow: Flow, callees: readonly FunctionRef[]): boolean {
  return callees.length > 0 && callees.every((callee) => isVoid(flow, callee));
}

function isVoid(flow: Flow, { file, function: index }: FunctionRef): boolean {
  const fact = functionOf(flow, file, index);
  if (fact?.returns.length !== 0 || fact.role !== 'function') return false;
  return yieldsOf(flow, file, index).length === 0;
}

const yieldsByFunction = new WeakMap<FileFacts, ReadonlyMap<string, readonly Outlet[]>>();

/** Where a generator yields. Asked of every call, and hardly any function is one. */
function yieldsOf(flow: Flow, file: string, index: number): readonly Outlet[] {
  const facts = flow.code.facts(file);
  if (facts === null) return [];
  const known =
    yieldsByFunction.get(facts) ??
    groupBy(
      facts.outlets.filter(({ kind }) => kind === 'yield' || kind === 'yield-all'),
      (outlet) => String(outlet.function),
    );
  yieldsByFunction.set(facts, known);
  return known.get(String(index)) ?? [];
}

/** Where the request itself is not followed, nobody knows what the helper does with its answer. */
function lostIn(flow: Flow, uses: readonly Use[]): Holding {
  for (const use of uses) if (use.endpoint !== null) flow.unfollowed.add(use);
  return nothing;
}

/** A method of a list, a text, a map or a promise that holds parts. */
function byMethod(flow: Flow, call: CallFact, index: number, scope: Scope): Holding | null {
  if (call.callee.kind !== 'member') return null;
  const self = flow.holdingOf(call.callee.object, scope);
  const { name } = call.callee;
  // An empty list holds nothing, until something is added.
  if (name === 'concat') return joinAll([self, ...argumentsOf(flow, call, scope)]);
  if (isNothing(self)) return null;
  if (name === 'bind') return { ...nothing, functions: self.functions };
  if (isOwnMethod(flow, call, index, scope)) return null;
  if (name === 'call' && self.functions.size > 0) return null;
  return methodHolding(flow, self, name, argumentsOf(flow, call, scope));
}

/** A method that the project's own object or class has is its own business, whatever its name. */
export function isOwnMethod(flow: Flow, call: CallFact, index: number, scope: Scope): boolean {
  return functionsOf(flow, call, index, scope).length > 0;
}

/** The functions of the project that a call may call, with what the names around them stand for where that is known. */
export function functionsOf(flow: Flow, call: CallFact, index: number, scope: Scope): readonly FunctionRef[] {
  const held = [...calleeHolding(flow, call, scope).functions.values()];
  const linked = isBuiltIn(call) ? [] : flow.code.callees({ file: scope.file, call: index }).functions;
  const others = linked.filter(
    (one) => !held.some((other) => other.file === one.file && other.function === one.function),
  );
  return [...held, ...others.map(({ file, function: at }) => ({ file, function: at, scope: null }))];
}

/** Methods of lists and texts that nobody writes himself; a large table is filled by thousands of them. */
const builtIns =
  /^(?:push|unshift|join|trim|split|replace|replaceAll|toLowerCase|toUpperCase|includes|toISOString)$/;

function isBuiltIn({ callee }: CallFact): boolean {
  return callee.kind === 'member' && builtIns.test(callee.name);
}

/** Methods of instances are found by the link; here only what is held as a value counts. */
function calleeHolding(flow: Flow, { callee }: CallFact, scope: Scope): Holding {
  if (callee.kind !== 'member') return flow.holdingOf(callee, scope);
  if (callee.object.kind === 'import') return nothing;
  return memberOf(flow.holdingOf(callee.object, scope), callee.name);
}

/** The arguments; behind a spread list every position may hold any of its items. */
export function argumentsOf(flow: Flow, call: CallFact, scope: Scope): readonly Holding[] {
  const spread = call.args.findIndex((arg) => arg.spread);
  const plain = call.args.map((arg) => flow.holdingOf(arg.value, scope));
  if (spread < 0) return plain;
  const rest = joinAll(
    plain.slice(spread).map((one, at) => (call.args[spread + at]?.spread ? itemIn(one) : one)),
  );
  return [...plain.slice(0, spread), rest, rest, rest, rest];
}

function passedOn(flow: Flow, call: CallFact, index: number, scope: Scope): Holding {
  const passing = flow.code
    .callees({ file: scope.file, call: index })
    .externals.map((callee) => passingFunction(callee, call.isNew))
    .filter((one) => one !== null);
  const args = passing.length === 0 ? [] : argumentsOf(flow, call, scope);
  return joinAll(passing.map((pass) => pass(args, flow)));
}

/**
 * The answer to a use: what the helper makes of the response, from now on by the endpoint that is named here. Where the
 * helper cannot be followed, the call gives the answer or something taken out of it.
 */
function answered(flow: Flow, given: Holding, uses: readonly Use[]): Holding {
  const isAnswer = allParts(given).some(({ use }) => use === null);
  const known = uses.filter(({ endpoint }) => endpoint !== null);
  if (!isAnswer) {
    const helped = known.filter(({ via }) => via.length > 0);
    for (const use of helped) flow.unfollowed.add(use);
    return join(
      given,
      ofParts(known.map((use) => changed(wholeAnswer(use, ''), { isOpaque: helped.includes(use) }))),
    );
  }
  return joinAll([
    ofKnownUses(given),
    ...known.map((use) =>
      mapParts(given, (one) => (one.use === null ? changed(one, { use, request: '' }) : one)),
    ),
  ]);
}

/** Answers whose endpoint nobody on this way names are of a call that stays open. */
function ofKnownUses(given: Holding): Holding {
  return mapParts(given, (one) => (one.use === null ? null : one));
}

/** What a function gives back for these arguments, the names around it as they were where it was made. */
export function returnedHolding(flow: Flow, callee: FunctionRef, args: readonly Holding[]): Holding {
  const fact = functionOf(flow, callee.file, callee.function);
  const outer = callee.scope ?? openScope(flow, callee.file);
  if (outer.depth >= depthLimit) flow.isExhausted = true;
  if (fact === undefined || outer.depth >= depthLimit || flow.budget <= 0) return nothing;
  if (isMask(fact.name)) return nothing;
  const key = `${keyOfFunction(callee)}(${args.map(signatureOf).join(';')})`;
  const results = resultsFor(flow, callee.file, args);
  const known = results.get(key);
  if (known !== undefined) return known;
  const name = `${callee.file}#${String(callee.function)}`;
  // A function that calls itself adds nothing to what its other ways give.
  if (flow.active.has(name)) return nothing;
  flow.active.add(name);
  const scope = calledScope(flow, callee, outer, args);
  const given = joinAll(fact.returns.map((returned) => flow.holdingOf(returned, scope)));
  const found = join(given, yieldedBy(flow, callee, scope));
  flow.active.delete(name);
  results.set(key, found);
  return found;
}

/** What a generator yields are the items of what it gives back. */
function yieldedBy(flow: Flow, { file, function: index }: FunctionRef, scope: Scope): Holding {
  return ofEntries(
    yieldsOf(flow, file, index).map(({ kind, value }) => {
      const held = flow.holdingOf(value, scope);
      return ['[]', kind === 'yield' ? held : itemIn(held)];
    }),
  );
}

function resultsFor(flow: Flow, file: string, args: readonly Holding[]): Map<string, Holding> {
  if (args.some(holdsFunctions)) return flow.resultsOfCallbacks;
  const known = flow.results.get(file) ?? new Map<string, Holding>();
  flow.results.set(file, known);
  return known;
}

function calledScope(
  flow: Flow,
  { file, function: index }: FunctionRef,
  outer: Scope,
  args: readonly Holding[],
): Scope {
  flow.made += 1;
  return {
    id: `${file}#${String(index)}~${String(flow.made)}`,
    file,
    function: index,
    args,
    outer,
    depth: outer.depth + 1,
    known: new Map(),
    calls: new Map(),
    writes: new Map(),
  };
}
