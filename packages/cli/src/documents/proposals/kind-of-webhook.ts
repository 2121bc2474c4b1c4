import type { PurposeKind } from '@leastscope/scope-catalog';

/** Which kind of purpose the body of a webhook is for, by its type. Our judgement, as `kinds-of-calls.ts`. */
const kinds: readonly (readonly [PurposeKind, readonly number[]])[] = [
  ['order_management', [1, 3, 11]],
  ['returns_refunds', [2, 12, 64, 65, 67]],
  ['shipping_platform', [4, 36]],
  ['product_listing', [5, 15, 16, 18, 19, 25, 37, 38, 42, 46, 50, 51, 52, 62, 66]],
  ['shop_connection', [6, 7, 20, 35]],
  ['customer_service', [8, 9, 13, 14]],
  ['affiliate_creator', [17, 55, 59]],
  ['warehouse_management', [21, 22, 23, 24]],
  ['inventory_sync', [27, 68, 71]],
  ['creator_outreach', [33]],
  ['promotions', [39, 63]],
  ['affiliate_seller', [56]],
  ['mcf_fulfilment', [58]],
];

/** Orders tell of their returns, too: an app that handles no returns hears of them for its orders. */
const instead: Readonly<Partial<Record<PurposeKind, PurposeKind>>> = {
  returns_refunds: 'order_management',
  shipping_platform: 'shipping_seller',
  product_listing: 'inventory_sync',
  inventory_sync: 'product_listing',
};

/** Of the kinds that calls speak for, where one is meant; else the usual one. */
export function kindOfWebhook(type: number, called: ReadonlySet<PurposeKind>): PurposeKind | undefined {
  const kind = kinds.find(([, types]) => types.includes(type))?.[0];
  const other = kind === undefined ? undefined : instead[kind];
  return kind !== undefined && !called.has(kind) && other !== undefined && called.has(other) ? other : kind;
}
