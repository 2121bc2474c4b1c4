import type { RequestMatch, RequestShape } from '../model/request.js';
import { openFrame } from './frames.js';
import type { Linker } from './linker.js';
import { functionFact } from './linker.js';
import { reachesOf, type OpenSites, type Reach, type Site } from './reach.js';
import { methodName } from './request-parts.js';
import { asPieces, knownText } from './text.js';
import type { HoleValue, Piece, SourceSpan, Value } from './value.js';
import { urlParts } from './paths-of-urls.js';

/** How a request is held against the catalog; handed in, because linking does not know matching. */
export interface Matcher {
  readonly match: (request: RequestShape) => readonly RequestMatch[];
  /** Endpoints that it could name, were its open parts fixed text. */
  readonly loose: (request: RequestShape) => readonly RequestMatch[];
  readonly unknown: (request: RequestShape) => RequestMatch | null;
}

/** One reach of a call, judged where the call stands. */
export type Outcome =
  | { readonly kind: 'use'; readonly reach: Reach; readonly matches: readonly RequestMatch[]; readonly source: SourceSpan | null }
  | { readonly kind: 'open'; readonly reach: Reach; readonly shape: RequestShape | null; readonly hole: HoleValue }
  | { readonly kind: 'caller'; readonly reach: Reach; readonly shape: RequestShape | null; readonly hole: HoleValue; readonly function: number; readonly matches: readonly RequestMatch[]; readonly source: SourceSpan | null };

export interface Settler {
  readonly outcomes: (site: Site) => readonly Outcome[];
  readonly openSites: OpenSites;
  /** Functions with open calls that some call was seen to call, as `file#index`. */
  readonly called: ReadonlySet<string>;
}

/** Steps that the settling of one call may take. Real calls take some hundreds. */
const budgetOfCall = 60_000;

/** Settles calls where they stand, with the parameters around them open. */
export function createSettler(linker: Linker, matcher: Matcher): Settler {
  const called = new Set<string>();
  const rounds = createRounds();
  const sitesIn = createSiteIndex(linker);
  const openSites: OpenSites = (file, index) => {
    const key = `${file}#${String(index)}`;
    return rounds.run<readonly Site[]>(`f ${key}`, [], () =>
      sitesIn(file, index).filter((site) => outcomes(site).some((one) => one.kind === 'caller' && one.function === index)),
    );
  };
  const enter: OpenSites = (file, index) => {
    called.add(`${file}#${String(index)}`);
    return openSites(file, index);
  };
  const outcomes = (site: Site): readonly Outcome[] =>
    rounds.run<readonly Outcome[]>(`s ${site.file}#${String(site.call)}`, [], () => {
      const before = linker.budget;
      linker.budget = budgetOfCall;
      const index = linker.modules.facts(site.file)?.calls[site.call]?.function ?? null;
      const frame = openFrame(linker, site.file, index);
      const reaches = reachesOf(linker, enter, site, frame);
      linker.budget = before;
      const judged = withoutBlurred(linker, reaches).flatMap((reach) => judge(linker, matcher, site, index, reach));
      // `send(url)` with `send` a parameter: once the URL names its endpoint, who sends it does not matter.
      const decided = sameWhateverTheKey(judged);
      const isUse = decided.some((outcome) => outcome.kind === 'use');
      return isUse ? decided.filter((outcome) => outcome.kind !== 'caller' || outcome.shape !== null) : decided;
    });
  return { outcomes, openSites, called };
}

/**
 * An id that may be empty (`let id = ''` before it is set) makes a path with a gap in it. Beside the same call with the
 * id set, that is no path anybody means.
 */
function withoutBlurred(linker: Linker, reaches: readonly Reach[]): readonly Reach[] {
  const clear = reaches.filter((reach) => reach.request === null || !urlParts(linker.catalog, reach.request.url).hasGap);
  return clear.length > 0 ? clear : reaches;
}

