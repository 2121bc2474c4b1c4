import { mentionsPlatform, platformPaths, type Catalog, type SdkCallMatch } from '@leastscope/scope-catalog';
import type { RequestMatch, RequestShape } from '../model/request.js';
import { isGivenUp } from '../values/too-deep.js';
import { anyCallerFrame } from '../values/frames.js';
import { functionFact, type Interpreter } from '../values/interpreter.js';
import { isOthersHost, splitUrl } from './split-url.js';
import { isCalledIn } from '../lookups/is-called-in.js';
import type { PlatformSigns } from '../model/facts.js';
import type { CallSite } from '../model/program.js';
import type { RequestCandidate } from './find-requests.js';
import { isGivenAppKey } from './app-key.js';
import { openVersion } from './open-version.js';
import { methodName, type RequestParts } from './request-parts.js';
import { asPieces, knownText } from '../values/text.js';
import { unknownValue } from '../values/unknown.js';
import type { UnknownValue, Piece, SourceSpan, Value } from '../values/value.js';

/** How a request is held against the catalog; handed in, because linking does not know matching. */
export interface Matcher {
  readonly match: (request: RequestShape) => readonly RequestMatch[];
  /** Endpoints that it could name, were its open parts fixed text. */
  readonly loose: (request: RequestShape) => readonly RequestMatch[];
  readonly unmatched: (request: RequestShape) => RequestMatch | null;
}

/** One candidate of a call, judged where the call stands. */
export type Outcome =
  | {
      readonly kind: 'use';
      readonly candidate: RequestCandidate;
      readonly matches: readonly RequestMatch[];
      readonly source: SourceSpan | null;
    }
  | {
      readonly kind: 'open';
      readonly candidate: RequestCandidate;
      readonly shape: RequestShape | null;
      readonly unknown: UnknownValue;
      /** Of the platform only if something else that the call may be is: a possibility that was given up has no host. */
      readonly isBesideOthers?: true;
      /** The host that it goes to, where that is none of the platform's. */
      readonly otherHost?: string;
    }
  | {
      readonly kind: 'caller';
      readonly candidate: RequestCandidate;
      readonly shape: RequestShape | null;
      readonly unknown: UnknownValue;
      readonly function: number;
      readonly matches: readonly RequestMatch[];
      readonly source: SourceSpan | null;
    };

/** What a candidate is where its call stands: a use, a matter for the caller, open for good, or nobody's business. */
export function classify(
  interpreter: Interpreter,
  matcher: Matcher,
  site: CallSite,
  index: number | null,
  candidate: RequestCandidate,
): readonly Outcome[] {
  if (candidate.endpoint !== null) return [sdkUse(candidate, candidate.endpoint)];
  if (candidate.operation !== null)
    return judgeOperation(interpreter, site, index, candidate, candidate.operation);
  if (candidate.request !== null)
    return judgeRequest(interpreter, matcher, { site, index, candidate, request: candidate.request });
  return candidate.callee === null ? [] : judgeCallee(interpreter, site, index, candidate, candidate.callee);
}

/** It is not known what is called: a parameter, which the caller gives, or the end of a chain that was too long. */
function judgeCallee(
  interpreter: Interpreter,
  site: CallSite,
  index: number | null,
  candidate: RequestCandidate,
  callee: UnknownValue,
): readonly Outcome[] {
  if (isGivenUp(callee)) return [{ kind: 'open', candidate, shape: null, unknown: callee }];
  const asked = callerOf(interpreter, site, index, [callee, ...candidate.unknowns]);
  return asked === null
    ? []
    : [{ kind: 'caller', candidate, shape: null, matches: [], source: null, ...asked }];
}

/** The library's client is the platform's for sure: whoever does not name the operation leaves the call open. */
function judgeOperation(
  interpreter: Interpreter,
  site: CallSite,
  index: number | null,
  candidate: RequestCandidate,
  operation: UnknownValue,
): readonly Outcome[] {
  const asked = callerOf(interpreter, site, index, [operation]);
  return asked === null
    ? [{ kind: 'open', candidate, shape: null, unknown: operation }]
    : [{ kind: 'caller', candidate, shape: null, matches: [], source: null, ...asked }];
}

interface Judged {
  readonly site: CallSite;
  readonly index: number | null;
  readonly candidate: RequestCandidate;
  readonly request: RequestParts;
}

