import type { SdkCallMatch } from '@leastscope/scope-catalog';
import type { RequestMatch, RequestShape } from '../model/request.js';
import { isTooDeep } from './too-deep.js';
import { openFrame } from './frames.js';
import { functionFact, type Linker } from './linker.js';
import { urlParts } from './paths-of-urls.js';
import type { Reach, Site } from './reach.js';
import { methodName, type RequestParts } from './request-parts.js';
import { asPieces, knownText } from './text.js';
import type { HoleValue, Piece, SourceSpan, Value } from './value.js';

/** How a request is held against the catalog; handed in, because linking does not know matching. */
export interface Matcher {
  readonly match: (request: RequestShape) => readonly RequestMatch[];
  /** Endpoints that it could name, were its open parts fixed text. */
  readonly loose: (request: RequestShape) => readonly RequestMatch[];
  readonly unknown: (request: RequestShape) => RequestMatch | null;
}

/** One reach of a call, judged where the call stands. */
export type Outcome =
  | {
      readonly kind: 'use';
      readonly reach: Reach;
      readonly matches: readonly RequestMatch[];
      readonly source: SourceSpan | null;
    }
  | {
      readonly kind: 'open';
      readonly reach: Reach;
      readonly shape: RequestShape | null;
      readonly hole: HoleValue;
    }
  | {
      readonly kind: 'caller';
      readonly reach: Reach;
      readonly shape: RequestShape | null;
      readonly hole: HoleValue;
      readonly function: number;
      readonly matches: readonly RequestMatch[];
      readonly source: SourceSpan | null;
    };

/** What a reach is where its call stands: a use, a matter for the caller, open for good, or nobody's business. */
export function judgeReach(
  linker: Linker,
  matcher: Matcher,
  site: Site,
  index: number | null,
  reach: Reach,
): readonly Outcome[] {
  if (reach.endpoint !== null) return [sdkUse(reach, reach.endpoint)];
  if (reach.request !== null)
    return judgeRequest(linker, matcher, { site, index, reach, request: reach.request });
  return reach.callee === null ? [] : judgeCallee(linker, site, index, reach, reach.callee);
}

/** It is not known what is called: a parameter, which the caller gives, or the end of a chain that was too long. */
function judgeCallee(
  linker: Linker,
  site: Site,
  index: number | null,
  reach: Reach,
  callee: HoleValue,
): readonly Outcome[] {
  if (isTooDeep(callee)) return [{ kind: 'open', reach, shape: null, hole: callee }];
  const asked = callerOf(linker, site, index, [callee, ...reach.holes]);
  return asked === null ? [] : [{ kind: 'caller', reach, shape: null, matches: [], source: null, ...asked }];
}

interface Judged {
  readonly site: Site;
  readonly index: number | null;
  readonly reach: Reach;
  readonly request: RequestParts;
}

function judgeRequest(
  linker: Linker,
  matcher: Matcher,
  { site, index, reach, request }: Judged,
): readonly Outcome[] {
  const { shape, holes, source } = shapeOf(linker, site, reach, request);
  const use = (found: readonly RequestMatch[]): readonly Outcome[] => [
    { kind: 'use', reach, matches: request.isVague ? found.map(asPossible) : found, source },
  ];
  const matches = matcher.match(shape);
  if (matches.length === 0 && request.isVague) return [];
  const loose = matches.length > 0 ? [] : matcher.loose(shape);
  const unknown = matches.length + loose.length > 0 ? null : matcher.unknown(shape);
  const named = unknown === null ? matches : [unknown];
  if (named.length > 0) {
    const keys = Object.keys(request.picks).flatMap((id) => linker.keys.get(id) ?? []);
    const keyed = callerOf(linker, site, index, keys);
    return keyed === null ? use(named) : [{ kind: 'caller', reach, shape, matches: named, source, ...keyed }];
  }
  const open = request.method.kind === 'hole' ? [...holes, request.method] : holes;
  const asked = callerOf(linker, site, index, open);
  if (asked !== null) return [{ kind: 'caller', reach, shape, matches: [], source, ...asked }];
  if (loose.length > 0) return use(loose);
  const [hole] = open;
  return hole !== undefined && isPlatform(shape, request) ? [{ kind: 'open', reach, shape, hole }] : [];
}

function asPossible(match: RequestMatch): RequestMatch {
  return { ...match, state: 'possibly-needed' };
}

/** A library's method names its endpoint; there is no path in the code to point at. */
function sdkUse(reach: Reach, { endpoint, id, fit }: SdkCallMatch): Outcome {
  const [method = 'GET', path = ''] = id.split(' ');
  const match: RequestMatch = {
    endpoint: endpoint?.id ?? null,
    method: method as RequestMatch['method'],
    path,
    fit,
    state: 'needed',
  };
  return { kind: 'use', reach, matches: [match], source: null };
}

