import { platformPaths } from '@leastscope/scope-catalog';
import type { RequestMatch } from '../model/needs.js';
import { isGivenUp } from '../values/too-deep.js';
import { anyCallerFrame } from '../values/frames.js';
import { functionFact, type Interpreter } from '../values/interpreter.js';
import { isOthersHost } from './split-url.js';
import { isCalledIn } from '../lookups/is-called-in.js';
import type { CallSite } from '../model/program.js';
import { isGivenAppKey } from './app-key.js';
import { isNamedAfterPlatform } from './http-request.js';
import { looseCalls, matchCall, unknownCall } from './match-call.js';
import { openVersion } from './open-version.js';
import type { HttpRequest, OpenCallee, OpenOperation, RequestCandidate } from './request.js';
import { isTokenPath, withSigns } from './signs-on-the-way.js';
import { asPieces } from '../values/text.js';
import { unknownValue } from '../values/unknown.js';
import type { UnknownValue } from '../values/value.js';

/** One candidate of a call, judged where the call stands. */
export type Outcome =
  | {
      readonly kind: 'use';
      readonly candidate: RequestCandidate;
      readonly matches: readonly RequestMatch[];
    }
  | {
      readonly kind: 'open';
      readonly candidate: RequestCandidate;
      readonly unknown: UnknownValue;
      /** Of the platform only if something else that the call may be is: a possibility that was given up has no host. */
      readonly isBesideOthers?: true;
      /** The host that it goes to, where that is none of the platform's. */
      readonly otherHost?: string;
    }
  | DeferredOutcome;

interface DeferredOutcome extends Asked {
  readonly kind: 'caller';
  readonly candidate: RequestCandidate;
  /** What it comes to for now: a key, or a version, is the caller's. */
  readonly matches: readonly RequestMatch[];
}

/** The function whose callers settle something. */
interface Asked {
  readonly function: number;
  readonly unknown: UnknownValue;
}

/** Where a call stands. */
interface Standing {
  readonly interpreter: Interpreter;
  readonly site: CallSite;
  /** The function around it. */
  readonly index: number | null;
}

/** What a candidate is where its call stands: a use, a matter for the caller, open for good, or nobody's business. */
export function classify(
  interpreter: Interpreter,
  site: CallSite,
  index: number | null,
  candidate: RequestCandidate,
): readonly Outcome[] {
  const at = { interpreter, site, index };
  switch (candidate.kind) {
    case 'sdk':
      return [{ kind: 'use', candidate, matches: [candidate.match] }];
    case 'operation':
      return judgeOperation(at, candidate);
    case 'request':
      return judgeRequest(at, withSigns(interpreter, site, candidate));
    case 'callee':
      return judgeCallee(at, candidate);
  }
}

/** It is not known what is called: a parameter, which the caller gives, or the end of a chain that was too long. */
function judgeCallee(at: Standing, candidate: OpenCallee): readonly Outcome[] {
  const { callee, unknowns } = candidate;
  if (isGivenUp(callee)) return [{ kind: 'open', candidate, unknown: callee }];
  return deferred(candidate, [], callerOf(at, [callee, ...unknowns]));
}

/** The library's client is the platform's for sure: whoever does not name the operation leaves the call open. */
function judgeOperation(at: Standing, candidate: OpenOperation): readonly Outcome[] {
  const { operation } = candidate;
  const asked = deferred(candidate, [], callerOf(at, [operation]));
  return asked.length > 0 ? asked : [{ kind: 'open', candidate, unknown: operation }];
}

function deferred(
  candidate: RequestCandidate,
  matches: readonly RequestMatch[],
  asked: Asked | null,
): readonly DeferredOutcome[] {
  return asked === null ? [] : [{ kind: 'caller', candidate, matches, ...asked }];
}

function judgeRequest(at: Standing, request: HttpRequest): readonly Outcome[] {
  const { interpreter } = at;
  const { catalog } = interpreter;
  const use = (found: readonly RequestMatch[]): readonly Outcome[] => [
    { kind: 'use', candidate: request, matches: request.isVague ? found.map(asPossible) : found },
  ];
  const matches = matchCall(catalog, request);
  if (matches.length === 0 && request.isVague) return [];
  const loose = matches.length > 0 ? [] : looseCalls(catalog, request);
  const unmatched = matches.length + loose.length > 0 ? null : unknownCall(catalog, request);
  const named = unmatched === null ? matches : [unmatched];
  if (named.length > 0) {
    const keys = Object.keys(request.guard).flatMap((id) => interpreter.keys.get(id) ?? []);
    const keyed = callerOf(at, keys) ?? versionOfCaller(at, request);
    return keyed === null ? use(named) : deferred(request, named, keyed);
  }
  const { hostName } = request;
  if (hostName !== null && isMeantForPlatform(interpreter, request))
    return [{ kind: 'open', candidate: request, unknown: otherHost(hostName), otherHost: hostName }];
  const open = request.openMethod === null ? request.unknowns : [...request.unknowns, request.openMethod];
  const asked = deferred(request, [], callerOf(at, open));
  if (asked.length > 0) return asked;
  return loose.length > 0 ? use(loose) : leftOpen(at, request, open);
}