function judgeRequest(
  interpreter: Interpreter,
  matcher: Matcher,
  { site, index, candidate, request }: Judged,
): readonly Outcome[] {
  const { shape, unknowns, source, hostName } = shapeOf(interpreter, site, candidate, request);
  const use = (found: readonly RequestMatch[]): readonly Outcome[] => [
    { kind: 'use', candidate, matches: request.isVague ? found.map(asPossible) : found, source },
  ];
  const matches = matcher.match(shape);
  if (matches.length === 0 && request.isVague) return [];
  const loose = matches.length > 0 ? [] : matcher.loose(shape);
  const unmatched = matches.length + loose.length > 0 ? null : matcher.unmatched(shape);
  const named = unmatched === null ? matches : [unmatched];
  if (named.length > 0) {
    const keys = Object.keys(request.guard).flatMap((id) => interpreter.keys.get(id) ?? []);
    const keyed =
      callerOf(interpreter, site, index, keys) ??
      versionOfCaller(
        interpreter,
        site,
        callerOf(interpreter, site, index, openVersion(interpreter, shape, unknowns)),
      );
    return keyed === null
      ? use(named)
      : [{ kind: 'caller', candidate, shape, matches: named, source, ...keyed }];
  }
  if (hostName !== null && isMeantForPlatform(interpreter, { matcher, shape, request }))
    return [{ kind: 'open', candidate, shape, unknown: otherHost(hostName), otherHost: hostName }];
  const open = request.method.kind === 'unknown' ? [...unknowns, request.method] : unknowns;
  const asked = callerOf(interpreter, site, index, open);
  if (asked !== null) return [{ kind: 'caller', candidate, shape, matches: [], source, ...asked }];
  if (loose.length > 0) return use(loose);
  return leftOpen(interpreter, { site, candidate, request, shape, open });
}

/**
 * A version decides no scope, so the call can be told without it. Where the file calls the function itself, it is told
 * there, with the version; who else calls it is not seen from the file, and what is told of it may not hang on that.
 */
function versionOfCaller(
  interpreter: Interpreter,
  { file }: CallSite,
  asked: ReturnType<typeof callerOf>,
): ReturnType<typeof callerOf> {
  const facts = interpreter.modules.facts(file);
  return asked !== null && facts !== null && isCalledIn(facts, asked.function) ? asked : null;
}

interface LeftOpen {
  readonly site: CallSite;
  readonly candidate: RequestCandidate;
  readonly request: RequestParts;
  readonly shape: RequestShape;
  /** What nobody can settle. */
  readonly open: readonly UnknownValue[];
}

/** Whether what is not known is the platform's business; a call to somebody else's host is nobody's. */
function leftOpen(
  interpreter: Interpreter,
  { site, candidate, request, shape, open }: LeftOpen,
): readonly Outcome[] {
  const [unknown] = open;
  if (unknown === undefined) return [];
  if (isPlatform(interpreter, candidate.via.at(-1) ?? site, shape, request))
    return [{ kind: 'open', candidate, shape, unknown }];
  const cutOff = open.find(isGivenUp);
  if (cutOff === undefined) return [];
  const [first] = asPieces(request.url);
  // Where even the host was given up, nobody can say that it is none of the platform's.
  const isAlone = first?.kind === 'unknown' && isGivenUp(first);
  const outcome = { kind: 'open', candidate, shape, unknown: cutOff } as const;
  return [isAlone ? outcome : { ...outcome, isBesideOthers: true }];
}

interface MeantRequest extends Pick<LeftOpen, 'shape' | 'request'> {
  readonly matcher: Matcher;
}

/**
 * A host that is none of the platform's, asked in the platform's way for what it has: misspelt, or a gateway that passes
 * requests on. A versioned path of the catalog is nobody else's; any other has to be sent as the platform wants it, to a
 * host that is called like the platform or with the token in the platform's header.
 */
function isMeantForPlatform(interpreter: Interpreter, { matcher, shape, request }: MeantRequest): boolean {
  const { catalog } = interpreter;
  if (shape.host === 'foreign')
    return shape.isSigned && matcher.match({ ...shape, host: 'platform' }).length > 0;
  if (!isOthersHost(shape.host)) return false;
  const path = shape.path ?? '';
  const { isLegacy, versionIn } = platformPaths(catalog);
  const isVersioned = versionIn(path) !== null;
  if (isVersioned && matcher.match({ ...shape, host: 'open' }).length > 0) return true;
  if (!shape.isSigned || !(request.hasTokenHeader || shape.host === 'alike')) return false;
  return isVersioned || isTokenPath(interpreter, path) || isLegacy(path);
}

function otherHost(hostName: string): UnknownValue {
  return unknownValue('host', `\`${hostName}\` is none of the platform's hosts that this catalog knows`);
}

function asPossible(match: RequestMatch): RequestMatch {
  return { ...match, state: 'possibly-needed' };
}

