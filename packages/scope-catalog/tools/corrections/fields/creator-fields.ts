import { all, openApi, page } from './field-correction.js';
import type { FieldCorrection } from './field-correction.js';

const partnerOrder = 'data.sku_orders[]';
const applied = 'data.sample_applications[].creator';
const invited = 'data.target_collaboration.creators[]';

const sold = 'data.orders[].skus[]';
const shown = 'data.products[]';
const posted = 'data.fulfillments[].content';

/** Fields of the affiliate modules: who the creator is was counted among what the creator earns or does. */
export const creatorFields: readonly FieldCorrection[] = [
  {
    endpoints: ['POST /affiliate_partner/202603/orders/search'],
    gone: ['data.orders[].*'],
    holds: {
      ...all('creator.profile', `${partnerOrder}.creator_username`),
      ...all('order.reference', `${partnerOrder}.id`),
      ...all(
        'creator.collaboration',
        `${partnerOrder}.campaign_id ${partnerOrder}.content_id ${partnerOrder}.content_type`,
      ),
    },
    confidence: 'documented',
    source: page('Affiliate partner/Search Tap Affiliate Orders'),
    reason: 'This version answers with a flat list of sku orders; the rows were those of version 202411.',
  },
  {
    endpoints: ['POST /affiliate_partner/202603/cap_order/search'],
    holds: {
      ...all('creator.profile', `${partnerOrder}.creator_username`),
      ...all('order.reference', `${partnerOrder}.id`),
      ...all(
        'creator.collaboration',
        `${partnerOrder}.content_id ${partnerOrder}.content_type ${partnerOrder}.open_collaboration_id
         ${partnerOrder}.target_collaboration_id`,
      ),
    },
    confidence: 'documented',
    source: page('Affiliate partner/Search CAP Affiliate Orders'),
    reason: 'The page lists the fields; only the operation’s name had been judged.',
  },
  {
    endpoints: ['GET /affiliate_partner/202508/campaigns/{campaign_id}/products/{product_id}/performance'],
    gone: ['data.promotion_creators[].creator.creator_temp_id'],
    holds: all('creator.id_open', 'data.promotion_creators[].creator.creator_open_id'),
    confidence: 'documented',
    source: page('Affiliate partner/Get Affiliate Campaign Creator Fulfillment Status Info'),
    reason: 'From this version on the creator comes with the open id; the row was that of an older one.',
  },
  {
    endpoints: ['GET /affiliate_partner/202501/campaigns/{campaign_id}/products/performance'],
    holds: all('promotion.campaign', '*'),
    confidence: 'documented',
    source: page('Affiliate partner/Get Affiliate Campaign Creator Fulfillment Status List'),
    reason: 'Sums of products and numbers of creators; no creator is named.',
  },
  {
    endpoints: ['GET /analytics/202509/shop_products/{product_id}/performance'],
    holds: all('creator.profile', 'data.performance.top_creators[].creator_profile'),
    confidence: 'documented',
    source: page('Analytics/Get Shop Product Performance Detail'),
    reason: 'By its description the address of the creator’s profile picture.',
  },
  {
    endpoints: [
      'POST /affiliate_seller/202409/sample_applications/search',
      'POST /affiliate_seller/202507/sample_applications/search',
      'POST /affiliate_seller/202508/sample_applications/search',
    ],
    holds: all(
      'creator.performance',
      `${applied}.content_count ${applied}.gmv.amount ${applied}.gmv.currency`,
    ),
    confidence: 'documented',
    source: openApi('affiliate_seller'),
    reason: 'Figures of the creator, like the follower count beside them.',
  },
  {
    endpoints: [
      'GET /affiliate_seller/202409/target_collaborations/{target_collaboration_id}',
      'GET /affiliate_seller/202412/target_collaborations/{target_collaboration_id}',
      'GET /affiliate_seller/202508/target_collaborations/{target_collaboration_id}',
    ],
    holds: all(
      'creator.collaboration',
      `${invited}.collaboration_status ${invited}.content_product_count
       ${invited}.product_effective_status ${invited}.showcase_product_count`,
    ),
    confidence: 'documented',
    source: openApi('affiliate_seller'),
    reason: 'What one creator made of an invitation, not the seller’s campaign.',
  },
  {
    endpoints: ['GET /analytics/202403/videos/performances'],
    holds: all('creator.performance', '*'),
    confidence: 'documented',
    source: page('Analytics/Get Video Performances'),
    reason: 'Takes a creator’s token and answers for that creator’s own videos.',
  },
  {
    endpoints: ['GET /product/202604/opportunities/{opportunity_id}'],
    holds: all('creator.collaboration', 'data.opportunity.content_data.top_shoppable_video_links[]'),
    confidence: 'inferred',
    source: page('Products/Get Opportunity Detail'),
    reason: 'Links to creators’ videos; that they point to a person is our reading.',
  },
  {
    endpoints: [
      'POST /affiliate_creator/202410/orders/search',
      'POST /affiliate_creator/202505/orders/trace/search',
      'POST /affiliate_seller/202410/orders/search',
    ],
    holds: {
      ...all('creator.earnings', `${sold}.*`),
      ...all('creator.collaboration', `${sold}.content_type`),
      ...all('product.catalog', `${sold}.product_id`),
    },
    confidence: 'documented',
    source: openApi('affiliate_creator'),
    reason:
      'Which product it was is nobody’s earning, and the kind of content is a part of the collaboration.',
  },
  {
    endpoints: [
      'POST /affiliate_creator/202410/orders/search',
      'POST /affiliate_creator/202505/orders/trace/search',
    ],
    holds: {
      ...all('product.catalog', `${sold}.id ${sold}.product_name`),
      ...all('seller.identity', `${sold}.shop_name`),
    },
    confidence: 'documented',
    source: openApi('affiliate_creator'),
    reason: 'Products and the shop counted with the rest, as a creator’s earning.',
  },
  {
    endpoints: ['POST /affiliate_creator/202505/orders/trace/search'],
    holds: all('creator.collaboration', `${sold}.trace.*`),
    confidence: 'documented',
    source: openApi('affiliate_creator'),
    reason: 'Names the publisher, or the link, through which the order came.',
  },
  {
    endpoints: ['GET /affiliate_creator/202405/showcases/products'],
    holds: {
      ...all('creator.collaboration', `${shown}.collaboration.id ${shown}.collaboration.type`),
      ...all('creator.earnings', `${shown}.commission.*`),
    },
    confidence: 'documented',
    source: openApi('affiliate_creator'),
    reason: 'In what a creator shows, the collaboration and the commission are that creator’s.',
  },
  {
    endpoints: ['GET /affiliate/202309/showcases/products', 'GET /affiliate/202309/live_rooms/products'],
    holds: all('creator.earnings', `${shown}.commission.*`),
    confidence: 'documented',
    source: openApi('affiliate'),
    reason: 'In what a creator shows, the commission is that creator’s.',
  },
  {
    endpoints: ['GET /analytics/202309/live_rooms/{live_room_id}/product_stats'],
    holds: {
      ...all('creator.performance', 'data.product_stats[].*'),
      ...all(
        'product.catalog',
        `data.product_stats[].product_id data.product_stats[].product_name
         data.product_stats[].main_image_url`,
      ),
    },
    confidence: 'documented',
    source: openApi('analytics'),
    reason: 'Which product it was says nothing of the creator; what it sold in that creator’s room does.',
  },
  {
    endpoints: ['POST /affiliate_seller/202409/sample_applications/{application_id}/fulfillments/search'],
    holds: all(
      'creator.performance',
      `${posted}.comment_count ${posted}.like_count ${posted}.paid_order_count ${posted}.view_count`,
    ),
    confidence: 'documented',
    source: openApi('affiliate_seller'),
    reason: 'Figures of one creator’s post, as in the statistics of a campaign’s content.',
  },
  {
    endpoints: ['POST /affiliate_creator/202505/videos/video_files'],
    direction: 'request',
    holds: all('creator.collaboration', 'form.data'),
    confidence: 'documented',
    source: openApi('affiliate_creator'),
    reason: 'The video that a creator is about to post.',
  },
];
