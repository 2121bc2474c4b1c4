import { all, openApi, page } from './field-correction.js';
import type { FieldCorrection } from './field-correction.js';

const tax = 'data.tax_information';
const privileged = 'data.orders[]';
const record = 'product_review.review_records[]';
const reviews = ['POST /review_rating/202410/product_reviews', 'POST /review_rating/202508/product_reviews'];

const line = 'data.orders[].line_items[]';
const person = 'data.responsible_persons[]';

/** Fields of orders, shops, shipping and stock. */
export const shopFields: readonly FieldCorrection[] = [
  {
    endpoints: [
      'GET /order/202309/orders',
      'GET /order/202507/orders',
      'GET /order/202309/privileged_orders',
      'POST /order/202309/orders/search',
    ],
    holds: all(
      'order.reference',
      `${line}.id ${line}.display_status ${line}.package_id ${line}.package_status ${line}.rts_time
       ${line}.shipping_provider_id ${line}.shipping_provider_name`,
    ),
    confidence: 'documented',
    source: openApi('order'),
    reason:
      'Ids, states and the carrier of a line, not what was bought; they counted with the rest of the line.',
  },
  {
    endpoints: ['GET /order/202309/orders', 'GET /order/202507/orders', 'POST /order/202309/orders/search'],
    holds: all('order.reference', `${line}.handling_duration_days`),
    confidence: 'documented',
    source: openApi('order'),
    reason: 'How long the seller may take, not what was bought.',
  },
  {
    endpoints: ['GET /fbt/202601/mcf_outbound_orders'],
    holds: all('buyer.purchase', 'data.mcf_order.consign_orders[].goods[].*'),
    confidence: 'documented',
    source: openApi('fbt'),
    reason: 'What is in the parcel of one buyer, as the SKUs of a package are.',
  },
  {
    endpoints: ['POST /fbt/202601/mcf_outbound_orders'],
    direction: 'request',
    holds: all('buyer.purchase', 'goods[].id goods[].quantity'),
    confidence: 'documented',
    source: openApi('fbt'),
    reason: 'What is to be in the parcel of one buyer.',
  },
  {
    endpoints: ['POST /product/202409/compliance/responsible_persons/search'],
    holds: all('product.compliance_contact', `${person}.address.district`),
    confidence: 'documented',
    source: openApi('product'),
    reason: 'A part of the address that the table left out.',
  },
  {
    endpoints: ['POST /product/202501/compliance/responsible_persons/search'],
    holds: all('product.compliance_contact', `${person}.regional_profiles[].address.district`),
    confidence: 'documented',
    source: openApi('product'),
    reason: 'A part of the address that the table left out.',
  },
  {
    endpoints: [
      'POST /product/202409/compliance/responsible_persons',
      'POST /product/202409/compliance/responsible_persons/{responsible_person_id}/partial_edit',
    ],
    direction: 'request',
    holds: all('product.compliance_contact', 'address.district'),
    confidence: 'documented',
    source: openApi('product'),
    reason: 'A part of the address that the table left out.',
  },
  {
    endpoints: ['GET /order/202309/privileged_orders'],
    holds: all(
      'buyer.aftersale',
      `${privileged}.is_buyer_request_cancel ${privileged}.request_cancel_time
       ${privileged}.line_items[].cancel_reason ${privileged}.line_items[].cancel_user`,
    ),
    confidence: 'documented',
    source: openApi('order'),
    reason: 'A cancellation, as the same fields are in Get Order Detail.',
  },
  {
    endpoints: ['GET /finance/202504/tax_information'],
    holds: {
      ...all('seller.tax_id', `${tax}.tax_numbers[].tax_number ${tax}.tax_numbers[].recent_audit.tax_number`),
      ...all('seller.identity', `${tax}.business_entity.business_name`),
    },
    confidence: 'documented',
    source: openApi('finance'),
    reason: 'The number is described as that of a company or of a person.',
  },
  {
    endpoints: ['POST /fbt/202601/mcf_outbound_orders'],
    direction: 'request',
    holds: all('buyer.address_area', 'consignee.address.district_or_county'),
    confidence: 'documented',
    source: page('Fulfilled by TikTok (FBT)/Create FBT MCF Order'),
    reason: 'A part of the address that the table left out.',
  },
  {
    endpoints: ['GET /fulfillment/202508/tts_tracking_validation'],
    direction: 'request',
    holds: all('shipment.tracking', 'query.tracking_number'),
    confidence: 'documented',
    source: page('Fulfillment/TTS Tracking Validation'),
    reason: 'The request hands over the number of a parcel.',
  },
  {
    endpoints: ['POST /fulfillment/202609/order/sof/track/update'],
    direction: 'request',
    holds: {
      ...all('order.reference', 'order_id'),
      ...all('shipment.tracking', 'external_tracking_url tracks[].*'),
      ...all('order.document', 'tracks[].proof_url'),
    },
    confidence: 'single-source',
    source: 'unattributed-public-file:70852536199 (specification of 2026-10-01)',
    reason: 'The only text that shows the body; the proof of delivery is a picture at the recipient’s door.',
  },
  {
    endpoints: ['POST /fbt/202607/goods/create_goods'],
    direction: 'request',
    gone: ['create_goods_dto_list[].shelf_life_attribute_info.return_address_info.*'],
    confidence: 'single-source',
    source: 'meihei3/tiktok-shop-release-notes-rss:docs/rss/changelog.xml@77ecea5 (release note t8h58fcy)',
    reason: 'This version no longer takes the contact for returns; the rows were those of version 202603.',
  },
  {
    endpoints: ['POST /fbt/202607/goods/update_goods_info'],
    direction: 'request',
    gone: ['update_goods_dto.shelf_life_attribute_info.return_address_info.*'],
    confidence: 'single-source',
    source: 'meihei3/tiktok-shop-release-notes-rss:docs/rss/changelog.xml@77ecea5 (release note t8h58fcy)',
    reason: 'This version no longer takes the contact for returns; the rows were those of version 202603.',
  },
  {
    endpoints: ['GET /logistics/202309/global_warehouses'],
    holds: all('seller.identity', '*'),
    confidence: 'documented',
    source: page('Logistics/Get Global Seller Warehouse'),
    reason: 'Id, name and ownership of each warehouse; no address.',
  },
  {
    endpoints: ['POST /return_refund/202603/aftersales/search'],
    holds: all('buyer.purchase', 'data.aftersales_requests[].line_items[].*'),
    confidence: 'documented',
    source: 'copy of the docv2 page, unattributed-public-file:55773542887',
    reason: 'The items of the request, which come when the request asks for them.',
  },
  {
    endpoints: ['POST /return_refund/202603/rma/search', 'POST /return_refund/202604/rma/search'],
    holds: {
      ...all('buyer.purchase', 'data.return_merchandise_authorizations[].line_items[].*'),
      ...all('order.reference', 'data.return_merchandise_authorizations[].package_id'),
    },
    confidence: 'documented',
    source: 'copy of the docv2 page, unattributed-public-file:55735412068',
    reason: 'The items of the parcel, which come when the request asks for them.',
  },
  {
    endpoints: reviews,
    direction: 'request',
    holds: all(
      'buyer.review',
      `${record}.content ${record}.title ${record}.rating ${record}.image_uris[] ${record}.video_uris[]`,
    ),
    confidence: 'documented',
    source: openApi('review_rating'),
    reason: 'A published review, not what a buyer writes to the seller.',
  },
  {
    endpoints: ['POST /review_rating/202410/media/upload'],
    direction: 'request',
    holds: all('buyer.review', 'form.data'),
    confidence: 'documented',
    source: openApi('review_rating'),
    reason: 'The picture of a published review.',
  },
];
