import { categoriesOfScope, endpointsOfScope, type Scope } from '@leastscope/scope-catalog';
import { compareText, said } from '../cells/make-cells.js';
import { entryOf, tableOf, type Table } from '../cells/table.js';
import type { Dossier } from '../dossier/dossier.js';
import { isPersonal } from '../dossier/personal.js';

/** What the app could ask for with its tokens and does not: the strongest argument that it asks for little. */
export function notRequestedTable(dossier: Dossier): Table {
  const { catalog } = dossier;
  return tableOf({
    id: 'not-requested',
    title: 'Not requested: scopes that open personal data and that nothing needs',
    columns: [
      'scope',
      'key',
      'sensitive',
      'personal data that it would open',
      'endpoints that it would open',
    ],
    rows: leftOut(dossier).map((scope) => ({
      id: scope.key,
      entries: [
        [said(scope.title, 'catalog')],
        [said(scope.key, 'catalog')],
        [said(scope.sensitive ? 'yes' : 'no', 'catalog')],
        entryOf(
          personalOf(scope, dossier).map((one) => said(one, 'catalog')),
          said('none', 'catalog'),
        ),
        [said(String(endpointsOfScope(catalog, scope.key).length), 'catalog')],
      ],
    })),
    whenEmpty: whenEmpty(dossier),
  });
}

/** Nothing is left out of what nobody could read. */
function whenEmpty({ broken, claims, unreadable }: Dossier): string {
  if (unreadable !== null) return `Not known: ${unreadable}`;
  if ((claims.app?.tokens ?? []).length === 0 || broken.includes('app'))
    return 'Not known: the declaration does not say whose tokens the app holds (`app.tokens`).';
  return 'The catalog knows no other scope of these tokens that opens personal data.';
}

function leftOut(dossier: Dossier): readonly Scope[] {
  const { analysis, catalog, claims } = dossier;
  const needed = new Set(analysis.needs.scopes.map(({ scope }) => scope));
  const requested = new Set(claims.requestedScopes.map(({ value }) => value));
  const tokens = new Set(claims.app?.tokens ?? []);
  return catalog.scopes
    .filter(
      ({ key, principal }) =>
        !needed.has(key) && !requested.has(key) && principal !== null && tokens.has(principal),
    )
    .filter((scope) => personalOf(scope, dossier).length > 0)
    .sort((a, b) => compareText(a.key, b.key));
}

function personalOf({ key }: Scope, { catalog }: Dossier): readonly string[] {
  return categoriesOfScope(catalog, key).filter((category) => isPersonal(catalog, category));
}
