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

function read(): Catalog {
  const { version, date, digest } = readData<Meta>('meta');
  const data: CatalogData = {
    version,
    date,
    endpoints: readData('endpoints'),
    legacyEndpoints: readData('legacy-endpoints'),
    scopes: readData('scopes'),
    scopeAliases: readData('scope-aliases'),
    categories: readData('categories'),
    purposes: readData('purposes'),
    webhooks: readData('webhooks'),
    hosts: readData('hosts'),
    httpClients: readData('http-clients'),
    sdkPackages: readData('sdk-packages'),
    sdkCalls: readData('sdk-calls'),
  };
  return withDigest(data, readFields, digest);
}

function readFields(): readonly Field[] {
  loadedFields ??= readData<readonly Field[]>('fields');
  return loadedFields;
}

/** The files were checked when they were built (`validate`), so they are trusted here. */
function readData<Data>(name: string): Data {
  return JSON.parse(readFileSync(new URL(`../data/${name}.json`, import.meta.url), 'utf8')) as Data;
}
