import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.js';
import type { Catalog, CatalogData, Field } from './types.js';

/** Gives plain catalog data its indexes. `createCatalog({ ...data, endpoints: [mine] })` is a catalog of one row. */
export function createCatalog(data: CatalogData, fields: () => readonly Field[] = () => []): Catalog {
  return withDigest(data, fields, null);
}

/** As `createCatalog`, for data whose digest was taken when it was built: hashing half a megabyte costs a start-up. */
export function withDigest(data: CatalogData, fields: () => readonly Field[], known: string | null): Catalog {
  let digest = known;
  return {
    ...data,
    get digest() {
      digest ??= digestOf(data);
      return digest;
    },
    listed: listedIn(data),
    endpointById: indexBy(data.endpoints, (endpoint) => endpoint.id),
    legacyById: indexBy(data.legacyEndpoints, (endpoint) => endpoint.id),
    scopeByKey: indexBy(data.scopes, (scope) => scope.key),
    categoryById: indexBy(data.categories, (category) => category.id),
    purposeByKind: indexBy(data.purposes, (purpose) => purpose.kind),
    webhookByType: indexBy(data.webhooks, (webhook) => webhook.type),
    fields,
  };
}

/** sha256 (hex) of the data written canonically: the same rows give the same digest on every machine. */
export function digestOf(data: CatalogData): string {
  return createHash('sha256').update(canonicalJson(data)).digest('hex');
}

/** Data without a listing claims to be whole: it is as old as it says. */
function listedIn({ listings, date }: CatalogData): string {
  const days = listings.filter(({ tells }) => tells === 'scopes').map((listing) => listing.date);
  return days.sort().at(-1) ?? date;
}

function indexBy<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): ReadonlyMap<Key, Row> {
  return new Map(rows.map((row) => [keyOf(row), row]));
}
