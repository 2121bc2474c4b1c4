import type { CategoryId } from '@leastscope/scope-catalog';

/**
 * What endpoints are *called for*, where the rest row (`*`) of their fields does not say it. The first rule that fits
 * counts. A pattern is a family (`METHOD /path without version`); `*` as the method is any, a trailing `*` is the rest
 * of the path.
 */
export interface PrimaryCorrection {
  readonly families: readonly string[];
  readonly primary: readonly CategoryId[];
  readonly reason: string;
}

const orders: readonly PrimaryCorrection[] = [
  {
    families: ['POST /order/orders/search', 'GET /order/orders', 'GET /order/privileged_orders'],
    primary: ['order.reference', 'buyer.purchase'],
    reason: 'An order is read for its state and its lines; the address, name and phone come along.',
  },
];

const fulfillment: readonly PrimaryCorrection[] = [
  {
    families: ['GET /fulfillment/packages/{package_id}/shipping_documents'],
    primary: ['order.document'],
    reason: 'Called for the label or packing slip itself.',
  },
  {
    families: ['POST /fulfillment/invoice/upload'],
    primary: ['order.document', 'buyer.purchase'],
    reason: 'Hands over the invoice of a purchase; the rest row only holds the answer.',
  },
  {
    families: ['POST /fulfillment/redeem_info/callback'],
    primary: ['order.reference'],
    reason: 'Reports that the codes of an order were delivered; the codes are sent, not received.',
  },
  {
    families: ['POST /fulfillment/pod_details/get', 'POST /order/pod_details/search'],
    primary: ['buyer.purchase'],
    reason:
      'What was ordered to be printed is part of the purchase; the buyer’s own text or picture comes along.',
  },
  {
    families: ['* /fulfillment/*', '* /supply_chain/*'],
    primary: ['shipment.tracking'],
    reason: 'Works on the parcel (pack, split, combine, hand over, ship, track); order ids come along.',
  },
];

const logistics: readonly PrimaryCorrection[] = [
  {
    families: ['POST /logistics/warehouses', 'POST /logistics/warehouses/{warehouse_id}'],
    primary: ['seller.address'],
    reason: 'Writes the place of a warehouse; the rest row only holds the answer.',
  },
  {
    families: [
      'GET /logistics/delivery_options/{delivery_option_id}/shipping_providers',
      'GET /logistics/warehouses/{warehouse_id}/delivery_options',
      'GET /logistics/seller_templates',
      'GET /logistics/seller_template/template_exist',
    ],
    primary: ['platform.reference', 'shipment.tracking'],
    reason: 'Carriers and delivery options are reference data that shipping cannot do without.',
  },
];

const aftersales: readonly PrimaryCorrection[] = [
  {
    families: ['GET /return_refund/reject_reasons'],
    primary: ['platform.reference', 'buyer.aftersale'],
    reason: 'The list of reasons is reference data that handling a return cannot do without.',
  },
  {
    families: ['* /return_refund/*'],
    primary: ['buyer.aftersale'],
    reason: 'Works on a cancellation, return or refund; order ids come along.',
  },
];

const conversations: readonly PrimaryCorrection[] = [
  {
    families: ['GET /customer_service/performance'],
    primary: ['analytics.shop'],
    reason: 'Statistics of the service, no conversation.',
  },
  {
    families: ['* /customer_service/*'],
    primary: ['buyer.content'],
    reason: 'Called for the conversation with a buyer, agent settings and picture upload included.',
  },
  {
    families: [
      'GET /customer_engagement/message_templates',
      'GET /customer_engagement/customer_tab/visibility',
      'GET /customer_engagement/permissions',
    ],
    primary: ['platform.reference', 'promotion.campaign'],
    reason: 'Reference data of engagement campaigns.',
  },
  {
    families: ['* /review_rating/*'],
    primary: ['buyer.review'],
    reason: 'Called for the reviews that buyers published; the rest row only holds the answer.',
  },
  {
    families: ['POST /open/file/init'],
    primary: ['buyer.content', 'creator.collaboration'],
    reason: 'Opens an upload, either for a message to a buyer or for a creator’s post: hence its two scopes.',
  },
];

