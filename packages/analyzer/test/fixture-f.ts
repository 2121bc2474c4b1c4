import { loadCatalog } from '@leastscope/scope-catalog';
import { call } from './judge.js';

/** The base fixture of the specification, on the real catalog. */
export const realCatalog = loadCatalog();

export const declarationF = `schema: 1
app: { name: ParcelPilot, type: public, category: shipping-fulfillment, markets: [GB, DE], tokens: [seller] }
requestedScopes:
  - seller.authorization.info
  - seller.order.info
  - seller.fulfillment.basic
purposes:
  - id: ship-orders
    kind: shipping_seller
    text: Create shipping labels for orders the seller has to dispatch and report tracking back.
    code: [src/shipping/**]
    also: [{ category: buyer.content, because: Delivery notes are printed on the label. }]
    retention: { period: P30D, after: order.completed, onDeauthorization: P7D }
    shareWith: [carrier-api]
  - id: connect-shop
    kind: shop_connection
    text: Identify the shop the seller connected and renew its authorization.
    code: [src/connect/**]
    retention: { period: P1Y, after: account.closed, onDeauthorization: P1D }
webhooks: [1, 4, 6]
deletion: { handler: src/webhooks/deauthorize.ts#onDeauthorized }
`;

export const realCall = (at: string, endpoint: string) => call(at, endpoint, {}, realCatalog);

export const callsF = [
  realCall('src/connect/shops.ts:1', 'GET /authorization/202309/shops'),
  realCall('src/shipping/orders.ts:1', 'POST /order/202309/orders/search'),
  realCall('src/shipping/ship.ts:1', 'POST /fulfillment/202309/packages/{package_id}/ship'),
];

/** F with one more requested scope, on line 7. */
export const requesting = (scope: string): string =>
  declarationF.replace('  - seller.fulfillment.basic\n', `  - seller.fulfillment.basic\n  - ${scope}\n`);
