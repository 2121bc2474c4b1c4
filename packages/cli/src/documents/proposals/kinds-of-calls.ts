import type { PurposeKind } from '@leastscope/scope-catalog';

/**
 * Which kind of purpose an owner would name for a call, by method and path without its version. Our judgement, from what
 * the guides of the platform and public apps use the calls for; the first row that fits is taken.
 */
export interface KindOfCall {
  readonly calls: RegExp;
  /** The kind, unless the call only helps another purpose. */
  readonly kind: PurposeKind;
  /** Purposes that such a call helps, where the same file has calls of theirs. */
  readonly here?: readonly PurposeKind[];
  /** The same where any file of the app has. */
  readonly anywhere?: readonly PurposeKind[];
  /** Rows that look at others are settled in this order; those that look at none come first. */
  readonly after?: 1 | 2 | 3;
}

const shipping: readonly PurposeKind[] = ['shipping_seller', 'shipping_platform'];
const goods: readonly PurposeKind[] = ['product_listing', 'inventory_sync'];

export const kindsOfCalls: readonly KindOfCall[] = [
  { calls: / \/(?:authorization|event|api\/token)\//, kind: 'shop_connection' },
  { calls: / \/seller\/shop_creators/, kind: 'affiliate_seller' },
  { calls: / \/seller\/collections/, kind: 'product_listing' },
  { calls: / \/seller\//, kind: 'shop_connection' },

  { calls: / \/order\/pod_details|\/fulfillment\/pod_details/, kind: 'pod_dropship' },
  {
    calls: / \/order\/orders\/\{\}\/price_detail/,
    kind: 'order_management',
    here: ['order_management', 'accounting_finance'],
    after: 3,
  },
  {
    calls: /GET \/order\/orders(?:\/\{\})?$/,
    kind: 'order_management',
    here: [
      'order_management',
      ...shipping,
      'returns_refunds',
      'customer_service',
      'tax_invoicing',
      'digital_goods',
    ],
    after: 2,
  },
  { calls: / \/(?:order|data_reconciliation)\//, kind: 'order_management' },

  { calls: / \/fulfillment\/redeem_info/, kind: 'digital_goods' },
  { calls: / \/fulfillment\/orders\/customs_info/, kind: 'customs_crossborder' },
  { calls: / \/fulfillment\/(?:first_mile_bundle|last_mile_bundles|bundles)/, kind: 'customs_crossborder' },
  { calls: / \/fulfillment\/invoice/, kind: 'tax_invoicing' },
  {
    calls:
      /POST \/fulfillment\/(?:orders\/\{\}\/(?:packages|shipping_info)|packages\/(?:\{\}\/shipping_info|deliver)|order\/sof|files|images)/,
    kind: 'shipping_seller',
  },
  {
    calls: / \/fulfillment\/.*(?:shipping_documents|handover_time_slots|shipping_services|schedule)/,
    kind: 'shipping_platform',
  },
  // Whose warehouses they are, the other calls tell: every stock, listing and parcel names one.
  {
    calls: /GET \/(?:logistics|fulfillment)\/(?:global_warehouses|warehouses|get_warehouse_list)$/,
    kind: 'inventory_sync',
    here: [...shipping, ...goods, 'warehouse_management', 'order_management'],
    anywhere: [...goods, ...shipping, 'warehouse_management', 'order_management'],
    after: 3,
  },
  {
    calls: / \/logistics\/(?:seller_template|addresses|warehouses$|warehouses\/\{\}$)/,
    kind: 'warehouse_management',
    here: goods,
    anywhere: goods,
    after: 1,
  },
  {
    calls: /GET \/logistics\/(?:delivery_options|warehouses\/\{\}|shipping_providers)/,
    kind: 'shipping_seller',
    here: shipping,
    anywhere: shipping,
    after: 1,
  },
  {
    calls: /GET \/(?:fulfillment|logistics)\/|\/packages\/search/,
    kind: 'shipping_platform',
    here: [...shipping, 'warehouse_management', 'order_management'],
    anywhere: [...shipping, 'warehouse_management'],
    after: 1,
  },
  {
    calls: / \/fulfillment\//,
    kind: 'shipping_platform',
    here: [...shipping, 'warehouse_management'],
    anywhere: shipping,
    after: 1,
  },

  { calls: / \/product\/compliance/, kind: 'product_compliance' },
  {
    calls: / \/product\/(?:opportunities|products\/\{\}\/opportunities)|bestselling/,
    kind: 'product_research',
  },
  {
    calls:
      / \/product\/(?:products\/(?:seo_words|suggestions|diagnoses|diagnose_optimize)|candidate_products)/,
    kind: 'product_research',
    here: ['product_listing'],
    after: 1,
  },
  {
    calls: / \/product\/(?:inventory|products\/\{\}\/(?:inventory|prices)|products\/(?:stocks|prices))/,
    kind: 'inventory_sync',
    here: ['product_listing'],
    after: 1,
  },
  {
    calls: /(?:POST|GET) \/product\/(?:products\/search|products\/\{\}|products\/details)$/,
    kind: 'product_listing',
    here: [...goods, 'promotions', 'affiliate_seller', 'affiliate_creator', 'affiliate_partner'],
    anywhere: [...goods, 'product_research'],
    after: 2,
  },
  { calls: / \/[\w/]*\/reviews(?:\/|$)/, kind: 'customer_service' },
  // What a listing may say is asked by whoever shows products, too.
  {
    calls: /GET \/product\/(?:categories|brands|global_categories)/,
    kind: 'product_listing',
    here: [...goods, 'affiliate_seller', 'affiliate_creator', 'affiliate_partner'],
    anywhere: goods,
    after: 2,
  },
  { calls: / \/(?:product|gs_full_service_commodity)\//, kind: 'product_listing' },
  { calls: / \/gs_full_service_inventory\//, kind: 'inventory_sync' },
  { calls: / \/(?:gs_full_service_shipment|supply_chain)\//, kind: 'warehouse_management' },

  { calls: / \/finance\//, kind: 'accounting_finance' },
  { calls: / \/return_refund\//, kind: 'returns_refunds' },
  { calls: / \/customer_service\//, kind: 'customer_service' },
  { calls: / \/customer_engagement\//, kind: 'customer_engagement' },
  { calls: / \/promotion\//, kind: 'promotions' },
  { calls: / \/analytics\/(?:live_rooms|videos\/performances)/, kind: 'creator_analytics' },
  { calls: / \/analytics\//, kind: 'analytics_reporting' },
  {
    calls: / \/affiliate_seller\/(?:conversations|conversatons|conversation|creator_outreach|images|media)/,
    kind: 'creator_outreach',
  },
  { calls: / \/affiliate_seller\//, kind: 'affiliate_seller' },
  { calls: / \/affiliate_partner\//, kind: 'affiliate_partner' },
  { calls: / \/affiliate(?:_creator)?\//, kind: 'affiliate_creator' },
  { calls: / \/fbt\/.*mcf/, kind: 'mcf_fulfilment' },
  { calls: / \/fbt\//, kind: 'warehouse_management' },
  { calls: / \/epharmacy\//, kind: 'epharmacy' },
  { calls: / \/review_rating\//, kind: 'reviews_import' },
  {
    calls: / \/open\/file/,
    kind: 'customer_service',
    here: ['customer_service', 'affiliate_creator', 'creator_outreach'],
    after: 1,
  },
];