const connection: readonly PrimaryCorrection[] = [
  {
    families: ['GET /api/v2/token/get', 'GET /api/v2/token/refresh'],
    primary: ['credential.token'],
    reason: 'Called for the token; the rest row holds the technical answer.',
  },
  {
    families: ['DELETE /authorization/shops'],
    primary: ['seller.identity'],
    reason: 'Unlinks a shop; the rest row only holds the answer.',
  },
];

const products: readonly PrimaryCorrection[] = [
  {
    families: ['* /product/compliance/manufacturers*', '* /product/compliance/responsible_persons*'],
    primary: ['product.compliance_contact'],
    reason: 'Called for the manufacturer or responsible person; the rest row holds ids.',
  },
  {
    families: [
      'GET /product/brands',
      'GET /product/categories*',
      'GET /product/global_categories',
      'GET /product/prerequisites',
      'GET /product/listing_schemas',
      'GET /product/global_listing_rules',
      'POST /product/categories/recommend',
      'POST /product/global_categories/recommend',
    ],
    primary: ['platform.reference', 'product.catalog'],
    reason: 'Reference data that listing cannot do without.',
  },
];

const fbt: readonly PrimaryCorrection[] = [
  {
    families: ['* /fbt/mcf_outbound_orders*'],
    primary: ['shipment.tracking'],
    reason: 'Sends a parcel from the platform’s warehouse and follows it; order ids come along.',
  },
  {
    families: ['GET /fbt/warehouses'],
    primary: ['platform.reference', 'product.catalog'],
    reason: 'The platform’s own warehouses: reference data of its stock service.',
  },
  {
    families: ['GET /fbt/merchants/onboarded_regions', 'GET /fbt/merchants/mcf_status'],
    primary: ['platform.reference', 'seller.identity'],
    reason: 'Says what the seller takes part in.',
  },
];

const pharmacy: readonly PrimaryCorrection[] = [
  {
    families: ['POST /epharmacy/pharmacies/update'],
    primary: ['business.contact'],
    reason: 'Writes a pharmacy’s pharmacist; the rest row only holds the answer.',
  },
];

const creators: readonly PrimaryCorrection[] = [
  {
    families: [
      '* /affiliate_creator/affiliate_sharing_links/*',
      'POST /affiliate_creator/target_collaborations/search',
    ],
    primary: ['creator.collaboration'],
    reason:
      'On the creator’s side a link or an invitation is the creator’s collaboration, not the seller’s campaign.',
  },
  {
    families: [
      'GET /affiliate_creator/music/search',
      'POST /affiliate/anchors/prerequisite_check',
      'POST /affiliate/anchors/content_check',
    ],
    primary: ['platform.reference', 'creator.collaboration'],
    reason: 'Reference data for posting content.',
  },
  {
    families: ['POST /affiliate_seller/marketplace_creators/search/filter'],
    primary: ['platform.reference', 'creator.performance'],
    reason: 'The filters of the creator search: reference data of that search.',
  },
  {
    families: [
      'GET /affiliate_partner/campaigns/{campaign_id}/products/{product_id}/creator/{creator_temp_id}/content/statistics/sample/status',
    ],
    primary: ['creator.collaboration'],
    reason: 'The state of a creator’s sample; its parcel comes along.',
  },
  {
    families: ['POST /affiliate_partner/orders/search', 'POST /affiliate_partner/cap_order/search'],
    primary: ['creator.collaboration', 'creator.earnings'],
    reason:
      'For a partner an affiliate order is what its campaign’s creators brought about, and what they earned.',
  },
  {
    families: ['* /analytics/live_rooms/{live_room_id}/*'],
    primary: ['creator.performance', 'analytics.shop'],
    reason: 'Statistics of one creator’s LIVE room, read with that creator’s token.',
  },
];

const globalSelling: readonly PrimaryCorrection[] = [
  {
    families: ['* /gs_full_service_shipment/*'],
    primary: ['product.catalog'],
    reason: 'Goods on their way to the platform’s warehouse, as with FBT inbound: no buyer has a part in it.',
  },
];

/** In the order in which they are tried. */
export const primaryCorrections: readonly PrimaryCorrection[] = [
  ...orders,
  ...fulfillment,
  ...logistics,
  ...aftersales,
  ...conversations,
  ...connection,
  ...products,
  ...fbt,
  ...pharmacy,
  ...creators,
  ...globalSelling,
];
