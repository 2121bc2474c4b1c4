import { alike, page } from './alternative-rows.js';
import type { AlternativeRow } from './alternative-rows.js';

const narrower = { kind: 'endpoint', confidence: 'documented' } as const;

/**
 * What the pages define alike on both sides, by the same sums. The platform does not say that they are the same, so the
 * rows are `inferred`. Discounts on shipping are left out: the two pages draw the line between them differently.
 */
const orderPrices = {
  'data.orders[].id': 'path.order_id',
  'data.orders[].payment.currency': 'data.currency',
  'data.orders[].payment.total_amount': 'data.payment',
  'data.orders[].payment.sub_total': 'data.sku_sale_price',
  'data.orders[].payment.original_total_product_price': 'data.sku_list_price',
  'data.orders[].payment.seller_discount': 'data.subtotal_deduction_seller',
  'data.orders[].payment.platform_discount': 'data.subtotal_deduction_platform',
  'data.orders[].payment.original_shipping_fee': 'data.shipping_list_price',
  'data.orders[].payment.shipping_fee': 'data.shipping_sale_price',
  'data.orders[].payment.tax': 'data.tax_amount',
  'data.orders[].payment.product_tax': 'data.subtotal_tax_amount',
  ...alike('data.orders[].line_items[]', 'data.line_items[]', 'id currency'),
  'data.orders[].line_items[].original_price': 'data.line_items[].sku_list_price',
  'data.orders[].line_items[].sale_price': 'data.line_items[].sku_sale_price',
  'data.orders[].line_items[].seller_discount': 'data.line_items[].subtotal_deduction_seller',
  'data.orders[].line_items[].platform_discount': 'data.line_items[].subtotal_deduction_platform',
};

const priceDetail = {
  kind: 'endpoint',
  confidence: 'inferred',
  instead: 'GET /order/202407/orders/{order_id}/price_detail',
  title: 'Get Price Detail, which carries what an order and its items cost and nothing about the buyer',
  source: `${page('API Reference/Orders/Get Price Detail')} | ${page('API Reference/Orders/Get Order Detail')}`,
} as const;

const orders: readonly AlternativeRow[] = [
  {
    ...priceDetail,
    endpoints: ['GET /order/202507/orders'],
    carries: {
      ...orderPrices,
      ...alike('data.orders[].payment', 'data', 'distance_fee distance_shipping_fee'),
      ...alike('data.orders[].line_items[]', 'data.line_items[]', 'distance_fee distance_shipping_fee'),
    },
  },
  { ...priceDetail, endpoints: ['GET /order/202309/privileged_orders'], carries: orderPrices },
];

const carrier = 'shipping_provider_id shipping_provider_name';
const searchPackage = 'POST /fulfillment/202309/packages/search';

const packages: readonly AlternativeRow[] = [
  {
    ...narrower,
    endpoints: ['GET /fulfillment/202309/packages/{package_id}'],
    instead: searchPackage,
    carries: {
      'data.package_id': 'data.packages[].id',
      'data.package_status': 'data.packages[].status',
      ...alike(
        'data',
        'data.packages[]',
        `create_time update_time tracking_number ${carrier} order_line_item_ids[]`,
      ),
      ...alike(
        'data.orders[]',
        'data.packages[].orders[]',
        'id skus[].id skus[].name skus[].image_url skus[].quantity',
      ),
    },
    title: 'Search Package, which finds packages by time and status and carries no address',
    source: `${page('API Reference/Fulfillment/Search Package')} | ${page('API Reference/Fulfillment/Get Package Detail')}`,
  },
  {
    ...narrower,
    endpoints: ['POST /order/202309/orders/search'],
    instead: searchPackage,
    carries: {
      'data.orders[].id': 'data.packages[].orders[].id',
      'data.orders[].packages[].id': 'data.packages[].id',
      'data.orders[].tracking_number': 'data.packages[].tracking_number',
      'data.orders[].line_items[].id': 'data.packages[].order_line_item_ids[]',
      'data.orders[].line_items[].package_id': 'data.packages[].id',
      'data.orders[].line_items[].package_status': 'data.packages[].status',
      ...alike('data.orders[].line_items[]', 'data.packages[]', `tracking_number ${carrier}`),
    },
    title:
      'Search Package, which finds packages by time and status and carries nothing about the buyer but the items',
    source: `${page('API Reference/Fulfillment/Search Package')} | ${page('API Reference/Orders/Get Order Detail')}`,
  },
];

