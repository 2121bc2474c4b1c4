import type { Declaration, Needs, OpenCall, Place, Use } from '@leastscope/analyzer';
import {
  findEndpoints,
  type Catalog,
  type Endpoint,
  type HttpMethod,
  type LegacyEndpoint,
  type ScopeKey,
} from '@leastscope/scope-catalog';
import type { SeenOperation, Tally } from '../requests/tally.js';

/** What is seen, held against what the code calls and what the declaration says. */
export interface SeenReport {
  readonly notInCode: readonly NotInCode[];
  readonly neverSeen: readonly NeverSeen[];
  readonly missingScope: readonly MissingScope[];
  readonly refused: readonly { readonly endpoint: string; readonly requests: number }[];
  /** Seen, and in the code or declared. */
  readonly agreed: number;
}

export interface NotInCode {
  readonly endpoint: string;
  readonly requests: number;
  /** Any one is enough; empty where the catalog does not know, or where none is needed. */
  readonly anyOf: readonly ScopeKey[];
  /**
   * `other-version`: the code calls the operation by another version. `unknown-version`: the catalog has the operation by others
   * only. `unknown`: it lacks it.
   */
  readonly because: 'not-called' | 'other-version' | 'unknown-version' | 'unknown';
  /** Calls of the code that stayed open and could be it. */
  readonly openCalls: readonly Place[];
  /** A row of `manualUsage` can say it: the catalog has the endpoint. */
  readonly canBeDeclared: boolean;
}

export interface NeverSeen {
  readonly endpoint: string;
  readonly places: readonly Place[];
}

export interface MissingScope {
  readonly endpoint: string;
  readonly requests: number;
  readonly anyOf: readonly ScopeKey[];
  /** Of these, what the declaration requests; null where there is no declaration. */
  readonly requested: readonly ScopeKey[] | null;
}

export interface SeenInput {
  readonly tally: Tally;
  /** Those that count. */
  readonly needs: Pick<Needs, 'uses' | 'open'>;
  readonly declaration: Declaration | null;
  readonly catalog: Catalog;
}

export function holdAgainstCode(input: SeenInput): SeenReport {
  const { tally, catalog, declaration, needs } = input;
  const called = calledIn(needs.uses, declaration, catalog);
  const [inCode, notInCode] = split(tally.operations, ({ name }) => called.ids.has(name));
  const seen = new Set(tally.operations.map(({ name }) => name));
  return {
    notInCode: notInCode.filter(isJudged).map((one) => missingInCode(one, called, input)),
    neverSeen: neverSeen(needs.uses, seen),
    missingScope: tally.operations
      .filter((one) => one.missingScope > 0)
      .map((one) => lacking(one, declaration, catalog)),
    refused: tally.operations
      .filter((one) => one.refused > 0)
      .map(({ name, refused }) => ({ endpoint: name, requests: refused })),
    agreed: inCode.length,
  };
}

interface Called {
  readonly ids: ReadonlySet<string>;
  readonly families: ReadonlySet<string>;
}

/** By the code, or by what the declaration says is called elsewhere. */
function calledIn(uses: readonly Use[], declaration: Declaration | null, catalog: Catalog): Called {
  const byCode = uses.flatMap((use) => [use.endpoint ?? '', `${use.method} ${use.path}`]);
  const manual = (declaration?.manualUsage ?? []).flatMap(({ endpoint }) => [
    endpoint,
    ...idsOf(endpoint, catalog),
  ]);
  const ids = new Set([...byCode, ...manual]);
  const families = [...ids].flatMap((id) => catalog.endpointById.get(id)?.family ?? []);
  return { ids, families: new Set(families) };
}

function idsOf(text: string, catalog: Catalog): readonly string[] {
  const [method = '', path = ''] = text.split(/\s+/);
  const match = findEndpoints(catalog, method as HttpMethod, path);
  return match?.fit === 'exact' ? [...match.endpoints, ...match.legacy].map(({ id }) => id) : [];
}

/** What needs no scope by the catalog's own word, tokens above all, is nobody's omission. */
function isJudged({ endpoint }: SeenOperation): boolean {
  return !(endpoint !== null && 'scopeConfidence' in endpoint && endpoint.scopeConfidence === 'not-needed');
}

function missingInCode(one: SeenOperation, called: Called, { needs, catalog }: SeenInput): NotInCode {
  const { name, requests, endpoint, isKnownVersion } = one;
  const family = endpoint !== null && 'family' in endpoint ? endpoint.family : '';
  return {
    endpoint: name,
    requests,
    anyOf: scopesOf(endpoint, catalog),
    because: reasonOf(one, called.families.has(family)),
    openCalls: needs.open.filter((call) => couldBe(call, name, catalog)).map(({ place }) => place),
    canBeDeclared: endpoint !== null && isKnownVersion,
  };
}

function reasonOf(
  { endpoint, isKnownVersion }: SeenOperation,
  isCalledElsewhere: boolean,
): NotInCode['because'] {
  if (endpoint === null) return 'unknown';
  if (isCalledElsewhere) return 'other-version';
  return isKnownVersion ? 'not-called' : 'unknown-version';
}

function couldBe({ method, knownPath }: OpenCall, name: string, catalog: Catalog): boolean {
  if (method !== null && !name.startsWith(`${method} `)) return false;
  if (knownPath === null) return true;
  const match = findEndpoints(catalog, method, knownPath);
  return match !== null && [...match.endpoints, ...match.legacy].some(({ id }) => id === name);
}

/** One row an endpoint, with all places that call it. What the catalog lacks may be seen under another name. */
function neverSeen(uses: readonly Use[], seen: ReadonlySet<string>): readonly NeverSeen[] {
  const places = new Map<string, Place[]>();
  for (const { endpoint, place } of uses) {
    if (endpoint === null || seen.has(endpoint)) continue;
    places.set(endpoint, [...(places.get(endpoint) ?? []), place]);
  }
  return [...places]
    .map(([endpoint, at]) => ({ endpoint, places: at }))
    .sort((a, b) => (a.endpoint < b.endpoint ? -1 : 1));
}

function lacking(one: SeenOperation, declaration: Declaration | null, catalog: Catalog): MissingScope {
  const anyOf = scopesOf(one.endpoint, catalog);
  const requested = declaration?.requestedScopes.map(({ value }) => value) ?? null;
  return {
    endpoint: one.name,
    requests: one.missingScope,
    anyOf,
    requested: requested === null ? null : anyOf.filter((key) => requested.includes(key)),
  };
}

/** Of a legacy path, what its replacement needs. */
function scopesOf(endpoint: Endpoint | LegacyEndpoint | null, catalog: Catalog): readonly ScopeKey[] {
  if (endpoint === null) return [];
  if ('scopes' in endpoint) return endpoint.scopes;
  return catalog.endpointById.get(endpoint.replacement ?? '')?.scopes ?? [];
}

function split<T>(all: readonly T[], fits: (one: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [all.filter(fits), all.filter((one) => !fits(one))];
}
