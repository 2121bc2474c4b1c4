import { catalogCoverage, type Catalog } from '@leastscope/scope-catalog';
import { toSafeJson } from '../../text/visible.js';
import type { Page, PageList } from '../explain/page.js';
import type { Difference } from './compare-answer.js';

/** What was compared with the catalog, and where it differs. */
export interface Comparison {
  readonly files: readonly string[];
  readonly differences: readonly Difference[];
}

/** For people: how old the catalog is, how much rests on what, and what it does not know. */
export function catalogPage(catalog: Catalog): Page {
  const { version, date, listed, listings, digest } = catalog;
  const { byScopeConfidence, byCategoriesBasis, byTokensBasis, gaps, ...sizes } = catalogCoverage(catalog);
  const counts = (title: string, table: Readonly<Record<string, number>>): PageList => ({
    title,
    items: Object.entries(table).map(([name, number]) => [name, String(number)]),
  });
  return {
    title: `catalog ${version}`,
    subtitle: `newest source of ${date}, complete until ${listed}`,
    paragraphs: [
      `What is newer than ${listed} may exist although the catalog lacks it: such versions are told as notes, never as errors.`,
    ],
    lists: [
      {
        title: 'Complete listings',
        items: listings.map(({ date: day, tells, endpoints }) => [
          day,
          `${endpoints} endpoints, ${tells === 'scopes' ? 'with their scopes' : 'paths only'}`,
        ]),
      },
      {
        title: 'Size',
        items: (
          [
            'endpoints',
            'families',
            'legacyEndpoints',
            'scopes',
            'categories',
            'purposes',
            'webhooks',
          ] as const
        ).map((name) => [sizeNames[name], String(sizes[name])]),
      },
      counts('Scope of an endpoint', byScopeConfidence),
      counts('Data of an endpoint, from', byCategoriesBasis),
      counts('Whose token it takes, from', byTokensBasis),
      { title: 'Endpoints whose scope nobody says', items: gapsByModule(gaps) },
    ],
    sources: [`sha256 ${digest}`],
  };
}

const sizeNames = {
  endpoints: 'endpoints',
  families: 'operations',
  legacyEndpoints: 'endpoints of the first generation',
  scopes: 'scopes',
  categories: 'categories of data',
  purposes: 'purposes',
  webhooks: 'webhooks',
} as const;

function gapsByModule(gaps: readonly string[]): PageList['items'] {
  const counts = new Map<string, number>();
  for (const id of gaps) {
    const module = id.split('/')[1] ?? '';
    counts.set(module, (counts.get(module) ?? 0) + 1);
  }
  return [...counts].map(([module, number]) => [module, String(number)]);
}

/** For people: what the platform's own files say otherwise. */
export function comparisonPage({ files, differences }: Comparison): Page {
  return {
    title: 'Against the platform’s own files',
    subtitle: differences.length === 0 ? `${files.join(', ')}: no difference` : files.join(', '),
    paragraphs: [],
    lists: Object.entries(kindTitles).map(([kind, title]) => ({
      title,
      items: differences
        .filter((one) => one.kind === kind)
        .map(({ subject, says, file }) => [subject, says, file]),
    })),
    sources: [],
  };
}

const kindTitles: Readonly<Record<Difference['kind'], string>> = {
  'other-scope': 'Under another scope',
  'unknown-endpoint': 'Unknown endpoints',
  'unknown-package': 'Unknown packages',
  'unnamed-package': 'Lists of no named package',
  'enabled-not-declared': 'Enabled but not declared',
  'declared-not-enabled': 'Declared but not enabled',
};

/** For scripts. */
export function catalogAsJson(catalog: Catalog, comparison: Comparison | null): string {
  const { version, date, listed, digest, listings } = catalog;
  const coverage = catalogCoverage(catalog);
  return toSafeJson({ schemaVersion: 1, version, date, listed, digest, listings, coverage, comparison });
}
