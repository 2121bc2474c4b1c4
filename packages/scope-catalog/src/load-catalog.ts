import { readFileSync } from 'node:fs';
import { withDigest } from './catalog.js';
import type { Catalog, CatalogData, Field } from './types.js';

/** What `data/meta.json` holds: the parts of the data that are not tables. */
interface Meta {
  readonly version: string;
  readonly date: string;
  readonly digest: string;
}

let loaded: Catalog | null = null;
let loadedFields: readonly Field[] | null = null;

/** The catalog that ships with this package, read once. `loadCatalog().scopeByKey.get('seller.order.info')` */
export function loadCatalog(): Catalog {
  loaded ??= read();
  return loaded;
}

/** Tables of rows; the platform itself is one row. */
type Tables = Omit<CatalogData, 'version' | 'date'>;

const fileOf: Readonly<Record<keyof Tables, string>> = {
  platform: 'platform',
  listings: 'listings',
  endpoints: 'endpoints',
  legacyEndpoints: 'legacy-endpoints',
  legacyFields: 'legacy-fields',
  scopes: 'scopes',
  scopeAliases: 'scope-aliases',
  categories: 'categories',
  purposes: 'purposes',
  webhooks: 'webhooks',
  hosts: 'hosts',
  httpClients: 'http-clients',
  sdkPackages: 'sdk-packages',
  sdkCalls: 'sdk-calls',
  sinks: 'sinks',
  alternatives: 'alternatives',
};

/** The files were checked when they were built (`validate`), so they are trusted here. */
function read(): Catalog {
  const { version, date, digest } = readData('meta') as Meta;
  const tables = Object.entries(fileOf).map(([table, file]) => [table, readData(file)]);
  return withDigest({ version, date, ...(Object.fromEntries(tables) as Tables) }, readFields, digest);
}

function readFields(): readonly Field[] {
  loadedFields ??= readData('fields') as readonly Field[];
  return loadedFields;
}

function readData(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../data/${name}.json`, import.meta.url), 'utf8'));
}