/**
 * A version decides no scope, so the call can be told without it. Where the file calls the function itself, it is told
 * there, with the version; who else calls it is not seen from the file, and what is told of it may not hang on that.
 */
function versionOfCaller(at: Standing, request: HttpRequest): Asked | null {
  const { catalog, modules } = at.interpreter;
  const asked = callerOf(at, openVersion(catalog, request));
  const facts = modules.facts(at.site.file);
  return asked !== null && facts !== null && isCalledIn(facts, asked.function) ? asked : null;
}

/** Whether what nobody can settle is the platform's business; a call to somebody else's host is nobody's. */
function leftOpen(
  { interpreter, site }: Standing,
  request: HttpRequest,
  open: readonly UnknownValue[],
): readonly Outcome[] {
  const [unknown] = open;
  if (unknown === undefined) return [];
  if (isPlatform(interpreter, request.via.at(-1) ?? site, request))
    return [{ kind: 'open', candidate: request, unknown }];
  const cutOff = open.find(isGivenUp);
  if (cutOff === undefined) return [];
  const [first] = asPieces(request.url);
  // Where even the host was given up, nobody can say that it is none of the platform's.
  const isAlone = first?.kind === 'unknown' && isGivenUp(first);
  const outcome = { kind: 'open', candidate: request, unknown: cutOff } as const;
  return [isAlone ? outcome : { ...outcome, isBesideOthers: true }];
}

/**
 * A host that is none of the platform's, asked in the platform's way for what it has: misspelt, or a gateway that passes
 * requests on. A versioned path of the catalog is nobody else's; any other has to be sent as the platform wants it, to a
 * host that is called like the platform or with the token in the platform's header.
 */
function isMeantForPlatform(interpreter: Interpreter, request: HttpRequest): boolean {
  const { catalog } = interpreter;
  const { host, isSigned } = request;
  if (host === 'foreign') return isSigned && matchCall(catalog, { ...request, host: 'platform' }).length > 0;
  if (!isOthersHost(host)) return false;
  const path = request.path ?? '';
  const { isLegacy, versionIn } = platformPaths(catalog);
  const isVersioned = versionIn(path) !== null;
  if (isVersioned && matchCall(catalog, { ...request, host: 'open' }).length > 0) return true;
  if (!isSigned || !(request.hasTokenHeader || host === 'alike')) return false;
  return isVersioned || isTokenPath(interpreter, path) || isLegacy(path);
}

function otherHost(hostName: string): UnknownValue {
  return unknownValue('host', `\`${hostName}\` is none of the platform's hosts that this catalog knows`);
}

function asPossible(match: RequestMatch): RequestMatch {
  return { ...match, state: 'possibly-needed' };
}

/** Whether an open call surely goes to the platform; only then is its being open anybody's business. */
function isPlatform(interpreter: Interpreter, sentAt: CallSite, request: HttpRequest): boolean {
  const { catalog } = interpreter;
  if (request.host === 'platform') return true;
  if (request.host !== 'open') return false;
  if (request.hasTokenHeader) return true;
  if (
    isNamedAfterPlatform(catalog, request.url) &&
    (request.hasAppKey || isGivenAppKey(interpreter, sentAt, request))
  )
    return true;
  return platformPaths(catalog).versionIn(request.path ?? '') !== null && request.isSeen;
}

/** The innermost function around a call whose caller can settle one of the unknowns. */
function callerOf({ interpreter, site, index }: Standing, unknowns: readonly UnknownValue[]): Asked | null {
  const open = unknowns.filter((unknown) => unknown.settledBy === 'caller');
  if (open.length === 0) return null;
  let method: number | null = null;
  let others = open;
  for (let at = index; at !== null; at = functionFact(interpreter, site.file, at).parent) {
    const fact = functionFact(interpreter, site.file, at);
    const own = open.find((unknown) => unknown.owner?.file === site.file && unknown.owner.function === at);
    if (own !== undefined && !isHandedAway(interpreter, site.file, at)) return { function: at, unknown: own };
    others = others.filter((unknown) => unknown !== own);
    if (fact.class !== null) method = at;
  }
  // Fields that the making of the instance decides: whoever calls the method has the instance.
  const [first] = others;
  return method === null || first === undefined ? null : { function: method, unknown: first };
}

/** A callback that goes to a library: its arguments come at run time and no caller in the project settles them. */
function isHandedAway(interpreter: Interpreter, file: string, index: number): boolean {
  const fact = functionFact(interpreter, file, index);
  if (fact.passedTo === null) return false;
  const call = interpreter.modules.facts(file)?.calls[fact.passedTo.call];
  if (call === undefined) return false;
  const callees = interpreter.evaluate(call.callee, anyCallerFrame(interpreter, file, call.function));
  return callees.every(
    ({ value }) => value.kind === 'external' || (value.kind === 'unknown' && value.owner === null),
  );
}
