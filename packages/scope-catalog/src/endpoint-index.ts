import { readPath } from './path-shape.js';
import type { Segment } from './path-shape.js';
import type { Catalog, Endpoint, LegacyEndpoint } from './types.js';

export interface Template<Row> {
  readonly row: Row;
  /** Text of each segment; null where the template has a placeholder. */
  readonly texts: readonly (string | null)[];
  /** The place of the version among the segments, or null where the path has none. */
  readonly versionAt: number | null;
}

export interface EndpointIndex {
  readonly endpoints: TemplateTable<Endpoint>;
  readonly legacy: TemplateTable<LegacyEndpoint>;
  readonly byFamily: ReadonlyMap<string, readonly Endpoint[]>;
  readonly bySdkName: ReadonlyMap<string, readonly Endpoint[]>;
}

/** Templates by number of segments and first segment: what a path can match is a handful. */
export interface TemplateTable<Row> {
  readonly all: readonly Template<Row>[];
  readonly byCount: ReadonlyMap<number, readonly Template<Row>[]>;
  readonly byCountAndFirst: ReadonlyMap<string, readonly Template<Row>[]>;
}

const indexes = new WeakMap<Catalog, EndpointIndex>();

/** Built on the first look-up and kept as long as the catalog lives. */
export function indexOf(catalog: Catalog): EndpointIndex {
  const known = indexes.get(catalog);
  if (known) return known;
  const index = buildIndex(catalog);
  indexes.set(catalog, index);
  return index;
}

function buildIndex(catalog: Catalog): EndpointIndex {
  const byAge = newestFirst(catalog.endpoints);
  return {
    endpoints: tableOf(catalog.endpoints.map((row) => templateOf(row, row.version))),
    legacy: tableOf(catalog.legacyEndpoints.map((row) => templateOf(row, null))),
    byFamily: groupBy(byAge, (endpoint) => endpoint.family),
    bySdkName: groupBy(byAge, sdkNameWithoutVersion),
  };
}

function templateOf<Row extends { readonly path: string }>(row: Row, version: string | null): Template<Row> {
  const texts = (readPath(row.path)?.segments ?? []).map(textOf);
  const at = version === null ? -1 : texts.indexOf(version);
  return { row, texts, versionAt: at < 0 ? null : at };
}

function textOf(segment: Segment): string | null {
  return segment.kind === 'text' ? segment.text : null;
}

function tableOf<Row>(all: readonly Template<Row>[]): TemplateTable<Row> {
  return {
    all,
    byCount: groupBy(all, (template) => template.texts.length),
    byCountAndFirst: groupBy(all, (template) => firstKey(template.texts.length, template.texts[0] ?? '')),
  };
}

export function firstKey(count: number, first: string): string {
  return `${String(count)} ${first}`;
}

/** `OrderV202309Api` and `OrdersSearchPost` without the version: `OrderVApi.OrdersSearchPost`. */
function sdkNameWithoutVersion(endpoint: Endpoint): string {
  if (!endpoint.sdk || endpoint.version === null) return '';
  return `${endpoint.sdk.className.replace(endpoint.version, '')}.${endpoint.sdk.method}`;
}

function newestFirst(endpoints: readonly Endpoint[]): readonly Endpoint[] {
  return [...endpoints].sort((a, b) => compare(b.version ?? '', a.version ?? '') || compare(a.id, b.id));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function groupBy<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
