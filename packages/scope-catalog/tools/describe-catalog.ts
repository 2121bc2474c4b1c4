import { catalogCoverage, createCatalog } from '@leastscope/scope-catalog';
import type { CatalogData, Sink } from '@leastscope/scope-catalog';
import type { BuiltCatalog } from './build-catalog.js';
import { reconcile } from './compare-openapi.js';
import { addedEndpoints } from './corrections/added-endpoints.js';
import { primaryCorrections } from './corrections/primary-categories.js';
import { aliasRows, packageIds, withoutEndpoint } from './corrections/scopes.js';
import { meantEndpoints } from './corrections/sdk-calls.js';
import type { Operation } from './openapi.js';

/** The parts of `docs/catalog.md` that are counted or listed from the data, by the name of their place. */
export function describeCatalog(
  built: BuiltCatalog,
  operations: readonly Operation[],
): ReadonlyMap<string, string> {
  return new Map([
    ['sizes', sizes(built)],
    ['coverage', coverage(built.data)],
    ['openapi', againstOpenApi(built, operations)],
    ['corrections', corrections()],
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

function corrections(): string {
  return table(
    ['row', 'correction', 'reason'],
    [
      ...addedEndpoints.map(({ method, path, reason }) => [code(`${method} ${path}`), 'added', reason]),
      ...Object.entries(aliasRows).map(([alias, key]) => [
        code(alias),
        `an alias of ${code(key)}`,
        'The platform spells the key so; the other spelling is in no token.',
      ]),
      ...Object.entries(withoutEndpoint).map(([key, reason]) => [code(key), 'kept without endpoint', reason]),
      ...Object.entries(packageIds).map(([key, { id, reason }]) => [code(key), `package id ${id}`, reason]),
      ...Object.entries(meantEndpoints).map(([call, { endpoint, reason }]) => [
        `${code(call)} of ${code('tiktok-shop-sdk')}`,
        `means ${code(endpoint)}`,
        reason,
      ]),
    ],
  );
}

function primary(): string {
  return table(
    ['operations', 'called for', 'because'],
    primaryCorrections.map(({ families, primary: categories, reason }) => [
      families.map(code).join('<br>'),
      categories.map(code).join(', '),
      reason,
    ]),
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

function categories(data: CatalogData): string {
  return table(
    ['category', 'tier', 'what it is', 'may hold'],
    data.categories.map(({ id, tier, title, holds }) => [code(id), tier, title, holds.map(code).join(', ')]),
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

const kinds: Readonly<Record<Sink['kind'], string>> = {
  log: 'writes into a log, or tells a watching service',
  store: 'keeps',
  delete: 'takes away again',
  respond: 'answers to whoever asked',
};

function sinks(data: CatalogData): string {
  return table(
    ['what it does', 'packages'],
    Object.entries(kinds).map(([kind, what]) => [
      what,
      data.sinks
        .filter((row) => row.kind === kind && row.package !== '*')
        .map((row) => code(row.package))
        .join(', '),
    ]),
  );
}

function namedSinks(data: CatalogData): string {
  return table(
    ['what it does', 'names', 'methods'],
    data.sinks
      .filter(({ names }) => names.length > 0)
      .map(({ kind, names, methods }) => [
        kinds[kind],
        names.map(code).join(', '),
        methods.map(code).join(', '),
      ]),
  );
}

/** Columns padded to one width, as Prettier writes them. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(3, ...all.map((cells) => (cells[column] ?? '').length)));
  const line = (cells: readonly string[]): string =>
    `| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}

function pairs(counts: Readonly<Record<string, number>>): readonly (readonly string[])[] {
  return Object.entries(counts).map(([name, count]) => [name, String(count)]);
}

function code(text: string): string {
  return `\`${text}\``;
}
