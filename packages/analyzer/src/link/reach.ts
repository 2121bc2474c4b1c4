import type { SdkCallMatch } from '@leastscope/scope-catalog';
import { alternativeLimit } from './alternatives.js';
import { argumentsOf } from './evaluate-call.js';
import { clientMethod, clientOf, type ClientCall } from './clients.js';
import { listOf } from './collections.js';
import { callFrame, deepHole, depthLimit } from './frames.js';
import type { Linker } from './linker.js';
import { factsOf, functionFact } from './linker.js';
import { requestParts, type RequestParts } from './request-parts.js';
import { sdkEndpoint } from './sdk-calls.js';
import { unseenRequest } from './unseen-request.js';
import type { Argument, Frame, FunctionValue, HoleValue, Value } from './value.js';

/** A call of a file. */
export interface Site {
  readonly file: string;
  readonly call: number;
}

/** One way in which a call comes to a request, through however many helpers. */
export interface Reach {
  /** Set when the library names the endpoint itself. */
  readonly endpoint: SdkCallMatch | null;
  readonly request: RequestParts | null;
  /** Set when it is not even known what is called. */
  readonly callee: HoleValue | null;
  /** The request was seen to be sent by a recognised client. */
  readonly isSeen: boolean;
  /** Calls on the way, from the next helper down to the request. */
  readonly via: readonly Site[];
}

/** Open calls inside a function: they need its caller to be understood. */
export type OpenSites = (file: string, index: number) => readonly Site[];

/** Everything that a call comes to in a frame. */
export function reachesOf(linker: Linker, openSites: OpenSites, site: Site, frame: Frame): readonly Reach[] {
  const call = factsOf(linker, frame).calls[site.call];
  if (call === undefined) return [];
  const args = argumentsOf(linker, call, frame);
  const into = (callee: FunctionValue, given: readonly Argument[]): readonly Reach[] =>
    reachesInside(linker, openSites, callee, given, frame.depth + 1);
  const unseen = (value: Value): readonly Reach[] =>
    unseenRequest(linker, call, value, args).map((request) => reached({ request, isSeen: false }));
  const called = (callee: Value): readonly Reach[] => {
    const client = clientOf(linker, callee);
    if (client !== null) return sent(linker, client, args);
    const endpoint = sdkEndpoint(linker.catalog, callee);
    if (endpoint !== null) return [reached({ endpoint })];
    if (callee.kind === 'module')
      return linker.exported(callee.file, '=').flatMap(({ value }) => called(value));
    if (callee.kind === 'function') return into(callee, args);
    if (callee.kind === 'class' && call.isNew) return intoConstructor(linker, callee, args, into);
    if (callee.kind === 'external') return unseen(callee);
    if (callee.kind !== 'hole') return [];
    const isParameter = callee.owner !== null && callee.trail.length === 0;
    return [...(isParameter ? [reached({ callee })] : []), ...unseen(callee)];
  };
  const { callee } = call;
  if (callee.kind !== 'member') {
    return linker.evaluate(callee, frame).flatMap(({ value }) => called(value));
  }
  return linker.evaluate(callee.object, frame).flatMap(({ value }) => {
    const client = clientMethod(linker, value, callee.name);
    if (client !== null) return sent(linker, client, args);
    const handed = handedFunction(linker, value, callee.name, args, site);
    if (handed !== null) return handed.flatMap(({ callback, given }) => into(callback, given));
    if (value.kind === 'text' || value.kind === 'array') return [];
    return linker.member(value, callee.name).flatMap((method) => called(method.value));
  });
}

function reached(parts: Partial<Reach>): Reach {
  return { endpoint: null, request: null, callee: null, isSeen: true, via: [], ...parts };
}

function sent(linker: Linker, client: ClientCall, args: readonly Argument[]): readonly Reach[] {
  return requestParts(linker, client, args).map((request) => reached({ request }));
}

/** The open calls inside a function, seen with these arguments. */
function reachesInside(
  linker: Linker,
  openSites: OpenSites,
  callee: FunctionValue,
  args: readonly Argument[],
  depth: number,
): readonly Reach[] {
  const sites = openSites(callee.file, callee.function);
  if (sites.length === 0) return [];
  if (depth > depthLimit || linker.budget <= 0) {
    return [reached({ callee: deepHole('helper'), isSeen: false })];
  }
  const frame = callFrame(callee, args, depth);
  return sites.flatMap((site) => {
    linker.budget -= 1;
    const inner = innerFrame(linker, frame, site);
    return reachesOf(linker, openSites, site, inner).map((reach) => ({
      ...reach,
      via: [site, ...reach.via],
    }));
  });
}

/** The frame of a call that stands in a nested function of the one that was called. */
function innerFrame(linker: Linker, outer: Frame, site: Site): Frame {
  const chain: number[] = [];
  let index = linker.modules.facts(site.file)?.calls[site.call]?.function ?? null;
  while (index !== null && index !== outer.function) {
    chain.unshift(index);
    index = functionFact(linker, site.file, index).parent;
  }
  return chain.reduce((parent, inner): Frame => {
    const self = functionFact(linker, site.file, inner).isArrow ? parent.self : null;
    return {
      ...callFrame(
        { kind: 'function', file: site.file, function: inner, frame: parent, self },
        null,
        outer.depth,
      ),
      self,
    };
  }, outer);
}

function intoConstructor(
  linker: Linker,
  made: Extract<Value, { kind: 'class' }>,
  args: readonly Argument[],
  into: (callee: FunctionValue, given: readonly Argument[]) => readonly Reach[],
): readonly Reach[] {
  const constructor = linker.modules.facts(made.file)?.classes[made.class]?.constructor ?? null;
  if (constructor === null) return [];
  const self: Value = { kind: 'instance', of: made, args, id: `${made.file}:${String(made.class)}` };
  return into({ kind: 'function', file: made.file, function: constructor, frame: made.frame, self }, args);
}

const itemMethods = new Set(['map', 'forEach', 'flatMap', 'filter', 'find', 'some', 'every']);

interface Handed {
  readonly callback: FunctionValue;
  readonly given: readonly Argument[];
}

/** `paths.map(load)`, `load.call(this, path)`: functions that are called through a method; null when none is. */
function handedFunction(
  linker: Linker,
  object: Value,
  name: string,
  args: readonly Argument[],
  site: Site,
): readonly Handed[] | null {
  if (object.kind === 'function') return calledThrough(linker, object, name, args);
  if (!itemMethods.has(name)) return null;
  const items = listOf(linker, object);
  const callback = args[0]?.()[0]?.value;
  if (items === null || callback?.kind !== 'function') return null;
  // A callback written in place is followed where it stands.
  const passed = functionFact(linker, callback.file, callback.function).passedTo;
  if (callback.file === site.file && passed?.call === site.call) return null;
  return items.slice(0, alternativeLimit).map((item) => ({ callback, given: [() => item] }));
}

function calledThrough(
  linker: Linker,
  callee: FunctionValue,
  name: string,
  args: readonly Argument[],
): readonly Handed[] | null {
  const callback = withSelf(callee, args[0]);
  if (name === 'call') return [{ callback, given: args.slice(1) }];
  if (name !== 'apply') return null;
  const list = args[1]?.()[0]?.value;
  const items = list === undefined ? null : listOf(linker, list);
  return [{ callback, given: (items ?? []).map((item) => () => item) }];
}

function withSelf(callee: FunctionValue, receiver: Argument | undefined): FunctionValue {
  const self = receiver?.()[0]?.value;
  return self === undefined || callee.self !== null ? callee : { ...callee, self };
}
