import type { CategoryId, Field } from '@leastscope/scope-catalog';

/**
 * What a name means wherever some operations have it, at every version that the OpenAPI set shows: one row for a fault that
 * would come back with the next version. It speaks only where no row of the field's own does.
 */
export interface FieldKind {
  /** Patterns as in the primary corrections. */
  readonly families: readonly string[];
  readonly direction?: Field['direction'];
  /** Of the whole path. */
  readonly pattern: RegExp;
  readonly category: CategoryId;
  readonly reason: string;
}

const affiliateOrders = [
  'POST /affiliate_creator/orders/*',
  'POST /affiliate_partner/cap_order/search',
  'POST /affiliate_partner/orders/search',
  'POST /affiliate_seller/orders/search',
];
const campaignProduct = '/affiliate_partner/campaigns/{campaign_id}/products/{product_id}';
const promoted = [`GET ${campaignProduct}/performance`];
const suppliers = [
  'GET /gs_full_service_commodity/supplier_manufacturers',
  'GET /gs_full_service_commodity/supplier_rps',
];

export const fieldKinds: readonly FieldKind[] = [
  {
    families: affiliateOrders,
    pattern: /\.(campaign_id|content_id|content_type|(open|target)_collaboration_id)$/,
    category: 'creator.collaboration',
    reason:
      'By what content and under which agreement an order came is the collaboration, not what it earned.',
  },
  {
    families: affiliateOrders,
    pattern: /\.product_(id|name)$|\.skus(\[\])?\.id$/,
    category: 'product.catalog',
    reason: 'Which product it was is nobody’s earning.',
  },
  {
    families: affiliateOrders,
    pattern: /\.shop_name$/,
    category: 'seller.identity',
    reason: 'Which shop sold it is nobody’s earning.',
  },
  {
    families: affiliateOrders,
    pattern: /^data\.orders\[\]\.(line_items\[\]\.)?id$/,
    category: 'order.reference',
    reason: 'The id of an order or of its line is no earning.',
  },
  {
    families: [`GET ${campaignProduct}/creator/{creator_temp_id}/content/statistics`],
    pattern: /\.(content_type|published_date|content_end_date)$/,
    category: 'creator.collaboration',
    reason: 'What a creator posted and when, like the links beside it; the figures of a post say how it did.',
  },
  {
    families: promoted,
    pattern: /\.promotion_creators\[\]\.(effective_(start|end)_time|free_sample_status)$/,
    category: 'creator.collaboration',
    reason: 'From when to when a creator takes part, and the state of the sample, are no figures.',
  },
  {
    families: promoted,
    pattern: /\.promotion_creators\[\]\.commission$/,
    category: 'creator.earnings',
    reason: 'The rate at which one creator is paid.',
  },
  {
    families: promoted,
    pattern: /\.affiliate_product_id$/,
    category: 'product.catalog',
    reason: 'Which product it was says nothing of the creator.',
  },
  {
    families: promoted,
    pattern: /^data\.total_creator_count$/,
    category: 'promotion.campaign',
    reason: 'A sum over all creators.',
  },
  {
    families: ['GET /affiliate_creator/samples/labels'],
    pattern: /\.sample_sku_list\[\]\./,
    category: 'product.catalog',
    reason: 'What a seller offers as samples, not what the creator applied for.',
  },
  {
    families: ['GET /affiliate_seller/open_collaborations/creator_content_details'],
    pattern: /^data\.product\./,
    category: 'product.catalog',
    reason: 'The product that was asked for stands beside the list of creators, not in it.',
  },
  {
    families: ['POST /affiliate_seller/sample_applications/search'],
    pattern: /\.available_quantity$/,
    category: 'product.catalog',
    reason: 'How many samples are left says nothing of the creator.',
  },
  {
    families: ['GET /analytics/live_rooms/{live_room_id}/product_stats'],
    pattern: /\.(inventory_left_count|sellable_region)$/,
    category: 'product.catalog',
    reason: 'What is left of a product and where it is sold says nothing of the creator.',
  },
  {
    families: suppliers,
    pattern: /\.(id|version|create_time|update_time|default_RP)$/,
    category: 'product.catalog',
    reason:
      'The id and dates of a record, as in the list of responsible persons, are nobody’s name or address.',
  },
  {
    families: ['POST /affiliate_creator/videos/video_files'],
    pattern: /\.md5$/,
    category: 'platform.reference',
    reason: 'Tells only whether the upload arrived whole.',
  },
  {
    families: ['POST /affiliate_creator/videos'],
    direction: 'request',
    pattern: /^video_info\.title$/,
    category: 'creator.collaboration',
    reason: 'The caption of what a creator posts.',
  },
  {
    families: ['POST /affiliate_creator/affiliate_sharing_links/publisher/{publisher_id}/generate_batch'],
    direction: 'request',
    pattern: /^path\.publisher_id$/,
    category: 'creator.collaboration',
    reason: 'Through whom a link is shared, as the trace of an order tells it.',
  },
  {
    families: ['POST /affiliate_seller/marketplace_creators/search'],
    direction: 'request',
    pattern: /^keyword$/,
    category: 'creator.profile',
    reason: 'By its description it is looked for among names of creators.',
  },
  {
    families: [
      'POST /product/compliance/manufacturers/search',
      'POST /product/compliance/responsible_persons/search',
    ],
    direction: 'request',
    pattern: /^keyword$/,
    category: 'product.compliance_contact',
    reason: 'By its description it is looked for among names, phone numbers and e-mail addresses.',
  },
];