/** A key that a caller gives, but that only picks the host: the endpoint is the same with every key. */
function sameWhateverTheKey(outcomes: readonly Outcome[]): readonly Outcome[] {
  const keyed = outcomes.filter((outcome) => outcome.kind === 'caller' && outcome.matches.length > 0);
  const named = new Set(keyed.map((outcome) => (outcome.kind === 'caller' ? outcome.matches.map(({ method, path }) => `${method} ${path}`).join() : '')));
  if (named.size !== 1) return outcomes;
  return outcomes.map((outcome): Outcome => {
    if (outcome.kind !== 'caller' || outcome.matches.length === 0) return outcome;
    return { kind: 'use', reach: outcome.reach, matches: outcome.matches, source: outcome.source };
  });
}

/** Calls that stand in a function, those in functions nested in it included. */
function createSiteIndex(linker: Linker): (file: string, index: number) => readonly Site[] {
  const byFile = new Map<string, Map<number, Site[]>>();
  return (file, index) => {
    let byFunction = byFile.get(file);
    if (byFunction === undefined) {
      byFunction = new Map<number, Site[]>();
      byFile.set(file, byFunction);
      const facts = linker.modules.facts(file);
      facts?.calls.forEach((call, position) => {
        for (let at = call.function; at !== null; at = facts.functions[at]?.parent ?? null) {
          const sites = byFunction?.get(at) ?? [];
          sites.push({ file, call: position });
          byFunction?.set(at, sites);
        }
      });
    }
    return byFunction.get(index) ?? [];
  };
}

interface Rounds {
  /** The answer for a key; `whileOpen` when the key is being worked out already (a function that calls itself). */
  readonly run: <T>(key: string, whileOpen: T, work: () => T) => T;
}

/**
 * Remembers answers, but not those that were worked out while something they need was still being worked out: these
 * hold for the round only, and are asked again when it is over. Otherwise the answer would depend on where one began.
 */
function createRounds(): Rounds {
  const settled = new Map<string, unknown>();
  const active = new Map<string, number>();
  let provisional = new Map<string, unknown>();
  let lowest = Number.POSITIVE_INFINITY;
  return {
    run: <T>(key: string, whileOpen: T, work: () => T): T => {
      if (settled.has(key)) return settled.get(key) as T;
      const open = active.get(key);
      if (open !== undefined) {
        lowest = Math.min(lowest, open);
        return whileOpen;
      }
      if (provisional.has(key)) {
        lowest = Math.min(lowest, 0);
        return provisional.get(key) as T;
      }
      const depth = active.size;
      const outer = lowest;
      lowest = Number.POSITIVE_INFINITY;
      active.set(key, depth);
      const answer = work();
      active.delete(key);
      if (lowest >= depth) {
        settled.set(key, answer);
        if (depth === 0) provisional = new Map();
        lowest = outer;
      } else {
        provisional.set(key, answer);
        lowest = Math.min(lowest, outer);
      }
      return answer;
    },
  };
}

/** What a reach is where its call stands: a use, a matter for the caller, open for good, or nobody's business. */
function judge(linker: Linker, matcher: Matcher, site: Site, index: number | null, reach: Reach): readonly Outcome[] {
  if (reach.endpoint !== null) return [sdkUse(reach)];
  if (reach.request === null) {
    const asked = reach.callee === null ? null : callerOf(linker, site, index, [reach.callee]);
    if (asked === null || reach.callee === null) return [];
    return [{ kind: 'caller', reach, shape: null, hole: reach.callee, function: asked.function, matches: [], source: null }];
  }
  const { shape, holes, source } = shapeOf(linker, site, reach);
  const isVague = reach.request.isVague;
  const use = (found: readonly RequestMatch[]): readonly Outcome[] => [
    { kind: 'use', reach, matches: isVague ? found.map((match) => ({ ...match, state: 'possibly-needed' })) : found, source },
  ];
  const matches = matcher.match(shape);
  const methodHole = reach.request.method.kind === 'hole' ? reach.request.method : null;
  const keys = Object.keys(reach.request.picks).flatMap((id) => linker.keys.get(id) ?? []);
  const keyed = matches.length === 0 ? null : callerOf(linker, site, index, keys);
  if (keyed !== null) return [{ kind: 'caller', reach, shape, matches, source, ...keyed }];
  if (matches.length > 0) return use(matches);
  const loose = matcher.loose(shape);
  if (isVague) return [];
  const unknown = loose.length > 0 ? null : matcher.unknown(shape);
  if (unknown !== null) return use([unknown]);
  const asked = callerOf(linker, site, index, methodHole === null ? holes : [...holes, methodHole]);
  if (asked !== null) return [{ kind: 'caller', reach, shape, matches: [], source, ...asked }];
  if (loose.length > 0) return use(loose);
  const hole = holes[0] ?? methodHole;
  return hole !== null && isPlatform(shape, reach) ? [{ kind: 'open', reach, shape, hole }] : [];
}

