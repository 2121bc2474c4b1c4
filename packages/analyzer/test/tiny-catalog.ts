import { createCatalog, loadCatalog } from '@leastscope/scope-catalog';
import type {
  Catalog,
  Category,
  Endpoint,
  HttpMethod,
  Purpose,
  Scope,
  Tier,
  Webhook,
} from '@leastscope/scope-catalog';

/** A catalog of a few typed-in rows. Tests of rules read as stories about these, not about the platform. */

const provenance = { source: 'typed in', date: '2026-01-01' };

export function endpoint(
  id: string,
  row: Partial<Endpoint> & { readonly primary?: readonly string[]; readonly incidental?: readonly string[] },
): Endpoint {
  const { primary = [], incidental = [], ...rest } = row;
  const [method = '', path = ''] = id.split(' ');
  return {
    id,
    method: method as HttpMethod,
    path,
    host: 'api',
    version: /\d{6}/.exec(path)?.[0] ?? null,
    family: `${method} ${path.replace(/\/\d{6}/, '')}`,
    group: 'Group',
    title: id,
    sdk: null,
    scopes: [],
    scopeConfidence: 'documented',
    access: 'read',
    status: 'current',
    replacedBy: null,
    tokens: ['seller'],
    categories: { primary, incidental, sent: [] },
    ...provenance,
    ...rest,
  };
}

export function scope(key: string, row: Partial<Scope> = {}): Scope {
  return {
    key,
    title: key,
    description: key,
    packageId: null,
    kind: 'public',
    sensitive: false,
    access: 'read',
    principal: 'seller',
    confidence: 'documented',
    ...provenance,
    ...row,
  };
}

export function category(id: string, tier: Tier): Category {
  return {
    id,
    title: id,
    definition: id,
    tier,
    fideslangKey: '',
    dpvTerm: '',
    shopifyLevel: 0,
    holds: [],
    notes: '',
    ...provenance,
  };
}

export function purpose(kind: string, row: Partial<Purpose>): Purpose {
  return {
    kind,
    title: kind,
    definition: kind,
    dpvPurpose: '',
    fidesDataUse: '',
    needs: [],
    optional: [],
    never: [],
    access: ['read'],
    operations: [],
    advice: '',
    ...provenance,
    ...row,
  };
}

export function webhook(type: number, row: Partial<Webhook>): Webhook {
  return {
    type,
    event: `EVENT_${type}`,
    eventConfidence: 'documented',
    title: `Event ${type}`,
    group: 'Group',
    principal: 'seller',
    data: [],
    scopes: [],
    scopeConfidence: 'unknown',
    likelyScope: null,
    categories: [],
    ...provenance,
    ...row,
  };
}

export const tinyCatalog: Catalog = createCatalog({
  version: '2026.01.0',
  date: '2026-01-01',
  platform: loadCatalog().platform,
  listings: [],
  endpoints: [
    endpoint('GET /shop/202309/shops', { scopes: ['shop.info'], primary: ['shop.identity'] }),
    endpoint('GET /order/202309/orders', {
      scopes: ['order.info'],
      primary: ['order.reference'],
      incidental: ['buyer.name', 'buyer.tax'],
    }),
    endpoint('GET /order/202507/orders', {
      scopes: ['order.info'],
      primary: ['order.reference'],
      incidental: ['buyer.name', 'buyer.tax'],
    }),
    endpoint('POST /parcel/202309/ship', {
      scopes: ['parcel.basic'],
      primary: ['order.reference'],
      access: 'write',
    }),
    endpoint('POST /return/202309/returns', {
      scopes: ['parcel.basic', 'return.basic'],
      primary: ['order.reference'],
      access: 'write',
    }),
    endpoint('GET /money/202309/statements', { scopes: ['money.info'], primary: ['shop.money'] }),
    endpoint('GET /guess/202309/guesses', {
      scopes: ['guess.info'],
      scopeConfidence: 'inferred',
      primary: ['order.reference'],
    }),
    endpoint('GET /dark/202309/matter', { scopeConfidence: 'unknown', primary: ['shop.money'] }),
    endpoint('GET /creator/202309/profiles', {
      scopes: ['creator.info'],
      primary: ['order.reference'],
      tokens: ['creator'],
    }),
    endpoint('GET /old/202309/orders', {
      scopes: ['order.info'],
      primary: ['order.reference'],
      status: 'deprecated',
      replacedBy: 'GET /order/202507/orders',
    }),
    endpoint('GET /tree/202309/categories', { scopes: ['shop.info'], primary: ['platform.reference'] }),
    endpoint('GET /api/v2/token/get', {
      host: 'auth',
      scopeConfidence: 'not-needed',
      primary: ['credential.token'],
      access: 'write',
      version: null,
    }),
  ],
  legacyEndpoints: [
    {
      id: 'GET /api/orders/list',
      method: 'GET',
      path: '/api/orders/list',
      title: 'List orders',
      access: 'read',
      confidence: 'multi-source',
      replacement: 'GET /order/202507/orders',
      note: '',
      ...provenance,
    },
  ],
  scopes: [
    scope('shop.info'),
    scope('order.info'),
    scope('parcel.basic'),
    scope('return.basic'),
    scope('money.info'),
    scope('guess.info'),
    scope('creator.info', { kind: 'custom', principal: 'creator' }),
    scope('serller.odd'),
  ],
  legacyFields: [],
  scopeAliases: [
    { alias: 'seller.odd', key: 'serller.odd', reason: 'The platform spells it so.', ...provenance },
  ],
  categories: [
    category('shop.identity', 'business'),
    category('shop.money', 'business'),
    category('order.reference', 'business'),
    category('buyer.name', 'personal'),
    category('buyer.tax', 'sensitive-personal'),
    category('platform.reference', 'none'),
    category('credential.token', 'secret'),
  ],
  purposes: [
    purpose('connecting', { needs: ['shop.identity'], never: ['buyer.tax'] }),
    purpose('reading', { needs: ['order.reference', 'buyer.name'], never: ['buyer.tax'] }),
    purpose('shipping', {
      needs: ['order.reference', 'buyer.name'],
      optional: ['buyer.tax'],
      access: ['read', 'write'],
    }),
  ],
  webhooks: [
    webhook(1, { likelyScope: 'order.info', categories: ['order.reference'] }),
    webhook(6, { categories: ['platform.reference'] }),
    webhook(21, { scopes: ['money.info'], scopeConfidence: 'documented', categories: ['shop.money'] }),
  ],
  hosts: [],
  httpClients: [],
  sdkPackages: [],
  sdkCalls: [],
  sinks: [
    { kind: 'log', package: 'global', methods: ['console.log'], names: [], ...provenance },
    { kind: 'store', package: 'store-kit', methods: ['create'], names: ['prisma'], ...provenance },
    { kind: 'delete', package: 'store-kit', methods: ['delete'], names: ['prisma'], ...provenance },
  ],
  alternatives: [
    {
      endpoint: 'GET /order/202507/orders',
      kind: 'webhook',
      instead: '1',
      carries: ['data.orders[].id', 'data.orders[].status'],
      title: 'webhook 1, which carries the order’s id and status',
      confidence: 'documented',
      ...provenance,
    },
  ],
});
