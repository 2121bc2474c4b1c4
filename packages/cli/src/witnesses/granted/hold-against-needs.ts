import { resolveEndpoint } from '@leastscope/analyzer';
import type { Doubt, Needs, ScopeNeed } from '@leastscope/analyzer';
import {
  findEndpoints,
  type Catalog,
  type HttpMethod,
  type Principal,
  type ScopeKey,
} from '@leastscope/scope-catalog';
import type { GrantedCounts } from './granted-counts.js';

/** What tokens of one kind may do, held against what the code needs. */
export interface GrantedReport {
  readonly principal: Principal | null;
  readonly answers: number;
  readonly scopes: readonly GrantedScope[];
  /** Entries that look like no scope, and are not shown. */
  readonly unshown: number;
}

export interface GrantedScope {
  readonly scope: ScopeKey;
  /** On how many of the answers. */
  readonly granted: number;
  /**
   * `needed`: by the code, and on every token. `missing`: needed, and some token has neither it nor what would serve as well.
   * `surplus`: not needed. `possibly-surplus`: not seen to be needed, but something open could need it. `unknown`: not in the
   * catalog.
   */
  readonly state: 'needed' | 'missing' | 'surplus' | 'possibly-surplus' | 'unknown';
  /** On how many tokens it is missing. */
  readonly missingOn: number;
  /** Why a surplus is not sure. */
  readonly doubts: readonly Doubt[];
}

export interface GrantedInput {
  readonly counts: readonly GrantedCounts[];
  readonly needs: Needs;
  readonly catalog: Catalog;
  readonly doubtsAbout: (scope: ScopeKey) => readonly Doubt[];
}

export function holdAgainstNeeds(input: GrantedInput): readonly GrantedReport[] {
  return input.counts.map((counts) => ({
    principal: counts.principal,
    answers: counts.answers,
    scopes: scopesOf(counts, input),
    unshown: counts.unshown,
  }));
}

function scopesOf(counts: GrantedCounts, input: GrantedInput): readonly GrantedScope[] {
  const { needs, catalog } = input;
  const needed = needs.scopes.filter(
    ({ state, scope }) => state === 'needed' && isOf(counts.principal, scope, catalog),
  );
  const demands = needed.flatMap((need) => demandsOf(need, catalog));
  const rows = needed.map((need) => neededScope(need, counts, catalog));
  const others = [...counts.granted.keys()].filter((key) => needed.every(({ scope }) => scope !== key));
  return [...rows, ...others.map((key) => otherScope(key, counts, demands, input))].sort((a, b) =>
    a.scope < b.scope ? -1 : 1,
  );
}

/** A seller's token never carries a creator's scope. */
function isOf(principal: Principal | null, scope: ScopeKey, catalog: Catalog): boolean {
  const own = catalog.scopeByKey.get(scope)?.principal ?? null;
  return principal === null || own === null || own === principal;
}

/** Sets of scopes of which any one is enough. */
type Demand = readonly ScopeKey[];

function demandsOf(need: ScopeNeed, catalog: Catalog): readonly Demand[] {
  const uses = need.uses.map((use) => resolveEndpoint(catalog, use).endpoint?.scopes ?? []);
  const webhooks = need.webhooks.map((type) => catalog.webhookByType.get(type)?.scopes ?? []);
  const manual = need.manual.map(({ endpoint }) => {
    const [method = '', path = ''] = endpoint.split(/\s+/);
    return findEndpoints(catalog, method as HttpMethod, path)?.endpoints[0]?.scopes ?? [];
  });
  const demands = [...uses, ...webhooks, ...manual].filter((demand) => demand.includes(need.scope));
  return demands.length === 0 ? [[need.scope]] : demands;
}

function neededScope(need: ScopeNeed, counts: GrantedCounts, catalog: Catalog): GrantedScope {
  const demands = demandsOf(need, catalog);
  const isServed = (scopes: ReadonlySet<ScopeKey>): boolean =>
    demands.every((demand) => demand.some((key) => scopes.has(key)));
  const missingOn = [...counts.sets.values()]
    .filter(({ scopes }) => !isServed(scopes))
    .reduce((sum, { answers }) => sum + answers, 0);
  const state = missingOn > 0 ? 'missing' : 'needed';
  return { scope: need.scope, granted: counts.granted.get(need.scope) ?? 0, state, missingOn, doubts: [] };
}

function otherScope(
  scope: ScopeKey,
  counts: GrantedCounts,
  demands: readonly Demand[],
  { needs, catalog, doubtsAbout }: GrantedInput,
): GrantedScope {
  const granted = counts.granted.get(scope) ?? 0;
  const row = { scope, granted, missingOn: 0, doubts: [] };
  if (!catalog.scopeByKey.has(scope)) return { ...row, state: 'unknown' };
  if (servesInstead(scope, counts, demands)) return { ...row, state: 'needed' };
  const doubts = isJudged(needs)
    ? doubtsAbout(scope)
    : [{ what: 'no call was found in the code', place: null }];
  return doubts.length === 0 ? { ...row, state: 'surplus' } : { ...row, state: 'possibly-surplus', doubts };
}

/** On some token it stands for a needed scope that the token lacks. */
function servesInstead(scope: ScopeKey, { sets }: GrantedCounts, demands: readonly Demand[]): boolean {
  return [...sets.values()].some(
    ({ scopes }) =>
      scopes.has(scope) &&
      demands.some(
        (demand) => demand.includes(scope) && demand.every((key) => key === scope || !scopes.has(key)),
      ),
  );
}

/** Without a single call nothing can be called surplus. */
function isJudged({ uses, open }: Needs): boolean {
  return uses.length + open.length > 0;
}
