import { catalogCoverage, createCatalog } from '@leastscope/scope-catalog';
import type { CatalogData } from '@leastscope/scope-catalog';
import type { BuiltCatalog } from './build-catalog.js';
import { reconcile } from './compare-openapi.js';
import { corrections, fieldLines, primary, purposeLines } from './describe/corrections.js';
import { namedSinks, sinks } from './describe/sinks.js';
import { kindLines } from './describe/kinds.js';
import { reading } from './describe/reading.js';
import { code, pairs, table } from './describe/table.js';
import type { Operation } from './openapi.js';
import type { Row } from './read-table.js';

/** The parts of `docs/catalog.md` that are counted or listed from the data, by the name of their place. */
export function describeCatalog(
  built: BuiltCatalog,
  operations: readonly Operation[],
  read: readonly Row[],
): ReadonlyMap<string, string> {
  return new Map([
    ['sizes', sizes(built)],
    ['coverage', coverage(built.data)],
    ['openapi', againstOpenApi(built, operations)],
    ['reading', reading(built, operations, read)],
    ['corrections', corrections()],
    ['fields', fieldLines()],
    ['kinds', kindLines()],
    ['purpose-changes', purposeLines()],
    ['purposes', purposes(built.data)],
    ['primary', primary()],
    ['categories', categories(built.data)],
    ['less', less(built.data)],
    ['sinks', sinks(built.data)],
    ['named', namedSinks(built.data)],
    ['gaps', gaps(built.data)],
  ]);
}

function sizes({ data, fields }: BuiltCatalog): string {
  const { families } = catalogCoverage(createCatalog(data));
  return table(
    ['what', 'rows'],
    [
      ['endpoints (method and path at one version)', String(data.endpoints.length)],
      ['operations (endpoints without their version)', String(families)],
      ['endpoints of the first generation', String(data.legacyEndpoints.length)],
      ['scopes', String(data.scopes.length)],
      ['classified fields', String(fields.length)],
      ['data categories', String(data.categories.length)],
      ['purposes', String(data.purposes.length)],
      ['webhooks', String(data.webhooks.length)],
      ['HTTP clients', String(data.httpClients.length)],
      ['calls of third-party libraries', String(data.sdkCalls.length)],
      ['sinks: where data leaves the code', String(data.sinks.length)],
      ['ways to less data', String(data.alternatives.length)],
    ],
  );
}

function coverage(data: CatalogData): string {
  const { byScopeConfidence, byCategoriesBasis, byTokensBasis, webhooks, webhooksWithScope } =
    catalogCoverage(createCatalog(data));
  return [
    table(['scope of an endpoint', 'endpoints'], pairs(byScopeConfidence)),
    table(['data categories of an endpoint, from', 'endpoints'], pairs(byCategoriesBasis)),
    table(['whose token it takes, from', 'endpoints'], pairs(byTokensBasis)),
    `The platform names the scope of ${String(webhooksWithScope)} of ${String(webhooks)} webhooks.`,
  ].join('\n\n');
}

function againstOpenApi(built: BuiltCatalog, operations: readonly Operation[]): string {
  const lines = reconcile(built, operations);
  const count = (start: string): string => String(lines.filter((line) => line.startsWith(start)).length);
  return table(
    ['comparison', 'count'],
    [
      ['operations in the OpenAPI set', String(operations.length)],
      ['of these not in the catalog', count('not in the catalog')],
      [
        'endpoints of the catalog not in the set (newer, or other SDK copies)',
        count('not in the OpenAPI set'),
      ],
      ['classified fields not in the set (other SDK copies)', count('field not in the OpenAPI set')],
    ],
  );
}

function gaps({ endpoints }: CatalogData): string {
  const byGroup = new Map<string, string[]>();
  for (const { group, id } of endpoints.filter(({ scopeConfidence }) => scopeConfidence === 'unknown')) {
    byGroup.set(group, [...(byGroup.get(group) ?? []), id]);
  }
  const groups = [...byGroup].sort(([a], [b]) => (a < b ? -1 : 1));
  return groups
    .map(([group, ids]) => `${group} (${String(ids.length)}): ${ids.map(code).join(', ')}`)
    .join('\n\n');
}

/** Each purpose with what it needs and what it may ask for; all the rest is never part of it. */
function purposes(data: CatalogData): string {
  return table(
    ['purpose', 'what it is', 'needs', 'may ask for'],
    data.purposes.map(({ kind, title, needs, optional, never }) => [
      code(kind),
      title,
      needs.map(code).join(', '),
      never.length === 0 ? 'anything' : optional.map(code).join(', '),
    ]),
  );
}

function categories(data: CatalogData): string {
  return table(
    ['category', 'tier', 'what it is', 'may hold', 'only in'],
    data.categories.map(({ id, tier, title, holds, markets }) => [
      code(id),
      tier,
      title,
      holds.map(code).join(', '),
      (markets?.codes ?? []).join(', '),
    ]),
  );
}

function less(data: CatalogData): string {
  return table(
    ['instead of', 'when only this is read', 'is enough'],
    data.alternatives.map(({ endpoint, carries, title, confidence }) => [
      code(endpoint),
      carries.map((path) => code(path.replace(/^data\./, ''))).join(', '),
      confidence === 'inferred' ? `${title} (inferred)` : title,
    ]),
  );
}
