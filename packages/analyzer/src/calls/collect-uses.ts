import { findEndpoints, platformPaths, type Catalog } from '@leastscope/scope-catalog';
import { fileKind } from '../lookups/file-kind.js';
import type { CallFact, FileFacts, Span } from '../model/facts.js';
import { placeOf } from '../lookups/place-of.js';
import type { OpenCall, Use } from '../model/needs.js';
import type { Place, RelatedPlace } from '../model/place.js';
import type { ModuleGraph } from '../model/module-graph.js';
import type { CallSite } from '../model/program.js';
import { asRequest, type RequestCandidate } from '../requests/request.js';
import type { Outcome } from '../requests/classify.js';
import { isOthersHost } from '../requests/split-url.js';
import type { CallResolver } from './call-resolver.js';
import { isNoValue } from '../values/unknown.js';
import type { SourceSpan } from '../values/value.js';
import { isInside } from '../lookups/is-inside.js';
import { isHttpMethod } from '../requests/http-request.js';
import { unnamedHoles } from '../lookups/unnamed-holes.js';

/** What the calls of one file come to. */
export interface FileUses {
  readonly uses: readonly Use[];
  readonly open: readonly OpenCall[];
  /** The uses by the call that they stand at. */
  readonly byCall: ReadonlyMap<number, readonly Use[]>;
}

/** Settles every call of a file and writes the results down with their places. */
export function collectUses(
  catalog: Catalog,
  modules: ModuleGraph,
  resolver: CallResolver,
  file: string,
): FileUses {
  const calls = modules.facts(file)?.calls ?? [];
  const found = calls.map((_, call) => usesOfCall(catalog, modules, resolver, { file, call }));
  return {
    uses: found.flatMap(({ uses }) => uses),
    open: found.flatMap(({ open }) => open),
    byCall: new Map(found.flatMap(({ uses }, call) => (uses.length === 0 ? [] : [[call, uses]]))),
  };
}

/** Most calls are nobody's business. */
const nothing: Pick<FileUses, 'uses' | 'open'> = { uses: [], open: [] };

/** What one call comes to. */
export function usesOfCall(
  catalog: Catalog,
  modules: ModuleGraph,
  resolver: CallResolver,
  site: CallSite,
): Pick<FileUses, 'uses' | 'open'> {
  const facts = modules.facts(site.file);
  const call = facts?.calls[site.call];
  if (facts === null || call === undefined) return nothing;
  const said = directiveUses(catalog, facts, call);
  if (said.length > 0) return { uses: said, open: [] };
  const outcomes = resolver.outcomes(site);
  if (outcomes.length === 0) return nothing;
  const found = distinct(
    catalog,
    outcomes.flatMap((outcome) => (outcome.kind === 'use' ? toUses(modules, facts, call, outcome) : [])),
  );
  const isResolved = outcomes.some((outcome) => outcome.kind === 'use');
  // What is not known stays open beside what is: `process.env.ORDERS_PATH ?? '/order/202309/orders/search'`.
  const left = outcomes.filter((outcome) => (isResolved ? mayBeMore(outcome) : !isBesideOthers(outcome)));
  return {
    uses: found.map((use) => withSwitches(modules, withDefaultVersion(catalog, facts, use))),
    open: left.flatMap((outcome) => toOpen(modules, facts, call, outcome)).slice(0, 1),
  };
}

function isBesideOthers(outcome: Outcome): boolean {
  return outcome.kind === 'open' && outcome.isBesideOthers === true;
}

/** Not so a possibility that goes elsewhere, such as a developer's own machine, or a variable before it is set. */
function mayBeMore(outcome: Outcome): boolean {
  return (
    outcome.kind === 'open' &&
    !isOthersHost(asRequest(outcome.candidate)?.host) &&
    !isNoValue(outcome.unknown)
  );
}

/** What an outcome comes to, at its call. */
export function toUses(modules: ModuleGraph, facts: FileFacts, call: CallFact, outcome: Outcome): Use[] {
  if (outcome.kind === 'open') return [];
  const source = asRequest(outcome.candidate)?.source ?? null;
  const via = viaOf(modules, outcome.candidate);
  return outcome.matches.map((match): Use => ({
    ...match,
    place: placeOf(facts.file, facts.lineStarts, headOf(facts, call, source)),
    pathPlace: source?.file === facts.file ? placeOf(facts.file, facts.lineStarts, source.span) : null,
    ...pathElsewhere(modules, facts, source),
    via,
    fileKind: fileKind(facts.file),
    evidence: outcome.candidate.kind === 'sdk' ? 'sdk' : 'path',
  }));
}

/** The path as a constant of another file, such as a table of endpoints. */
function pathElsewhere(
  modules: ModuleGraph,
  { file }: FileFacts,
  source: SourceSpan | null,
): Pick<Use, 'pathElsewhere'> {
  if (source === null || source.file === file) return {};
  const there = modules.facts(source.file);
  return there === null ? {} : { pathElsewhere: placeOf(source.file, there.lineStarts, source.span) };
}

function toOpen(modules: ModuleGraph, facts: FileFacts, call: CallFact, outcome: Outcome): OpenCall[] {
  return outcome.kind === 'open' ? [openCall(modules, facts, call, outcome)] : [];
}

