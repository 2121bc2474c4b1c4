import type { ScopeNeed } from '@leastscope/analyzer';
import { compareText } from '../cells/make-cells.js';
import { tableOf, type Paper } from '../cells/table.js';
import type { Dossier } from '../dossier/dossier.js';
import { exceptionsTable } from './scope-exceptions.js';
import { notRequestedTable } from './scopes-not-requested.js';
import { paragraphOf } from './scope-paragraph.js';
import { scopeColumns, scopeEntries } from './scope-row.js';

/** Why each scope is asked for: one row a scope, and what is not asked for. */
export function scopes(dossier: Dossier): Paper {
  const rows = scopesToTell(dossier);
  return {
    kind: 'scopes',
    title: 'Scopes and why the app needs them',
    intro:
      "For the app review's list of scopes: what each is for, which calls need it, and which personal data the code takes of what it opens.",
    tables: [
      tableOf({
        id: 'scopes',
        title: 'Scopes',
        columns: scopeColumns,
        rows: rows.map(({ key, need }) => ({ id: key, entries: scopeEntries(key, need, dossier) })),
        whenEmpty: 'No scope is requested, and no call needs one.',
      }),
      notRequestedTable(dossier),
      exceptionsTable(dossier),
    ],
    paragraphs: rows.flatMap(({ key, need }) =>
      need === null ? [] : [{ title: key, cell: paragraphOf(key, need, dossier) }],
    ),
  };
}

export interface ToldScope {
  readonly key: string;
  /** Null: requested or enabled, and nothing was seen to need it. */
  readonly need: ScopeNeed | null;
}

/** What is needed, what is requested and what the console has enabled, by key. */
export function scopesToTell({ analysis, claims, enabledScopes }: Dossier): readonly ToldScope[] {
  const { scopes: needs } = analysis.needs;
  const requested = claims.requestedScopes.map(({ value }) => value);
  const keys = new Set([...needs.map(({ scope }) => scope), ...requested, ...(enabledScopes ?? [])]);
  return [...keys].sort(compareText).map((key) => ({
    key,
    need: needs.find(({ scope }) => scope === key) ?? null,
  }));
}