/** A library's method names its endpoint; there is no path in the code to point at. */
function sdkUse(candidate: RequestCandidate, { endpoint, id, fit }: SdkCallMatch): Outcome {
  const [method = 'GET', path = ''] = id.split(' ');
  const match: RequestMatch = {
    endpoint: endpoint?.id ?? null,
    method: method as RequestMatch['method'],
    path,
    fit,
    state: 'needed',
  };
  return { kind: 'use', candidate, matches: [match], source: null };
}

/** Whether an open call surely goes to the platform; only then is its being open anybody's business. */
function isPlatform(
  interpreter: Interpreter,
  sentAt: CallSite,
  shape: RequestShape,
  request: RequestParts,
): boolean {
  const { catalog } = interpreter;
  if (shape.host === 'platform') return true;
  if (shape.host !== 'open') return false;
  if (request.hasTokenHeader) return true;
  if (
    isNamedAfterPlatform(catalog, asPieces(request.url)) &&
    (request.hasAppKey || isGivenAppKey(interpreter, sentAt, request))
  )
    return true;
  return platformPaths(catalog).versionIn(shape.path ?? '') !== null && shape.isSeen;
}

interface Shaped {
  readonly shape: RequestShape;
  readonly unknowns: readonly UnknownValue[];
  readonly source: SourceSpan | null;
  readonly hostName: string | null;
}

/** A request as plain data, with what is open in its path and where the path's text stands. */
function shapeOf(
  interpreter: Interpreter,
  site: CallSite,
  candidate: RequestCandidate,
  request: RequestParts,
): Shaped {
  const parts = splitUrl(interpreter.catalog, request.url);
  const method = methodName(request.method) ?? knownText(request.method);
  const files = [site, ...candidate.via, ...sourcesOf(request.url)];
  return {
    unknowns: parts.unknowns,
    source: parts.source,
    hostName: parts.hostName,
    shape: {
      host: parts.host,
      path: parts.path,
      method,
      isMethodGiven: !request.isDefaultMethod,
      isSigned:
        request.hasTokenHeader ||
        isNamedAfterPlatform(interpreter.catalog, asPieces(request.url)) ||
        (!(parts.isRelative && isSentByPage(site, candidate)) &&
          (mayBeSigned(candidate, request) || isTokenPath(interpreter, parts.path)) &&
          signsAmong(interpreter, files).some(({ tokenHeader, signing }) => tokenHeader || signing)),
      isBesideOwnHost: signsAmong(interpreter, files).some(({ ownHost }) => ownHost),
      isSeen: candidate.isSeen,
    },
  };
}

/**
 * A page or a component: the browser asks the server that the page came from, whatever other words stand in the file.
 */
function isSentByPage(site: CallSite, candidate: RequestCandidate): boolean {
  return /\.(?:tsx|jsx|vue|svelte|astro)$/.test((candidate.via.at(-1) ?? site).file);
}

/** The paths of the token host are nobody else's; they are sent with a body as often as with a query. */
function isTokenPath(interpreter: Interpreter, path: string | null): boolean {
  return interpreter.catalog.endpoints.some((endpoint) => endpoint.host === 'auth' && endpoint.path === path);
}

/**
 * A request sent where it is written can only be signed by what is written there: a query behind the path, or handed
 * over beside it. A helper on the way may have signed it.
 */
function mayBeSigned(candidate: RequestCandidate, request: RequestParts): boolean {
  if (candidate.via.length > 0 || request.hasQuery) return true;
  const pieces = asPieces(request.url);
  const hasQuery = pieces.some((piece) => piece.kind === 'piece' && piece.text.includes('?'));
  return hasQuery || pieces.length <= 1 || pieces.slice(1).some((piece) => piece.kind === 'unknown');
}

/** `process.env.ACME_API_HOST`: a host that is configured under the platform's name. */
function isNamedAfterPlatform(catalog: Catalog, pieces: readonly Piece[]): boolean {
  const [first] = pieces;
  return first?.kind === 'unknown' && first.environment && mentionsPlatform(catalog, first.name);
}

/** Files that the text of a URL was put together in: the one that signs is among them. */
function sourcesOf(url: Value): { readonly file: string }[] {
  return asPieces(url).flatMap((piece) =>
    piece.kind === 'piece' && piece.source !== null ? [piece.source] : [],
  );
}

function signsAmong(
  interpreter: Interpreter,
  sites: readonly { readonly file: string }[],
): readonly PlatformSigns[] {
  return sites.flatMap(({ file }) => interpreter.modules.facts(file)?.signs ?? []);
}

/** The innermost function around a call whose caller can settle one of the unknowns. */
function callerOf(
  interpreter: Interpreter,
  site: CallSite,
  index: number | null,
  unknowns: readonly UnknownValue[],
): { function: number; unknown: UnknownValue } | null {
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