/** Whether an open call surely goes to the platform; only then is its being open anybody's business. */
function isPlatform(shape: RequestShape, request: RequestParts): boolean {
  if (shape.host === 'platform') return true;
  if (shape.host !== 'open') return false;
  if (request.hasTokenHeader) return true;
  return /^\/[a-z_]+\/20\d{4}\//.test(shape.path ?? '') && shape.isSeen;
}

interface Shaped {
  readonly shape: RequestShape;
  readonly holes: readonly HoleValue[];
  readonly source: SourceSpan | null;
}

/** A request as plain data, with what is open in its path and where the path's text stands. */
function shapeOf(linker: Linker, site: Site, reach: Reach, request: RequestParts): Shaped {
  const parts = urlParts(linker.catalog, request.url);
  const method = methodName(request.method) ?? knownText(request.method);
  return {
    holes: parts.holes,
    source: parts.source,
    shape: {
      host: parts.host,
      path: parts.path,
      method,
      isMethodGiven: !request.isDefaultMethod,
      isSigned:
        request.hasTokenHeader ||
        isNamedAfterPlatform(asPieces(request.url)) ||
        ((mayBeSigned(reach, request) || isTokenPath(linker, parts.path)) &&
          hasSigns(linker, [site, ...reach.via, ...sourcesOf(request.url)])),
      isSeen: reach.isSeen,
    },
  };
}

/** The paths of the token host are nobody else's; they are sent with a body as often as with a query. */
function isTokenPath(linker: Linker, path: string | null): boolean {
  return linker.catalog.endpoints.some((endpoint) => endpoint.host === 'auth' && endpoint.path === path);
}

/**
 * A request sent where it is written can only be signed by what is written there: a query behind the path, or handed
 * over beside it. A helper on the way may have signed it.
 */
function mayBeSigned(reach: Reach, request: RequestParts): boolean {
  if (reach.via.length > 0 || request.hasQuery) return true;
  const [, ...rest] = asPieces(request.url);
  return rest.some((piece) => piece.kind === 'hole' || piece.text.includes('?')) || rest.length === 0;
}

/** `process.env.TIKTOK_API_HOST`: a host that is configured under the platform's name. */
function isNamedAfterPlatform(pieces: readonly Piece[]): boolean {
  const [first] = pieces;
  return first?.kind === 'hole' && first.environment && /tiktok|tts/i.test(first.name);
}

/** Files that the text of a URL was put together in: the one that signs is among them. */
function sourcesOf(url: Value): { readonly file: string }[] {
  return asPieces(url).flatMap((piece) =>
    piece.kind === 'piece' && piece.source !== null ? [piece.source] : [],
  );
}

function hasSigns(linker: Linker, sites: readonly { readonly file: string }[]): boolean {
  return sites.some(({ file }) => {
    const signs = linker.modules.facts(file)?.signs;
    return signs !== undefined && (signs.tokenHeader || signs.signing);
  });
}

/** The innermost function around a call whose caller can settle one of the holes. */
function callerOf(
  linker: Linker,
  site: Site,
  index: number | null,
  holes: readonly HoleValue[],
): { function: number; hole: HoleValue } | null {
  const open = holes.filter((hole) => hole.settledBy === 'caller');
  if (open.length === 0) return null;
  let method: number | null = null;
  let others = open;
  for (let at = index; at !== null; at = functionFact(linker, site.file, at).parent) {
    const fact = functionFact(linker, site.file, at);
    const own = open.find((hole) => hole.owner?.file === site.file && hole.owner.function === at);
    if (own !== undefined && !isHandedAway(linker, site.file, at)) return { function: at, hole: own };
    others = others.filter((hole) => hole !== own);
    if (fact.class !== null) method = at;
  }
  // Fields that the making of the instance decides: whoever calls the method has the instance.
  const [first] = others;
  return method === null || first === undefined ? null : { function: method, hole: first };
}

/** A callback that goes to a library: its arguments come at run time and no caller in the project settles them. */
function isHandedAway(linker: Linker, file: string, index: number): boolean {
  const fact = functionFact(linker, file, index);
  if (fact.passedTo === null) return false;
  const call = linker.modules.facts(file)?.calls[fact.passedTo.call];
  if (call === undefined) return false;
  const callees = linker.evaluate(call.callee, openFrame(linker, file, call.function));
  return callees.every(
    ({ value }) => value.kind === 'external' || (value.kind === 'hole' && value.owner === null),
  );
}
