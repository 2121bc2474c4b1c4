import { compareText, type Analysis } from '@leastscope/analyzer';
import type { Catalog, CategoryId, ScopeKey } from '@leastscope/scope-catalog';

/** What a change does to the access of the whole app. Lists are sorted. */
export interface ScopeChange {
  /** The earlier state, as a person calls it. */
  readonly against: string;
  readonly needed: Difference<ScopeKey>;
  readonly requested: Difference<ScopeKey>;
  /** Personal categories that the called endpoints deliver. */
  readonly personal: Difference<CategoryId>;
  /** Whose consent does not cover the new state: kinds of principals, in the plural. */
  readonly authorizeAgain: readonly string[];
  /** New scopes that the platform grants on application only. */
  readonly applyFor: readonly ScopeKey[];
}

export interface Difference<T> {
  readonly added: readonly T[];
  readonly dropped: readonly T[];
}

/** Holds the needs and the declaration of two states against each other. */
export function findScopeChange(
  before: Analysis,
  after: Analysis,
  against: string,
  catalog: Catalog,
): ScopeChange {
  const needed = difference(neededScopes(before), neededScopes(after));
  const requested = difference(requestedScopes(before), requestedScopes(after));
  const asked = new Set(requestedScopes(before));
  const fresh = [...new Set([...requested.added, ...(after.needs.difference?.add ?? [])])]
    .filter((scope) => !asked.has(scope))
    .sort(compareText);
  return {
    against,
    needed,
    requested,
    personal: difference(personalCategories(before, catalog), personalCategories(after, catalog)),
    // An app that was not declared before has no consent that anybody gave.
    authorizeAgain: before.declaration === null ? [] : principalsOf(fresh, catalog),
    applyFor: fresh.filter((scope) => catalog.scopeByKey.get(scope)?.kind === 'custom'),
  };
}

export function isChange({ needed, requested, personal }: ScopeChange): boolean {
  return [needed, requested, personal].some(({ added, dropped }) => added.length + dropped.length > 0);
}

function neededScopes({ needs }: Analysis): readonly ScopeKey[] {
  return needs.scopes.filter(({ state }) => state === 'needed').map(({ scope }) => scope);
}

function requestedScopes({ declaration }: Analysis): readonly ScopeKey[] {
  return declaration?.requestedScopes.map(({ value }) => value) ?? [];
}

function personalCategories({ needs }: Analysis, catalog: Catalog): readonly CategoryId[] {
  return needs.categories
    .filter(({ role }) => role !== 'sent')
    .map(({ category }) => category)
    .filter((id) => catalog.categoryById.get(id)?.tier.endsWith('personal') ?? false);
}

function principalsOf(scopes: readonly ScopeKey[], catalog: Catalog): readonly string[] {
  const kinds = scopes.map((scope) => catalog.scopeByKey.get(scope)?.principal ?? 'seller');
  return [...new Set(kinds)].sort(compareText);
}

export function difference(before: readonly string[], after: readonly string[]): Difference<string> {
  return { added: without(after, before), dropped: without(before, after) };
}

function without(items: readonly string[], others: readonly string[]): readonly string[] {
  return [...new Set(items)].filter((item) => !others.includes(item)).sort(compareText);
}