function sdkUse(reach: Reach): Outcome {
  const { endpoint } = reach;
  const [method = 'GET', path = ''] = endpoint?.id.split(' ') ?? [];
  const match: RequestMatch = {
    endpoint: endpoint?.endpoint?.id ?? null,
    method: method as RequestMatch['method'],
    path,
    fit: endpoint?.fit ?? 'none',
    state: 'needed',
  };
  return { kind: 'use', reach, matches: [match], source: null };
}

function isPlatform(shape: RequestShape, reach: Reach): boolean {
  if (shape.host === 'platform') return true;
  if (shape.host !== 'open') return false;
  if (reach.request?.hasTokenHeader === true) return true;
  return /^\/[a-z_]+\/20\d{4}\//.test(shape.path ?? '') && shape.isSeen;
}

function shapeOf(linker: Linker, site: Site, reach: Reach): { shape: RequestShape; holes: readonly HoleValue[]; source: SourceSpan | null } {
  const request = reach.request;
  if (request === null) throw new Error('a reach without a request has no shape');
  const parts = urlParts(linker.catalog, request.url);
  const method = methodName(request.method) ?? knownText(request.method);
  return {
    holes: parts.holes,
    source: parts.source,
    shape: {
      host: parts.host,
      path: parts.path === null ? null : withVersion(linker, site, parts.path),
      method,
      isMethodGiven: !request.isDefaultMethod,
      isSigned: request.hasTokenHeader || isNamedAfterPlatform(asPieces(request.url)) || hasSigns(linker, [site, ...reach.via, ...sourcesOf(request.url)]),
      isSeen: reach.isSeen,
    },
  };
}

/**
 * A version that is configured somewhere: when the file names just one, that is what it is by default. It decides no
 * scope (all versions of an operation share it), only how the use reads.
 */
function withVersion(linker: Linker, site: Site, path: string): string {
  const [only, ...others] = linker.modules.facts(site.file)?.signs.versions ?? [];
  if (only === undefined || others.length > 0) return path;
  return path.replace(/^(\/[a-z_]+\/)\{[^{}]*\}(?=\/)/, `$1${only}`);
}

/** `process.env.TIKTOK_API_HOST`: a host that is configured under the platform's name. */
function isNamedAfterPlatform(pieces: readonly Piece[]): boolean {
  const [first] = pieces;
  return first?.kind === 'hole' && first.environment && /tiktok|tts/i.test(first.name);
}

/** Files that the text of a URL was put together in: the one that signs is among them. */
function sourcesOf(url: Value): { readonly file: string }[] {
  return asPieces(url).flatMap((piece) => (piece.kind === 'piece' && piece.source !== null ? [piece.source] : []));
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
  for (let at = index; at !== null; at = functionFact(linker, site.file, at).parent) {
    const fact = functionFact(linker, site.file, at);
    const own = open.find((hole) => hole.owner?.file === site.file && hole.owner.function === at);
    if (own !== undefined) return isHandedAway(linker, site.file, at) ? null : { function: at, hole: own };
    if (fact.class !== null) method = at;
  }
  // Fields that the making of the instance decides: whoever calls the method has the instance.
  const [first] = open;
  return method === null || first === undefined ? null : { function: method, hole: first };
}

/** A callback that goes to a library: its arguments come at run time and no caller in the project settles them. */
function isHandedAway(linker: Linker, file: string, index: number): boolean {
  const fact = functionFact(linker, file, index);
  if (fact.passedTo === null) return false;
  const call = linker.modules.facts(file)?.calls[fact.passedTo.call];
  if (call === undefined) return false;
  const callees = linker.evaluate(call.callee, openFrame(linker, file, call.function));
  return callees.every(({ value }) => value.kind === 'external' || (value.kind === 'hole' && value.owner === null));
}
