import type { CatalogData, Endpoint, Field } from '@leastscope/scope-catalog';
import { buildCategories } from './build-categories.js';
import { categoriesFrom, readEndpoints } from './build-endpoints.js';
import type { BareEndpoint, Tokens } from './build-endpoints.js';
import { buildFields, groupByEndpoint, judgedAlso } from './build-fields.js';
import type { FieldTable } from './build-fields.js';
import { buildLegacyEndpoints } from './build-legacy.js';
import { buildPurposes } from './build-purposes.js';
import { buildPayloads } from './build-payloads.js';
import { buildScopeAliases, buildScopes } from './build-scopes.js';
import { buildSdkCalls } from './build-sdk-calls.js';
import { tokenReader } from './build-tokens.js';
import { buildWebhooks } from './build-webhooks.js';
import { legacyFields } from './corrections/legacy-fields.js';
import { platform } from './corrections/platform.js';
import { hosts, sdkPackages } from './corrections/vocabulary.js';
import { httpClients } from './http-clients/index.js';
import { listings } from './listings.js';
import { alternatives } from './alternatives/index.js';
import { readOperations } from './openapi-table.js';
import { readTable } from './read-table.js';
import { pageReader, seenReader } from './seen-in.js';
import { sinks } from './sinks/index.js';
import { newest } from './source-dates.js';

export interface BuiltCatalog {
  readonly data: CatalogData;
  readonly fields: readonly Field[];
}

/**
 * The tables of `sources` and the corrections, made into the catalog. Same sources, same bytes. Its date is
 * that of the newest thing the platform was seen to say.
 */
export function buildCatalog(sources: URL): BuiltCatalog {
  const bare = readEndpoints(readTable(sources, 'endpoints'));
  const operations = readOperations(sources);
  const known = new Set(bare.map(({ id }) => id));
  const scopeRows = readTable(sources, 'scopes');
  const scopes = buildScopes(scopeRows, bare);
  const onPages = readTable(sources, 'seen-on-pages');
  const table = buildFields(readTable(sources, 'fields'), bare, operations, pageReader(onPages));
  const seen = seenReader(operations, onPages);
  const tokensOf = tokenReader(readTable(sources, 'endpoint_auth'), scopes);
  const categories = buildCategories(readTable(sources, 'data-categories'));
  const payloads = buildPayloads(readTable(sources, 'webhook-payloads'));
  const categoryIds = categories.map(({ id }) => id);
  const rows = {
    platform,
    listings,
    endpoints: completeEndpoints(bare, table, tokensOf),
    legacyEndpoints: buildLegacyEndpoints(readTable(sources, 'legacy'), known),
    legacyFields,
    scopes,
    scopeAliases: buildScopeAliases(scopeRows),
    categories,
    purposes: buildPurposes(readTable(sources, 'purposes'), categoryIds),
    webhooks: buildWebhooks(readTable(sources, 'webhooks'), payloads),
    hosts,
    httpClients,
    sdkPackages,
    sdkCalls: buildSdkCalls(readTable(sources, 'sdk_calls'), known),
    sinks,
    alternatives,
  };
  const date = newest(
    [...rows.endpoints, ...rows.scopes, ...rows.webhooks, ...table.fields].map((row) => row.date),
  );
  return {
    data: { version: versionOf(date), date, ...rows },
    fields: [...table.fields.map(seen), ...payloads],
  };
}

function completeEndpoints(
  bare: readonly BareEndpoint[],
  { fields, basisOf }: FieldTable,
  tokensOf: (endpoint: BareEndpoint) => Tokens,
): readonly Endpoint[] {
  const fieldsOf = groupByEndpoint(fields);
  return bare.map((endpoint) => {
    const { source, date, ...rest } = endpoint;
    const categoriesBasis = basisOf.get(endpoint.id) ?? 'module';
    const also = categoriesBasis === 'module' ? judgedAlso(endpoint) : [];
    const categories = categoriesFrom(endpoint, fieldsOf.get(endpoint.id) ?? [], also);
    return { ...rest, ...tokensOf(endpoint), categories, categoriesBasis, source, date };
  });
}

/** Second and later editions from the same sources count the last part up by hand. */
function versionOf(date: string): string {
  return `${date.slice(0, 4)}.${date.slice(5, 7)}.${String(edition)}`;
}

const edition = 0;
