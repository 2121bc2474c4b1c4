import type { SdkCallMatch } from '@leastscope/scope-catalog';
import type { CallFact } from '../model/facts.js';
import { alternativeLimit, mergePicks, noPicks } from './alternatives.js';
import { argumentsOf } from './evaluate-call.js';
import { clientMethod, clientOf, type ClientCall } from './clients.js';
import { listOf } from './collections.js';
import { deepHole } from './too-deep.js';
import { callFrame, depthLimit, nestedFrame } from './frames.js';
import type { Linker } from './linker.js';
import { factsOf, functionFact } from './linker.js';
import { requestParts, type RequestParts } from './request-parts.js';
import { sdkEndpoint } from './sdk-calls.js';
import { hole } from './text.js';
import { unseenRequest } from './unseen-request.js';
import type { Argument, Frame, FunctionValue, HoleValue, Picks, Value } from './value.js';

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
  /** Open arguments of such a call: who gives them may be another function than who gives the callee. */
  readonly holes: readonly HoleValue[];
  /** What such a call hands over: whoever gave the callee may request by it. */
  readonly handed: readonly Value[];
  /** The request was seen to be sent by a recognised client. */
  readonly isSeen: boolean;
  /** Calls on the way, from the next helper down to the request. */
  readonly via: readonly Site[];
}

/** Open calls inside a function: they need its caller to be understood. */
export type OpenSites = (file: string, index: number) => readonly Site[];

/** Everything that a call comes to in a frame. `inside`: the functions on the way here, none is entered twice. */
export function reachesOf(
  linker: Linker,
  openSites: OpenSites,
  site: Site,
  frame: Frame,
  inside: readonly string[] = [],
): readonly Reach[] {
  const call = factsOf(linker, frame).calls[site.call];
  if (call === undefined || isListFilled(linker, site.file, call)) return [];
  const args = argumentsOf(linker, call, frame);
  const step: Step = { linker, openSites, site, call, args, frame, inside };
  const { callee } = call;
  if (callee.kind !== 'member') {
    return linker.evaluate(callee, frame).flatMap(({ value, picks }) => picked(picks, called(step, value)));
  }
  return linker
    .evaluate(callee.object, frame)
    .flatMap(({ value, picks }) => picked(picks, calledMethod(step, value, callee.name)));
}

/** `rows.push(row)` on a list of the file: it requests nothing, and a long table is made of thousands of these. */
function isListFilled(linker: Linker, file: string, { callee }: CallFact): boolean {
  if (callee.kind !== 'member' || callee.name !== 'push' || callee.object.kind !== 'name') return false;
  return linker.modules.facts(file)?.bindings[callee.object.binding]?.value?.kind === 'array';
}

/** What going into one call of a helper costs of the budget: one step of thousands, so that fans of helpers end. */
const costOfSite = 10;

interface Step {
  readonly linker: Linker;
  readonly openSites: OpenSites;
  readonly site: Site;
  readonly call: CallFact;
  readonly args: readonly Argument[];
  readonly frame: Frame;
  readonly inside: readonly string[];
}

/** Keeps what can hold together with the choice of what is called. */
function picked(picks: Picks, reaches: readonly Reach[]): readonly Reach[] {
  if (picks === noPicks) return reaches;
  return reaches.flatMap((reach) => {
    if (reach.request === null) return [reach];
    const merged = mergePicks(picks, reach.request.picks);
    return merged === null ? [] : [{ ...reach, request: { ...reach.request, picks: merged } }];
  });
}

function calledMethod(step: Step, object: Value, name: string): readonly Reach[] {
  const { linker, args, site } = step;
  const client = clientMethod(linker, object, name);
  if (client !== null) return sent(linker, client, args);
  const handed = handedFunction(linker, object, name, args, site);
  if (handed !== null) return handed.flatMap(({ callback, given }) => into(step, callback, given));
  if (object.kind === 'text' || object.kind === 'array') return [];
  return linker.member(object, name).flatMap(({ value, picks }) => {
    // A method that is made at run time: the call is real, what it calls is not seen.
    const callee =
      value.kind === 'absent' && object.kind === 'instance'
        ? hole(name, `\`${name}\` is made at run time`)
        : value;
    return picked(picks, called(step, callee));
  });
}

function called(step: Step, callee: Value): readonly Reach[] {
  const { linker, call, args } = step;
  if (callee.kind === 'module')
    return linker
      .exported(callee.file, '=')
      .flatMap(({ value }) => (value.kind === 'module' ? [] : called(step, value)));
  if (callee.kind === 'function') return into(step, callee, args);
  if (callee.kind === 'class') return call.isNew ? intoConstructor(step, callee) : [];
  const client = clientOf(linker, callee);
  if (client !== null) return sent(linker, client, args);
  const endpoint = sdkEndpoint(linker.catalog, callee);
  if (endpoint !== null) return [reached({ endpoint })];
  if (callee.kind !== 'external' && callee.kind !== 'hole') return [];
  const isParameter = callee.kind === 'hole' && callee.owner !== null && callee.trail.length === 0;
  return [...(isParameter ? [calledBack(callee, args)] : []), ...unseen(step, callee)];
}

function calledBack(callee: HoleValue, args: readonly Argument[]): Reach {
  const handed = args.flatMap((arg) => arg().map(({ value }) => value));
  const holes = handed.flatMap((value) => (value.kind === 'hole' && value.owner !== null ? [value] : []));
  return reached({ callee, holes, handed });
}

/** A call that we cannot see into. A decorator is none: what it is handed describes the code below it. */
function unseen({ linker, call, args }: Step, callee: Value): readonly Reach[] {
  if (call.isDecorator) return [];
  return unseenRequest(linker, call, callee, args).map((request) => reached({ request, isSeen: false }));
}

function reached(parts: Partial<Reach>): Reach {
  return {
    endpoint: null,
    request: null,
    callee: null,
    holes: [],
    handed: [],
    isSeen: true,
    via: [],
    ...parts,
  };
}

function sent(linker: Linker, client: ClientCall, args: readonly Argument[]): readonly Reach[] {
  return requestParts(linker, client, args).map((request) => reached({ request }));
}

/** The open calls inside a function, seen with these arguments. */
function into(step: Step, callee: FunctionValue, args: readonly Argument[]): readonly Reach[] {
  const { linker, openSites, frame, inside } = step;
  const key = `${callee.file}#${String(callee.function)}`;
  if (inside.includes(key)) return [];
  const sites = openSites(callee.file, callee.function);
  if (sites.length === 0) return [];
  if (frame.depth >= depthLimit || linker.budget <= 0)
    return [reached({ callee: deepHole('helper'), isSeen: false })];
  const bound = callFrame(callee, args, frame.depth + 1);
  return sites.flatMap((site) => {
    linker.budget -= costOfSite;
    const around = linker.modules.facts(site.file)?.calls[site.call]?.function ?? null;
    const reaches = reachesOf(linker, openSites, site, nestedFrame(linker, bound, around), [...inside, key]);
    return reaches.map((reach) => ({ ...reach, via: [site, ...reach.via] }));
  });
}

function intoConstructor(step: Step, made: Extract<Value, { kind: 'class' }>): readonly Reach[] {
  const constructor = step.linker.modules.facts(made.file)?.classes[made.class]?.constructor ?? null;
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
