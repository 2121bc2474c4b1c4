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

/** It lists what is on its way or has arrived, found by time and status; it knows no filter by package or order. */
const arranged = {
  kind: 'endpoint',
  confidence: 'inferred',
  instead: 'POST /fulfillment/202309/packages/search',
  title: 'Search Package, which carries no address, and only packages that shipping is already arranged for',
} as const;

const packages: readonly AlternativeRow[] = [
  {
    ...arranged,
    endpoints: ['GET /fulfillment/202309/packages/{package_id}'],
    carries: {
      'data.package_id': 'data.packages[].id',
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
    source: `${page('API Reference/Fulfillment/Search Package')} | ${page('API Reference/Fulfillment/Get Package Detail')}`,
  },
  {
    ...arranged,
    endpoints: ['POST /order/202309/orders/search'],
    carries: {
      'data.orders[].id': 'data.packages[].orders[].id',
      'data.orders[].packages[].id': 'data.packages[].id',
      'data.orders[].tracking_number': 'data.packages[].tracking_number',
      'data.orders[].line_items[].id': 'data.packages[].order_line_item_ids[]',
      'data.orders[].line_items[].package_id': 'data.packages[].id',
      ...alike('data.orders[].line_items[]', 'data.packages[]', `tracking_number ${carrier}`),
    },
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
const goods = 'data.goods[]';
const interval = 'data.performance.intervals[].sales';

/** Lists and searches that carry what the answer about one thing is often read for. */
const lists: readonly AlternativeRow[] = [
  {
    ...narrower,
    endpoints: ['GET /affiliate_seller/202508/target_collaborations/{target_collaboration_id}'],
    instead: 'POST /affiliate_seller/202508/target_collaborations/search',
    carries: {
      ...alike(
        collaboration,
        'data.target_collaborations[]',
        `id name type message start_time end_time update_time product_count content_creator_count
         showcase_creator_count free_sample_rule.*`,
      ),
      // Spelled so by the platform.
      [`${collaboration}.creator_invited_count`]: 'data.target_collaborations[].creator_inivited_count',
    },
    title: 'Search Target Collaborations, which carries no contact and no creators',
    source: `${page('API Reference/Affiliate seller/Search Target Collaborations')} | ${page('API Reference/Affiliate seller/Query Target Collaboration Detail')}`,
  },
  {
    ...narrower,
    endpoints: ['GET /affiliate_partner/202405/campaigns/{campaign_id}'],
    instead: 'GET /affiliate_partner/202405/campaigns',
    carries: alike(
      'data',
      'data.campaigns[]',
      'id name status registration_start_time registration_end_time campaign_start_time campaign_end_time',
    ),
    title: 'Get Affiliate Partner Campaign List, which carries no contact',
    source: `${page('API Reference/Affiliate partner/Get Affiliate Partner Campaign List')} | ${page('API Reference/Affiliate partner/Get Affiliate Partner Campaign Detail')}`,
  },
  {
    ...narrower,
    endpoints: ['GET /product/202309/global_products/{global_product_id}'],
    instead: 'POST /product/202312/global_products/search',
    carries: alike(
      'data',
      'data.global_products[]',
      'id title create_time update_time skus[].id skus[].seller_sku',
    ),
    title: 'Search Global Products, which carries no manufacturer',
    source: `${page('API Reference/Products/Search Global Products')} | ${page('API Reference/Products/Get Global Product')}`,
  },
  {
    ...narrower,
    endpoints: ['POST /fbt/202409/goods/search'],
    instead: 'POST /fbt/202408/inventory/search',
    carries: alike(goods, 'data.inventory[].goods', 'id name reference_code skus[].id'),
    title: 'Search FBT Inventory, which carries goods that are in stock, without the contact for returns',
    source: `${page('API Reference/Fulfilled by TikTok (FBT)/Search FBT Inventory')} | ${page('API Reference/Fulfilled by TikTok (FBT)/Search Goods Info')}`,
  },
  {
    kind: 'endpoint',
    confidence: 'inferred',
    endpoints: ['GET /analytics/202509/shop_products/{product_id}/performance'],
    versions: ['202509'],
    instead: 'GET /analytics/202509/shop_products/performance',
    carries: {
      ...alike(interval, 'data.products[].overall_performance', 'gmv.amount gmv.currency items_sold orders'),
      'data.latest_available_date': 'data.latest_available_date',
    },
    title: 'Get Shop Product Performance List, which carries sums over the whole time, without creators',
    source: `${page('API Reference/Analytics/Get Shop Product Performance List')} | ${page('API Reference/Analytics/Get Shop Product Performance Detail')}`,
  },
];

const application = 'data.sample_applications[]';
const openApiSet = 'npm:@tts-open-toolkit/cli@0.1.7:skills/tts-openapi-guide/references/oas/paths';

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
    source: `${openApiSet}/affiliate_seller.json`,
  },
  {
    kind: 'version',
    confidence: 'documented',
    endpoints: ['GET /affiliate_creator/202405/profiles'],
    instead: 'GET /affiliate_creator/202508/profiles',
    carries: alike(
      'data',
      'data',
      `username avatar.url avatar.width avatar.height selection_region register_region seller_type permissions[]
       user_type`,
    ),
    title: 'version 202508, which carries the open id instead of the plain one',
    source: `${page('API Reference/Affiliate creator/Get Creator Profile')} | ${openApiSet}/affiliate_creator.json`,
  },
  {
    kind: 'version',
    confidence: 'documented',
    endpoints: [
      'POST /affiliate_seller/202409/sample_applications/search',
      'POST /affiliate_seller/202507/sample_applications/search',
    ],
    instead: 'POST /affiliate_seller/202508/sample_applications/search',
    carries: {
      ...alike(
        application,
        application,
        `id status order_id tracking_number fulfillment_status partner_name commission_rate available_quantity
         approve_expiration_time shipment_expiration_time is_approvable disapprovable_reasons[] product.*`,
      ),
      ...alike(
        `${application}.creator`,
        `${application}.creator`,
        `avatar_url username nickname follower_count content_count ec_video_view fulfillment_percentage gmv.amount
         gmv.currency`,
      ),
    },
    title: 'version 202508, which carries the creators’ open ids instead of the plain ones',
    source: `${page('API Reference/Affiliate seller/Seller Search Sample Applications')} | ${openApiSet}/affiliate_seller.json`,
  },
];

export const endpointAlternatives: readonly AlternativeRow[] = [
  ...orders,
  ...packages,
  ...others,
  ...lists,
  ...versions,
];
