import type { Catalog, ScopeKey } from '@leastscope/scope-catalog';
import { compareText } from '../lookups/places.js';
import { requestedKeys } from '../lookups/requested-keys.js';
import type { Declaration } from '../model/declaration.js';
import type { ScopeDifference, ScopeNeed, ScopeRemoval, Use } from '../model/needs.js';
import { demandsOfUses } from './find-demands.js';
import type { Demand } from './find-demands.js';
import { doubtsAbout } from './find-doubts.js';
import type { OpenThing } from './find-doubts.js';

export interface DifferenceInput {
  readonly catalog: Catalog;
  readonly declaration: Declaration;
  readonly scopes: readonly ScopeNeed[];
  readonly certain: readonly Demand[];
  /** Uses in tests, when those do not count. */
  readonly testUses: readonly Use[];
  readonly openThings: readonly OpenThing[];
  /** Without a single call nothing can be called unused. */
  readonly calls: number;
}

/** Holds the requested scopes against the needed ones. What is open makes removals uncertain, never additions. */
export function findScopeDifference(input: DifferenceInput): ScopeDifference {
  const { catalog, declaration, scopes } = input;
  const needed = new Set(scopes.filter((need) => need.state === 'needed').map((need) => need.scope));
  const requested = requestedKeys(catalog, declaration);
  const removals =
    input.calls === 0 ? [] : [...removalsOf(input, needed), ...uncalledRemovals(input)].sort(byScope);
  const drop = removals.filter((removal) => removal.doubts.length === 0);
  const dropped = new Set(drop.map((removal) => removal.scope));
  const kept = new Set([...requested].filter((scope) => !dropped.has(scope)));
  return {
    drop,
    possiblyUnused: removals.filter((removal) => removal.doubts.length > 0),
    add: [...needed]
      .filter((scope) => !requested.has(scope) && isMissed(scope, kept, input.certain))
      .sort(compareText),
    unknown: unknownKeys(catalog, declaration),
  };
}

function removalsOf(input: DifferenceInput, needed: ReadonlySet<ScopeKey>): readonly ScopeRemoval[] {
  const { catalog, declaration } = input;
  return declaration.requestedScopes
    .filter(({ value }) => catalog.scopeByKey.has(value) && !needed.has(value))
    .map(({ value, place }) => ({
      scope: value,
      place,
      testUses: usesOf(catalog, input.testUses, value),
      servedBy: servedInstead(value, needed, input.certain),
      doubts: doubtsAbout(value, input.openThings),
    }))
    .sort((a, b) => compareText(a.scope, b.scope));
}

/** Scopes that only helpers need which nothing calls: asked for, and perhaps for nothing. */
function uncalledRemovals({ declaration, scopes }: DifferenceInput): readonly ScopeRemoval[] {
  return declaration.requestedScopes.flatMap(({ value, place }): readonly ScopeRemoval[] => {
    const need = scopes.find(({ scope }) => scope === value);
    const [first] = need?.uses ?? [];
    const isCalled = need?.uses.some(({ uncalled }) => uncalled === undefined) !== false;
    if (need === undefined || first === undefined || isCalled) return [];
    if (need.webhooks.length > 0 || need.manual.length > 0) return [];
    const what = `only \`${first.uncalled ?? ''}\` in ${first.place.file} needs it, and nothing is seen to call that`;
    const doubts = [{ what, place: first.place }];
    return [{ scope: value, place, testUses: [], servedBy: [], uncalledUses: need.uses, doubts }];
  });
}

function byScope(a: ScopeRemoval, b: ScopeRemoval): number {
  return compareText(a.scope, b.scope);
}

/** What the catalog does not know, or not so spelt: `unknown-scope` speaks of it, and nothing else is claimed. */
function unknownKeys(catalog: Catalog, declaration: Declaration): readonly ScopeKey[] {
  const keys = declaration.requestedScopes.map((scope) => scope.value);
  return [...new Set(keys)].filter((key) => !catalog.scopeByKey.has(key)).sort(compareText);
}

function usesOf(catalog: Catalog, uses: readonly Use[], scope: ScopeKey): readonly Use[] {
  return demandsOfUses(catalog, uses)
    .filter((demand) => demand.anyOf.includes(scope))
    .map(({ use }) => use);
}

/** The scopes of the minimum that serve what this one would serve too. */
function servedInstead(
  scope: ScopeKey,
  needed: ReadonlySet<ScopeKey>,
  certain: readonly Demand[],
): readonly ScopeKey[] {
  const shared = certain.filter((demand) => demand.anyOf.includes(scope));
  const serving = shared.flatMap((demand) => demand.anyOf.filter((other) => needed.has(other)));
  return [...new Set(serving)].sort(compareText);
}

/** Missed only if a demand is served by nothing that stays requested: a kept alternative is enough. */
function isMissed(scope: ScopeKey, kept: ReadonlySet<ScopeKey>, certain: readonly Demand[]): boolean {
  return certain.some(
    (demand) => demand.anyOf.includes(scope) && !demand.anyOf.some((other) => kept.has(other)),
  );
}