export function openCall(
  modules: ModuleGraph,
  facts: FileFacts,
  call: CallFact,
  outcome: Exclude<Outcome, { kind: 'use' }>,
): OpenCall {
  const { method = null, path = null } = asRequest(outcome.candidate) ?? {};
  return {
    place: placeOf(facts.file, facts.lineStarts, headOf(facts, call, null)),
    reason: outcome.unknown.reason,
    settledBy: outcome.kind === 'caller' ? 'caller' : outcome.unknown.settledBy,
    knownPath: path,
    ...(outcome.kind === 'open' && outcome.otherHost !== undefined ? { otherHost: outcome.otherHost } : {}),
    method: isHttpMethod(method) ? method : null,
    via: viaOf(modules, outcome.candidate),
    fileKind: fileKind(facts.file),
  };
}

/**
 * The part of a call that says which endpoint it is: what is called, up to the path when that stands on the same line.
 * A body of thirty lines behind it is not what anybody has to look at.
 */
function headOf(facts: FileFacts, call: CallFact, source: SourceSpan | null): Span {
  const [start] = call.span;
  const end = call.calleeSpan[1];
  if (source?.file !== facts.file || source.span[1] > call.span[1] || source.span[0] < end)
    return [start, end];
  const line = placeOf(facts.file, facts.lineStarts, [end, source.span[1]]);
  return [start, line.start.line === line.end.line ? source.span[1] : end];
}

function placeOfSite(facts: FileFacts, call: CallFact): Place {
  return placeOf(facts.file, facts.lineStarts, call.span);
}

function viaOf(modules: ModuleGraph, candidate: RequestCandidate): RelatedPlace[] {
  return candidate.via.flatMap((site: CallSite, index): RelatedPlace[] => {
    const facts = modules.facts(site.file);
    const call = facts?.calls[site.call];
    if (facts === null || call === undefined) return [];
    const note =
      index === candidate.via.length - 1 && candidate.isSeen
        ? 'the request is sent here'
        : 'helper on the way';
    return [{ place: placeOf(site.file, facts.lineStarts, call.span), note }];
  });
}

/** One use per endpoint: the shortest chain of helpers tells it best. */
function distinct(catalog: Catalog, uses: readonly Use[]): Use[] {
  const byEndpoint = new Map<string, Use>();
  for (const use of withKnownVersions(catalog, uses)) {
    const key = unnamedHoles(`${use.method} ${use.path}`);
    const known = byEndpoint.get(key);
    if (known === undefined || isBetter(use, known)) byEndpoint.set(key, use);
  }
  return [...byEndpoint.values()];
}

/** A configured version with a default is two possibilities; the one that can be read is the one to tell. */
function withKnownVersions(catalog: Catalog, uses: readonly Use[]): readonly Use[] {
  const { isVersionOpen, withVersion } = platformPaths(catalog);
  const family = ({ method, path }: Use): string => unnamedHoles(`${method} ${withVersion(path, null)}`);
  const known = new Set(uses.filter(({ path }) => !isVersionOpen(path)).map(family));
  return uses.filter((use) => !isVersionOpen(use.path) || !known.has(family(use)));
}

/**
 * A version that is configured somewhere: when the file names just one, that is what it is by default. It decides no
 * scope (all versions of an operation share it), only how the use reads.
 */
function withDefaultVersion(catalog: Catalog, facts: FileFacts, use: Use): Use {
  const [version, ...others] = facts.signs.versions;
  if (version === undefined || others.length > 0) return use;
  const { isVersionOpen, withVersion } = platformPaths(catalog);
  return isVersionOpen(use.path) ? { ...use, path: withVersion(use.path, version) } : use;
}

function withSwitches(modules: ModuleGraph, use: Use): Use {
  const files = new Set([use.place.file, ...use.via.map(({ place }) => place.file)]);
  const said = new Set([...files].flatMap((file) => modules.facts(file)?.signs.switches ?? []));
  return said.size === 0 ? use : { ...use, switches: [...said].sort() };
}

function isBetter(use: Use, known: Use): boolean {
  if (use.state !== known.state) return use.state === 'needed';
  return use.via.length < known.via.length;
}

/** `// leastscope-endpoint GET /order/202507/orders` on the line of a call or above it. */
function directiveUses(catalog: Catalog, facts: FileFacts, call: CallFact): Use[] {
  if (facts.directives.length === 0) return [];
  const place = placeOfSite(facts, call);
  const said = facts.directives.filter(
    (one) => one.kind === 'endpoint' && one.appliesTo === place.start.line,
  );
  const isOutermost = !facts.calls.some(
    (other) =>
      other !== call &&
      isInside(call.span, other.span) &&
      placeOfSite(facts, other).start.line === place.start.line,
  );
  if (said.length === 0 || !isOutermost) return [];
  return said.flatMap((directive): Use[] => {
    const [method = '', path = ''] = directive.text.split(/\s+/);
    if (!isHttpMethod(method)) return [];
    const found = findEndpoints(catalog, method, path);
    return [
      {
        method,
        path,
        endpoint: found?.endpoints[0]?.id ?? null,
        fit: found === null ? 'none' : found.fit === 'exact' ? 'exact' : 'family',
        state: 'needed',
        place,
        pathPlace: directive.place,
        via: [],
        fileKind: fileKind(facts.file),
        evidence: 'directive',
      },
    ];
  });
}
