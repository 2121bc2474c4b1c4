import type { CategoryId } from '@leastscope/scope-catalog';

/**
 * What the first generation of the API calls the parts of an order, written like the fields of the catalog. The platform
 * has closed its paths, but code that calls them is about, and its names are met on answers of today as well.
 *
 * Source: the official example of `POST /api/orders/detail/query`, as kept in
 * ipfans/tiktok:testdata/order/order_detail.json@3416818.
 */
const orderRows: readonly (readonly [path: string, category: CategoryId])[] = [
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

export interface FormerField {
  readonly path: string;
  readonly category: CategoryId;
}

const orderFields: readonly FormerField[] = orderRows.map(([path, category]) => ({ path, category }));

/** The fields that a path of the first generation answers with; none where they are not known. */
export function firstGenerationFields(path: string): readonly FormerField[] {
  return path.startsWith('/api/orders/') ? orderFields : [];
}

/** Whether the example that the fields are from is of this very operation; others share its names, not all of its data. */
export function isWholeAnswerKnown(path: string): boolean {
  return path === '/api/orders/detail/query';
}

/** What the first generation has in an object of this name: of `recipient_address` a `phone` and a `zipcode`. */
export function formerMembersOf(object: string): readonly (readonly [name: string, category: CategoryId])[] {
  return orderFields.flatMap(({ path, category }) => {
    const steps = path.replaceAll('[]', '').split('.');
    const name = steps.at(-1) ?? '*';
    return steps.at(-2) === object && name !== '*' ? [[name, category] as const] : [];
  });
}
