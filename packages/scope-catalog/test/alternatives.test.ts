import { describe, expect, it } from 'vitest';
import { alternativesOf, createCatalog, loadCatalog } from '../src/index.js';
import { alternative, endpoint, tinyData } from './tiny-catalog.js';

const shipped = loadCatalog();

describe('alternativesOf', () => {
  const ids = ['GET /shop/202309/things', 'GET /shop/202405/things', 'GET /shop/202309/parts'];
  const catalog = createCatalog(
    tinyData({
      endpoints: ids.map((id) => endpoint(id)),
      alternatives: [
        alternative('GET /shop/202309/things', '1', { kind: 'webhook' }),
        alternative('GET /shop/202309/things', 'GET /shop/202405/things', { kind: 'version' }),
        alternative('GET /shop/202309/things', 'GET /shop/202309/parts', { versions: ['202405'] }),
      ],
    }),
  );

  it.each([
    ['GET /shop/202309/things', ['1', 'GET /shop/202405/things']],
    ['GET /shop/202405/things', ['1', 'GET /shop/202309/parts']],
    ['GET /shop/202309/parts', []],
    ['GET /nowhere', []],
  ])('gives %s those of its family, and a version only to the version that it replaces', (id, expected) => {
    expect(alternativesOf(catalog, id).map(({ instead }) => instead)).toEqual(expected);
  });

  it('offers nothing that cannot say whether an order is still to be shipped', () => {
    const statuses = shipped.alternatives
      .filter(({ instead }) => instead === 'POST /fulfillment/202309/packages/search')
      .flatMap(({ carries }) => carries.filter((path) => path.endsWith('package_status')));
    expect(statuses).toEqual([]);
  });

  it('offers the status webhook for every version of the order reads', () => {
    for (const id of [
      'GET /order/202309/orders',
      'GET /order/202507/orders',
      'POST /order/202309/orders/search',
    ]) {
      const webhook = alternativesOf(shipped, id).find(({ instead }) => instead === '1');
      expect(webhook?.carries).toContain('data.orders[].status');
    }
  });
});