const others: readonly AlternativeRow[] = [
  {
    ...narrower,
    endpoints: ['GET /customer_service/202309/conversations'],
    instead: 'GET /customer_service/202601/conversations/{conversation_id}',
    carries: {
      ...alike('data.conversations[]', 'data.conversation', 'id participant_count unread_count create_time'),
      ...alike(
        'data.conversations[].participants[]',
        'data.conversation.participants[]',
        'im_user_id user_id role nickname avatar',
      ),
      'data.conversations[].participants[].buyer_platform': 'data.conversation.participants[].platform',
    },
    title: 'Get Conversation, which carries one conversation by its id, without its latest message',
    source: `${page('API Reference/Customer service/Get Conversation')} | ${page('API Reference/Customer service/Get Conversations')}`,
  },
  {
    ...narrower,
    endpoints: ['POST /product/202309/inventory/search'],
    instead: 'GET /product/202309/products/{product_id}',
    carries: {
      'data.inventory[].product_id': 'data.id',
      ...alike('data.inventory[].skus[]', 'data.skus[]', 'id seller_sku'),
      'data.inventory[].skus[].warehouse_inventory[].warehouse_id': 'data.skus[].inventory[].warehouse_id',
      'data.inventory[].skus[].warehouse_inventory[].available_quantity': 'data.skus[].inventory[].quantity',
    },
    title: 'Get Product, which carries a product’s quantities by warehouse, without the names of creators',
    source: `${page('API Reference/Products/Inventory Search')} | ${page('API Reference/Products/Get Product')}`,
  },
  {
    ...narrower,
    endpoints: ['GET /finance/202309/payments'],
    instead: 'GET /finance/202309/statements',
    carries: {
      'data.payments[].id': 'data.statements[].payment_id',
      'data.payments[].status': 'data.statements[].payment_status',
    },
    title: 'Get Statements, which carries each payment’s id and status, without the bank account',
    source: `${page('API Reference/Finance/Get Statements')} | ${page('API Reference/Finance/Get Payments')}`,
  },
];

const collaboration = 'data.target_collaboration';

/** Only to newer versions: nobody should be sent back. */
const versions: readonly AlternativeRow[] = [
  {
    kind: 'version',
    confidence: 'documented',
    endpoints: ['GET /affiliate_seller/202409/target_collaborations/{target_collaboration_id}'],
    instead: 'GET /affiliate_seller/202412/target_collaborations/{target_collaboration_id}',
    carries: {
      ...alike(
        collaboration,
        collaboration,
        `id name type message start_time end_time update_time product_count content_creator_count
         creator_invited_count showcase_creator_count free_sample_rule.* products[].* seller_contact_info.*`,
      ),
      ...alike(
        `${collaboration}.creators[]`,
        `${collaboration}.creators[]`,
        `avatar.url nickname username selection_region collaboration_status content_product_count
         product_effective_status showcase_product_count`,
      ),
    },
    title: 'version 202412, which no longer carries the creators’ plain ids',
    source:
      'npm:@tts-open-toolkit/cli@0.1.7:skills/tts-openapi-guide/references/oas/paths/affiliate_seller.json',
  },
];

export const endpointAlternatives: readonly AlternativeRow[] = [
  ...orders,
  ...packages,
  ...others,
  ...versions,
];
