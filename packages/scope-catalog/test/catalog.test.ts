import { describe, expect, it } from 'vitest';
import {
  catalogCoverage,
  categoriesOfScope,
  createCatalog,
  digestOf,
  endpointsOfCategory,
  endpointsOfScope,
  fieldsOf,
  loadCatalog,
  tellTales,
  webhooksOfScope,
} from '../src/index.js';
import { endpoint, field, tinyData } from './tiny-catalog.js';

const shipped = loadCatalog();

describe('createCatalog', () => {
  it('indexes what it is given and asks for fields only when told to', () => {
    let asked = 0;
    const id = 'GET /shop/202309/things';
    const catalog = createCatalog(tinyData({ endpoints: [endpoint(id)] }), () => {
      asked += 1;
      return [field(id, '*', 'thing')];
    });
    expect(catalog.endpointById.get(id)?.scopes).toEqual(['seller.thing.info']);
    expect(asked).toBe(0);
    expect(fieldsOf(catalog, id)).toHaveLength(1);
    expect(fieldsOf(catalog, id)).toHaveLength(1);
    expect(asked).toBe(1);
  });

  it('has a digest that follows the data and not the order of keys', () => {
    const data = tinyData();
    const shuffled = Object.fromEntries(Object.entries(data).reverse()) as unknown as typeof data;
    expect(createCatalog(data).digest).toBe(createCatalog(shuffled).digest);
    expect(createCatalog({ ...data, date: '2026-01-02' }).digest).not.toBe(createCatalog(data).digest);
  });
});

describe('loadCatalog', () => {
  it('is read once', () => {
    expect(loadCatalog()).toBe(shipped);
  });

  it('ships the digest of its own data', () => {
    expect(shipped.digest).toBe(digestOf(dataOf(shipped)));
  });

  it('gives every row a source and a date, and no path of any machine', () => {
    const text = JSON.stringify([dataOf(shipped), shipped.fields()]);
    expect(text).not.toMatch(/"(\/home|\/work|\/tmp|\/Users|file:)/);
  });
});

describe('the shipped catalog', () => {
  it('keeps the worked examples of its purposes', () => {
    expect(isCovered('shipping_seller', 'POST /order/202309/orders/search')).toBe(true);
    expect(isCovered('shipping_seller', 'POST /fulfillment/202309/packages/{package_id}/ship')).toBe(true);
    expect(isCovered('shop_connection', 'GET /authorization/202309/shops')).toBe(true);
    expect(isCovered('shop_connection', 'GET /api/v2/token/get')).toBe(true);
    expect(isCovered('shop_connection', 'GET /order/202507/orders')).toBe(false);
    expect(isCovered('shipping_seller', 'GET /finance/202309/statements')).toBe(false);
    expect(isCovered('accounting_finance', 'GET /finance/202309/statements')).toBe(true);
    expect(isCovered('analytics_reporting', 'GET /analytics/202509/shop/performance')).toBe(true);
    expect(isCovered('inventory_sync', 'POST /fulfillment/202309/packages/{package_id}/ship')).toBe(false);
  });

  it('says what an order read brings along beside what it is called for', () => {
    const categories = shipped.endpointById.get('GET /order/202507/orders')?.categories;
    expect(categories?.primary).toEqual(['buyer.purchase', 'order.reference']);
    expect(categories?.incidental).toEqual(
      expect.arrayContaining(['buyer.name', 'buyer.phone', 'buyer.tax_id']),
    );
  });

  it('keeps alternatives as alternatives', () => {
    expect(shipped.endpointById.get('POST /return_refund/202309/returns')?.scopes).toEqual([
      'seller.fulfillment.basic',
      'seller.return_refund.basic',
    ]);
  });

  it('needs no scope for tokens', () => {
    const token = shipped.endpointById.get('GET /api/v2/token/get');
    expect([token?.host, token?.scopes, token?.scopeConfidence]).toEqual(['auth', [], 'not-needed']);
  });

  it('expands what a purpose must not touch', () => {
    const purpose = shipped.purposeByKind.get('affiliate_seller');
    expect(purpose?.never).toEqual(
      expect.arrayContaining(['buyer.name', 'buyer.health', 'creator.id_plain']),
    );
    expect(purpose?.never).not.toContain('creator.profile');
  });

  it('relates scopes, endpoints, webhooks, categories and fields', () => {
    expect(endpointsOfScope(shipped, 'seller.finance.info').length).toBeGreaterThan(5);
    expect(webhooksOfScope(shipped, 'seller.fbt.info').map(({ type }) => type)).toContain(21);
    expect(categoriesOfScope(shipped, 'seller.finance.info')).toContain('seller.finance');
    expect(endpointsOfCategory(shipped, 'buyer.tax_id').map(({ id }) => id)).toContain(
      'GET /order/202507/orders',
    );
    expect(fieldsOf(shipped, 'GET /order/202507/orders').some(({ path }) => path.endsWith('cpf'))).toBe(true);
  });

  it('counts its own gaps', () => {
    const coverage = catalogCoverage(shipped);
    const counted = Object.values(coverage.byScopeConfidence).reduce((sum, count) => sum + count, 0);
    expect(counted).toBe(coverage.endpoints);
    expect(coverage.gaps).toHaveLength(coverage.byScopeConfidence.unknown);
  });

  it('derives the gate’s vocabulary from its rows', () => {
    const vocabulary = tellTales(shipped);
    expect(vocabulary.hosts).toContain('open-api.tiktokglobalshop.com');
    expect(vocabulary.packages).toContain('tiktok-shop-sdk');
    expect('/order/202309/orders').toMatch(new RegExp(vocabulary.versionSegment));
    expect('new OrderV202309Api()').toMatch(new RegExp(vocabulary.sdkClass));
    expect(vocabulary.scopePrefixes).not.toContain('seller.');
  });
});

function isCovered(kind: string, id: string): boolean {
  const purpose = shipped.purposeByKind.get(kind);
  const called = shipped.endpointById.get(id);
  if (!purpose || !called) throw new Error(`${kind} or ${id} is not in the catalog`);
  return (
    purpose.access.includes(called.access) &&
    called.categories.primary.some((one) => purpose.needs.includes(one))
  );
}

function dataOf(catalog: typeof shipped): Parameters<typeof digestOf>[0] {
  const { endpoints, legacyEndpoints, scopes, scopeAliases, categories, purposes, webhooks } = catalog;
  const { version, date, hosts, httpClients, sdkPackages, sdkCalls, sinks, alternatives } = catalog;
  const tables = {
    platform: catalog.platform,
    legacyFields: catalog.legacyFields,
    listings: catalog.listings,
    endpoints,
    legacyEndpoints,
    scopes,
    scopeAliases,
    categories,
    purposes,
    webhooks,
  };
  return { version, date, ...tables, hosts, httpClients, sdkPackages, sdkCalls, sinks, alternatives };
}
