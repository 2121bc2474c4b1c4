import { describe, expect, it } from 'vitest';
import {
  createCatalog,
  findLibraryCall,
  findSdkCall,
  loadCatalog,
  intendedEndpoints,
  nearestEndpoints,
  nearestName,
  nearestScope,
  sdkNameOf,
} from '../src/index.js';
import type { HttpMethod } from '../src/index.js';
import { scope, tinyData } from './tiny-catalog.js';

const shipped = loadCatalog();

describe('findSdkCall', () => {
  it('reads the naming rule backwards for every endpoint', () => {
    const lost = shipped.endpoints.filter(
      ({ id, sdk }) => sdk !== null && findSdkCall(shipped, sdk.className, sdk.method)?.id !== id,
    );
    expect(lost.map(({ id }) => id)).toEqual([]);
  });

  it('knows versions that the catalog does not list', () => {
    const match = findSdkCall(shipped, 'OrderV209901Api', 'OrdersGet');
    expect(match?.fit).toBe('family');
    expect(match?.id).toBe('GET /order/209901/orders');
    expect(match?.endpoint?.id).toBe('GET /order/202507/orders');
  });

  it.each([
    ['OrderApi', 'OrdersGet'],
    ['OrderV202309Api', 'ordersGet'],
    ['MyV202309Api', 'OrdersGet'],
    ['orderV202309Api', 'OrdersGet'],
  ])('takes %s.%s for a stranger', (className, method) => {
    expect(findSdkCall(shipped, className, method)).toBeNull();
  });

  it('knows the token helper, whose names follow no rule', () => {
    expect(findSdkCall(shipped, 'AccessTokenTool', 'getAccessToken')?.endpoint?.id).toBe(
      'GET /api/v2/token/get',
    );
    expect(findSdkCall(shipped, 'AccessTokenTool', 'refreshToken')?.endpoint?.host).toBe('auth');
  });

  it('agrees with the rule read forwards', () => {
    expect(sdkNameOf('GET', '/product/202309/products/{product_id}')).toEqual({
      className: 'ProductV202309Api',
      method: 'ProductsProductIdGet',
    });
    expect(sdkNameOf('GET', '/api/v2/token/get')).toBeNull();
  });
});

describe('findLibraryCall', () => {
  it('knows the calls of third-party libraries by package, owner and method', () => {
    expect(findLibraryCall(shipped, 'tiktok-shop-sdk', 'order', 'getOrderList')?.id).toBe(
      'POST /order/202309/orders/search',
    );
    expect(findLibraryCall(shipped, 'tiktok-shop-client', '', 'getShops')?.id).toBe(
      'GET /authorization/202309/shops',
    );
    expect(findLibraryCall(shipped, 'somebody-else', 'order', 'getOrderList')).toBeNull();
  });

  it('takes a library’s slip for what its name says', () => {
    expect(findLibraryCall(shipped, 'tiktok-shop-sdk', 'promotion', 'searchCoupon')?.id).toBe(
      'POST /promotion/202406/coupons/search',
    );
  });
});

describe('nearestScope', () => {
  it('knows the usual mistake before it counts letters', () => {
    expect(nearestScope(shipped, 'seller.product.optimize')).toBe('serller.product.optimize');
  });

  it.each([
    ['seller.order.inof', 'seller.order.info'],
    ['Seller.Order.Info', 'seller.order.info'],
    ['seller.fulfilment.basic', 'seller.fulfillment.basic'],
    ['seller.analytics.basic', null],
    ['affiliate.product.search', null],
    ['order', null],
    ['', null],
  ])('%s → %s', (text, expected) => {
    expect(nearestScope(shipped, text)).toBe(expected);
  });

  it('gives no answer between two that are equally near', () => {
    const catalog = createCatalog(
      tinyData({ scopes: [scope('seller.thing.red'), scope('seller.thing.bed')] }),
    );
    expect(nearestScope(catalog, 'seller.thing.led')).toBeNull();
  });
});

