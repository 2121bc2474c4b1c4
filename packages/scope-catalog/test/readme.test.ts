import { expect, it } from 'vitest';
import { findEndpoints, findSdkCall, loadCatalog } from '../src/index.js';

it('the README’s example holds', () => {
  const catalog = loadCatalog();
  expect(findEndpoints(catalog, 'GET', '/order/202507/orders')?.endpoints[0]?.scopes).toEqual([
    'seller.order.info',
  ]);
  expect(findSdkCall(catalog, 'OrderV202309Api', 'OrdersSearchPost')?.id).toBe(
    'POST /order/202309/orders/search',
  );
});
