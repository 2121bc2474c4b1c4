import { loadCatalog } from '../src/load-catalog.js';
import type {
  Alternative,
  CatalogData,
  Category,
  Endpoint,
  Field,
  HttpMethod,
  Purpose,
  Scope,
  Sink,
  Webhook,
} from '../src/types.js';

/** Typed-in rows for tests: a catalog small enough to read. */
const { platform: shipped } = loadCatalog();
const origin = { source: 'typed in', date: '2026-01-01' } as const;

export function endpoint(id: string, changes: Partial<Endpoint> = {}): Endpoint {
  const [method = 'GET', path = ''] = id.split(' ');
  const version = /\/(\d{6})\//.exec(path)?.[1] ?? null;
  return {
    id,
    method: method as HttpMethod,
    path,
    host: 'api',
    version,
    family: version === null ? id : id.replace(`/${version}`, ''),
    group: 'Tests',
    title: id,
    sdk: null,
    scopes: ['seller.thing.info'],
    scopeConfidence: 'documented',
    access: 'read',
    status: 'current',
    replacedBy: null,
    tokens: ['seller'],
    categories: { primary: ['thing'], incidental: [], sent: [] },
    ...origin,
    ...changes,
  };
}

export function scope(key: string, changes: Partial<Scope> = {}): Scope {
  return {
    key,
    title: key,
    description: '',
    packageId: null,
    kind: 'public',
    sensitive: false,
    access: 'read',
    principal: 'seller',
    confidence: 'documented',
    ...origin,
    ...changes,
  };
}

export function category(id: string): Category {
  return {
    id,
    title: id,
    definition: '',
    tier: 'business',
    fideslangKey: '',
    dpvTerm: '',
    shopifyLevel: 0,
    holds: [],
    notes: '',
    ...origin,
  };
}

export function purpose(kind: string, changes: Partial<Purpose> = {}): Purpose {
  return {
    kind,
    title: '',
    definition: '',
    dpvPurpose: '',
    fidesDataUse: '',
    needs: ['thing'],
    optional: [],
    never: [],
    access: ['read'],
    operations: [],
    advice: '',
    ...origin,
    ...changes,
  };
}

export function webhook(type: number, changes: Partial<Webhook> = {}): Webhook {
  return {
    type,
    event: 'THING_CHANGED',
    eventConfidence: 'documented',
    title: '',
    group: 'Tests',
    principal: 'seller',
    data: ['data.id'],
    scopes: [],
    scopeConfidence: 'unknown',
    likelyScope: null,
    categories: ['thing'],
    ...origin,
    ...changes,
  };
}

export function field(endpointId: string, path: string, categoryId: string): Field {
  return {
    endpoint: endpointId,
    path,
    direction: 'response',
    category: categoryId,
    confidence: 'documented',
    ...origin,
  };
}

export function sink(packageName: string, methods: readonly string[], changes: Partial<Sink> = {}): Sink {
  return { kind: 'log', package: packageName, methods, names: [], ...origin, ...changes };
}

export function alternative(
  endpointId: string,
  instead: string,
  changes: Partial<Alternative> = {},
): Alternative {
  return {
    endpoint: endpointId,
    kind: 'endpoint',
    instead,
    carries: ['data.id'],
    title: instead,
    confidence: 'documented',
    ...origin,
    ...changes,
  };
}

/** One scope, one category, and the endpoints at hand. */
export function tinyData(changes: Partial<CatalogData> = {}): CatalogData {
  return {
    version: '2026.01.0',
    date: '2026-01-01',
    platform: { ...shipped, webhooks: { ...shipped.webhooks, withdrawal: {} } },
    listings: [],
    endpoints: [],
    legacyEndpoints: [],
    legacyFields: [],
    scopes: [scope('seller.thing.info')],
    scopeAliases: [],
    categories: [category('thing')],
    purposes: [],
    webhooks: [],
    hosts: [],
    httpClients: [],
    sdkPackages: [],
    sdkCalls: [],
    sinks: [],
    alternatives: [],
    ...changes,
  };
}
