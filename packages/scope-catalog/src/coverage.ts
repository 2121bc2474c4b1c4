import type { Catalog, Endpoint } from './types.js';

/** How much of the catalog rests on what. */
export interface CatalogCoverage {
  readonly endpoints: number;
  readonly families: number;
  /** Endpoints by how sure their scope is, `not-needed` included. */
  readonly byScopeConfidence: Readonly<Record<Endpoint['scopeConfidence'], number>>;
  readonly byStatus: Readonly<Record<Endpoint['status'], number>>;
  /** Endpoints by where their data categories come from. */
  readonly byCategoriesBasis: Readonly<Record<string, number>>;
  readonly byTokensBasis: Readonly<Record<string, number>>;
  /** Endpoints of which nobody says what scope they need. Nothing may be claimed of them. */
  readonly gaps: readonly string[];
  readonly legacyEndpoints: number;
  readonly scopes: number;
  readonly categories: number;
  readonly purposes: number;
  readonly webhooks: number;
  readonly webhooksWithScope: number;
}

/** Counts what is documented, inferred and unknown. Does not load the table of fields. */
export function catalogCoverage(catalog: Catalog): CatalogCoverage {
  const { endpoints } = catalog;
  return {
    endpoints: endpoints.length,
    families: new Set(endpoints.map(({ family }) => family)).size,
    byScopeConfidence: {
      documented: countOf(endpoints, 'documented'),
      'multi-source': countOf(endpoints, 'multi-source'),
      'single-source': countOf(endpoints, 'single-source'),
      inferred: countOf(endpoints, 'inferred'),
      unknown: countOf(endpoints, 'unknown'),
      'not-needed': countOf(endpoints, 'not-needed'),
    },
    byStatus: {
      current: endpoints.filter(({ status }) => status === 'current').length,
      deprecated: endpoints.filter(({ status }) => status === 'deprecated').length,
      legacy: endpoints.filter(({ status }) => status === 'legacy').length,
    },
    byCategoriesBasis: tally(endpoints.map(({ categoriesBasis }) => categoriesBasis ?? 'unknown')),
    byTokensBasis: tally(endpoints.map(({ tokensBasis }) => tokensBasis ?? 'unknown')),
    gaps: endpoints.filter(({ scopeConfidence }) => scopeConfidence === 'unknown').map(({ id }) => id),
    legacyEndpoints: catalog.legacyEndpoints.length,
    scopes: catalog.scopes.length,
    categories: catalog.categories.length,
    purposes: catalog.purposes.length,
    webhooks: catalog.webhooks.length,
    webhooksWithScope: catalog.webhooks.filter(({ scopes }) => scopes.length > 0).length,
  };
}

function countOf(endpoints: readonly Endpoint[], confidence: Endpoint['scopeConfidence']): number {
  return endpoints.filter(({ scopeConfidence }) => scopeConfidence === confidence).length;
}

function tally(names: readonly string[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