describe('nearestName', () => {
  it.each([
    [['order_management', 'erp'], 'order_managment', 'order_management'],
    [['erp'], 'crm', null],
    [['needs', 'never'], 'nedes', 'needs'],
  ])('among %j for %s: %s', (names, text, expected) => {
    expect(nearestName(names, text)).toBe(expected);
  });
});

describe('nearestEndpoints', () => {
  it.each([
    ['GET', '/product/2309/brands', 'GET /product/202309/brands'],
    ['GET', ' /product/202309/brands', 'GET /product/202309/brands'],
    ['GET', '/Product/202309/Brands', 'GET /product/202309/brands'],
    ['GET', '/order/202309/orders/search', 'POST /order/202309/orders/search'],
    ['GET', 'https://open-api.tiktokglobalshop.com/order/202309/order', 'GET /order/202507/orders'],
    ['POST', '/api/v2/token/get', 'GET /api/v2/token/get'],
  ] as const)('%s %s → %s', (method, path, expected) => {
    expect(nearestEndpoints(shipped, method, path, 1)[0]?.family).toBe(
      shipped.endpointById.get(expected)?.family,
    );
  });

  it('prefers the very version where there is a choice', () => {
    expect(nearestEndpoints(shipped, 'GET', '/order/202309/order', 1)[0]?.id).toBe(
      'GET /order/202309/orders',
    );
  });

  it('does not guess wildly', () => {
    expect(nearestEndpoints(shipped, 'GET', '/users/42/profile')).toEqual([]);
  });
});

describe('intendedEndpoints', () => {
  const meant = (text: string): readonly string[] => {
    const [method = '', path = ''] = text.split(' ');
    return intendedEndpoints(shipped, method as HttpMethod, path).map(({ id }) => id);
  };

  it.each([
    ['POST /order/202309/orders/details', ['GET /order/202309/orders']],
    ['GET /order/202309/order/list', ['POST /order/202309/orders/search']],
    ['POST /fulfillment/202309/packages/list', ['POST /fulfillment/202309/packages/search']],
    [
      'POST /product/202309/product/{id}/stock',
      ['POST /product/202309/products/{product_id}/inventory/update'],
    ],
    ['POST /product/202309/products/create', ['POST /product/202309/products']],
    ['GET /api/logistic/get_warehouse_list', ['GET /logistics/202309/warehouses']],
    ['POST /order/202309/orders/serach', ['POST /order/202309/orders/search']],
    ['GET /shops/202309/shops', ['GET /authorization/202309/shops', 'GET /seller/202309/shops']],
    ['GET /webhook/202309/webhooks', ['GET /event/202309/webhooks']],
    [
      'POST /customer_service/202309/conversations/1/message',
      ['POST /customer_service/202309/conversations/{conversation_id}/messages'],
    ],
    ['POST /product/202309/products/edit', ['PUT /product/202309/products/{product_id}']],
    ['GET /fulfillment/202309/package/11', ['GET /fulfillment/202309/packages/{package_id}']],
  ])('%s → %j', (asked, expected) => {
    expect(meant(asked)).toEqual(expected);
  });

  it.each([
    'POST /order/202309/reviews/search',
    'POST /product/202309/products/{id}/reply',
    'GET /logistics/202309/orders',
    'POST /return_refund/202309/returns/{id}/cancel',
    'GET /users/42/profile',
    'GET /warehouse/202309/warehouses/{id}/opening_hours',
    'POST /review/202309/reviews/search',
  ])('suggests nothing for %s', (asked) => {
    expect(meant(asked)).toEqual([]);
  });

  it('never takes a read for a change, nor a change for a removal', () => {
    const rows = shipped.endpoints.filter(({ host }) => host === 'api');
    const wrong = rows.flatMap(({ id, method, path, access }) =>
      intendedEndpoints(shipped, method, `${path}x`)
        .filter(
          (one) =>
            (method === 'GET' && one.access === 'write') || (access === 'read' && one.method === 'DELETE'),
        )
        .map((one) => `${id}: ${one.id}`),
    );
    expect(wrong).toEqual([]);
  });
});
