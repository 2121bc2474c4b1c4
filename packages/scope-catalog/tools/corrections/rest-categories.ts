import type { CategoryId } from '@leastscope/scope-catalog';

/**
 * What the response of an endpoint holds where nobody has classified its fields, at no version of the operation:
 * judged from the module and the operation's name, and marked so (`categoriesBasis: module`, field confidence
 * `inferred`). Patterns as in the primary corrections; the first that fits counts.
 */
export interface RestCategory {
  readonly families: readonly string[];
  readonly rest: CategoryId;
  readonly also?: readonly CategoryId[];
}

export const restCategories: readonly RestCategory[] = [
  {
    families: ['* /affiliate/live_rooms/products*'],
    rest: 'product.catalog',
    also: ['creator.collaboration'],
  },
  { families: ['* /affiliate_creator/*'], rest: 'product.catalog' },
  {
    families: ['POST /affiliate_partner/cap_order/search'],
    rest: 'creator.earnings',
    also: ['creator.collaboration', 'creator.profile', 'order.reference'],
  },
  {
    families: ['POST /affiliate_seller/creator_outreach/records/query'],
    rest: 'creator.message',
    also: ['creator.id_open', 'creator.profile'],
  },
  {
    families: [
      'POST /affiliate_seller/target_collaborations/conflicts/check',
      'POST /affiliate_seller/target_collaborations/conflicts/resolve',
    ],
    rest: 'promotion.campaign',
    also: ['creator.id_open', 'creator.profile'],
  },
  {
    families: [
      '* /affiliate_seller/conversations/*',
      '* /affiliate_seller/creator_outreach/*',
      '* /affiliate_seller/media/*',
    ],
    rest: 'creator.message',
  },
  {
    families: ['POST /affiliate_seller/target_collaborations/creator_promotion_details/query'],
    rest: 'creator.collaboration',
    also: ['creator.id_open', 'creator.profile'],
  },
  { families: ['* /affiliate_seller/*'], rest: 'promotion.campaign' },
  { families: ['GET /analytics/live_rooms/{live_room_id}/user_portraits'], rest: 'analytics.shop' },
  { families: ['* /analytics/live_rooms/*'], rest: 'creator.performance' },
  // The drill-down of the shop's score names orders and conversations.
  {
    families: ['GET /analytics/shop_performances/metrics/{metric_code}/problem_details'],
    rest: 'analytics.shop',
    also: ['order.reference'],
  },
  { families: ['* /analytics/*'], rest: 'analytics.shop' },
  { families: ['* /customer_service/*'], rest: 'buyer.content' },
  { families: ['* /finance/*'], rest: 'seller.finance' },
  {
    families: ['POST /fulfillment/pod_details/get', 'POST /order/pod_details/search'],
    rest: 'buyer.content',
    also: ['buyer.purchase'],
  },
  { families: ['* /fulfillment/*'], rest: 'order.reference' },
  { families: ['GET /logistics/orders/{order_id}/tracking'], rest: 'shipment.tracking' },
  { families: ['* /logistics/*'], rest: 'platform.reference' },
  { families: ['* /order/*'], rest: 'order.reference', also: ['buyer.purchase'] },
  { families: ['* /product/*'], rest: 'product.catalog' },
  { families: ['* /promotion/*'], rest: 'promotion.campaign' },
  { families: ['* /return_refund/*'], rest: 'buyer.aftersale', also: ['order.reference'] },
  {
    families: ['GET /gs_full_service_commodity/supplier_addresses'],
    rest: 'seller.address',
    also: ['business.contact'],
  },
  {
    families: [
      'GET /gs_full_service_commodity/supplier_manufacturers',
      'GET /gs_full_service_commodity/supplier_rps',
    ],
    rest: 'product.compliance_contact',
  },
  { families: ['* /gs_full_service_commodity/*'], rest: 'product.catalog' },
  { families: ['* /gs_full_service_inventory/*'], rest: 'product.catalog' },
  { families: ['* /gs_full_service_shipment/*'], rest: 'product.catalog' },
];
