import { compareText, type Analysis } from '@leastscope/analyzer';
import type { Catalog, CategoryId, ScopeKey } from '@leastscope/scope-catalog';
import type { Dossier } from '@leastscope/documents';
import { compareAnswers, compareRetention } from './compare-papers.js';
import { compareExceptions } from './compare-exceptions.js';
import { focusOnChange } from './focus.js';
import { difference, findScopeChange, type Difference } from './scope-change.js';
import type { DataDeed, ScopeRow, ScopeState, State, StateDifference } from './state-difference.js';

export function compareStates(before: State, after: State, catalog: Catalog): StateDifference {
  const change = findScopeChange(before.analysis, after.analysis, '', catalog);
  return {
    declaration: after.analysis.declaration?.file ?? null,
    verdict: { before: before.analysis.needs.verdict, after: after.analysis.needs.verdict },
    scopes: scopeRows(before.analysis, after.analysis, catalog),
    authorizeAgain: change.authorizeAgain,
    categories: { delivered: change.personal, ...categoriesBy(before.dossier, after.dossier) },
    recipients: difference(keysOf(before.dossier.recipients), keysOf(after.dossier.recipients)),
    stores: difference(keysOf(before.dossier.stores), keysOf(after.dossier.stores)),
    retention: compareRetention(before.dossier, after.dossier),
    answers: compareAnswers(before.dossier, after.dossier),
    exceptions: compareExceptions(before, after),
    findings: { brought: newIn(after, before), mended: newIn(before, after) },
  };
}

/** Errors and warnings that one state has and the other has not. */
function newIn(one: State, other: State): StateDifference['findings']['brought'] {
  const { findings } = focusOnChange({
    before: other.analysis,
    after: one.analysis,
    isChanged: () => false,
    isTold: () => true,
    wasThere: other.hasFile,
    isThere: one.hasFile,
  });
  return findings.filter(({ severity, suppressed }) => severity !== 'note' && suppressed === null);
}

function scopeRows(before: Analysis, after: Analysis, catalog: Catalog): readonly ScopeRow[] {
  const [was, is] = [stateOf(before), stateOf(after)];
  return [...new Set([...scopesOf(before), ...scopesOf(after)])]
    .filter((scope) => was(scope) !== is(scope))
    .sort(compareText)
    .map((scope) => {
      const row = catalog.scopeByKey.get(scope);
      const approval = approvals[row?.kind ?? 'unknown'];
      return { scope, before: was(scope), after: is(scope), sensitive: row?.sensitive ?? false, approval };
    });
}

const approvals = { public: 'none', custom: 'application', unknown: 'unknown' } as const;

function scopesOf({ declaration, needs }: Analysis): readonly ScopeKey[] {
  return [
    ...(declaration?.requestedScopes.map(({ value }) => value) ?? []),
    ...needs.scopes.map(({ scope }) => scope),
  ];
}

/** Needed is what is chosen as needed; what serves a call just as well was asked for all the same. */
function stateOf({ declaration, needs }: Analysis): (scope: ScopeKey) => ScopeState {
  const requested = new Set(declaration?.requestedScopes.map(({ value }) => value));
  const needed = new Set(needs.scopes.flatMap(({ scope, state }) => (state === 'needed' ? [scope] : [])));
  return (scope) => {
    if (requested.has(scope)) return needed.has(scope) ? 'requested and needed' : 'requested, not needed';
    return needed.has(scope) ? 'needed, not requested' : 'neither';
  };
}

function categoriesBy(
  before: Dossier,
  after: Dossier,
): Record<Exclude<DataDeed, 'delivered'>, Difference<CategoryId>> {
  const compare = (deed: 'reads' | 'stored' | 'sent'): Difference<CategoryId> =>
    difference(categoriesOf(before, deed), categoriesOf(after, deed));
  return { read: compare('reads'), stored: compare('stored'), sent: compare('sent') };
}

function categoriesOf({ data }: Dossier, deed: 'reads' | 'stored' | 'sent'): readonly CategoryId[] {
  return data.filter((datum) => datum[deed].length > 0).map(({ category }) => category);
}

function keysOf(all: readonly { readonly key: string }[]): readonly string[] {
  return all.map(({ key }) => key);
}
