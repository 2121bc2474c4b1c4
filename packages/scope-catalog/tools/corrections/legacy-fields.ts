import type { CategoryId, LegacyField } from '@leastscope/scope-catalog';

/**
 * What the first generation of the API calls the parts of an order. The platform has closed its paths, but code that calls
 * them is about, and its names are met on answers of today as well.
 */
const order: readonly (readonly [path: string, category: CategoryId])[] = [
  ['data.order_list[].order_id', 'order.reference'],
  ['data.order_list[].order_status', 'order.reference'],
  ['data.order_list[].payment_method', 'buyer.payment'],
  ['data.order_list[].buyer_message', 'buyer.content'],
  ['data.order_list[].buyer_uid', 'buyer.id'],
  ['data.order_list[].tracking_number', 'shipment.tracking'],
  ['data.order_list[].payment_info.*', 'buyer.purchase'],
  ['data.order_list[].item_list[].*', 'buyer.purchase'],
  ['data.order_list[].recipient_address.full_address', 'buyer.address_street'],
  ['data.order_list[].recipient_address.address_detail', 'buyer.address_street'],
  ['data.order_list[].recipient_address.address_line_list[]', 'buyer.address_street'],
  ['data.order_list[].recipient_address.region', 'buyer.address_area'],
  ['data.order_list[].recipient_address.state', 'buyer.address_area'],
  ['data.order_list[].recipient_address.city', 'buyer.address_area'],
  ['data.order_list[].recipient_address.district', 'buyer.address_area'],
  ['data.order_list[].recipient_address.town', 'buyer.address_area'],
  ['data.order_list[].recipient_address.zipcode', 'buyer.address_area'],
  ['data.order_list[].recipient_address.phone', 'buyer.phone'],
  ['data.order_list[].recipient_address.name', 'buyer.name'],
];

export const legacyFields: readonly LegacyField[] = order.map(([path, category]) => ({
  under: '/api/orders/',
  shownBy: '/api/orders/detail/query',
  path,
  category,
  // The official example of that operation.
  source: 'ipfans/tiktok:testdata/order/order_detail.json@3416818',
  date: '2026-08-24',
}));
