import type { Access, CategoryId, PurposeKind } from '@leastscope/scope-catalog';

/**
 * The rationale of each purpose, written in prose in its source, as data. Checked by hand against the prose. What it names
 * neither as needed nor as optional is never part of the purpose.
 */
export interface PurposeReading {
  readonly optional: readonly CategoryId[];
  readonly access: readonly Access[];
  readonly operations: readonly string[];
  readonly advice: string;
}

const both: readonly Access[] = ['read', 'write'];

const shop: Readonly<Record<PurposeKind, PurposeReading>> = {
  shop_connection: {
    optional: [],
    access: both,
    operations: ['list shops', 'get and renew tokens', 'set and remove webhooks', 'unlink a shop'],
    advice:
      'The baseline of every app type; the official guides ask for Shop Authorized Information and Global Shop Information.',
  },
  product_listing: {
    optional: ['product.compliance_contact', 'seller.address'],
    access: both,
    operations: ['read, create, change and delete products', 'read categories', 'upload images'],
    advice:
      'Compliance contacts are for EU listings, the location for choosing a stock warehouse. Declare order_management for order sync.',
  },
  inventory_sync: {
    optional: ['buyer.purchase'],
    access: both,
    operations: ['search products', 'update stock and prices', 'follow order status by webhook'],
    advice: 'Order webhooks carry ids only: taking stock off needs the order lines, never the address.',
  },
  promotions: {
    optional: ['analytics.shop'],
    access: both,
    operations: ['read and change promotions', 'read coupons'],
    advice: 'Buyers are addressed by segment, not one by one.',
  },
  product_compliance: {
    optional: [],
    access: both,
    operations: ['read and change manufacturers and responsible persons', 'check listings'],
    advice: 'A responsible person became mandatory for selected EU categories in 2026.',
  },
};

const orders: Readonly<Record<PurposeKind, PurposeReading>> = {
  order_management: {
    optional: ['buyer.id', 'buyer.email_alias', 'buyer.content', 'buyer.address_area', 'buyer.name'],
    access: both,
    operations: ['read orders', 'follow order status by webhook', 'cancel orders'],
    advice:
      'The order note, the area (tax, routing) and the name (pick lists) are extras; street, phone and full name belong to shipping_seller.',
  },
  shipping_seller: {
    optional: ['order.document', 'buyer.content'],
    access: both,
    operations: ['read orders', 'create packages', 'mark as shipped', 'report tracking'],
    advice:
      'Keep the address only until delivery and the end of the return window; in the US the platform masks it again 30 days after completion.',
  },
  shipping_platform: {
    optional: ['buyer.address_area'],
    access: both,
    operations: ['create and ship packages', 'download shipping documents', 'choose handover slots'],
    advice:
      'The label already holds the masked address: whether an order can ship follows from its status, not from its address.',
  },
  warehouse_management: {
    optional: ['buyer.name', 'buyer.address_street', 'buyer.address_area', 'business.contact'],
    access: both,
    operations: [
      'search and read packages',
      'read and change stock',
      'plan inbound shipments',
      'confirm packages',
    ],
    advice:
      'Name and address only where the warehouse prints its own label; then declare shipping_seller too.',
  },
  mcf_fulfilment: {
    optional: [],
    access: both,
    operations: ['create, follow and cancel multi-channel orders'],
    advice: 'Here the app hands personal data to the platform: tell the people concerned.',
  },
  pod_dropship: {
    optional: ['buyer.content'],
    access: both,
    operations: ['read orders', 'mark as shipped'],
    advice:
      'Passing the order on to a producer must be declared; with platform shipping the label (order.document) replaces the address.',
  },
  returns_refunds: {
    optional: ['buyer.content', 'buyer.id', 'seller.address', 'order.document'],
    access: both,
    operations: ['search returns and cancellations', 'approve and reject', 'calculate refunds'],
    advice: 'The return endpoints hold no name and no address.',
  },
  epharmacy: {
    optional: ['buyer.name'],
    access: both,
    operations: ['update prescription status', 'read and change pharmacies', 'read consultation providers'],
    advice:
      'Special-category data: it needs a declaration of its own and must not serve marketing or analytics.',
  },
};

const buyers: Readonly<Record<PurposeKind, PurposeReading>> = {
  customer_service: {
    optional: ['buyer.aftersale', 'promotion.campaign'],
    access: both,
    operations: [
      'read, answer and mark conversations',
      'follow new messages by webhook',
      'look up orders and products',
    ],
    advice:
      'The official guide shows order id, status, creation time, total, product, SKU and quantity only. The Customer Service package is granted on request.',
  },
  customer_engagement: {
    optional: ['buyer.address_area'],
    access: both,
    operations: ['read orders for segments', 'create engagement tasks', 'send messages', 'read performance'],
    advice: 'The relay address is the only addressee; each buyer may be addressed only so often a week.',
  },
  reviews_import: {
    optional: [],
    access: both,
    operations: ['upload media', 'import and remove reviews'],
    advice:
      'Here the app hands personal data to the platform; the display name is shown partly masked, so hand over no full name.',
  },
};

const money: Readonly<Record<PurposeKind, PurposeReading>> = {
  accounting_finance: {
    optional: ['buyer.purchase', 'buyer.address_area', 'creator.earnings'],
    access: ['read'],
    operations: ['read statements, payments, withdrawals and transactions'],
    advice:
      'The official guide asks for Finance Information beside the shop connection, and for no order scope: read orders only for totals that no statement carries.',
  },
  tax_invoicing: {
    optional: ['buyer.name', 'buyer.tax_id', 'buyer.address_street', 'order.document', 'buyer.payment'],
    access: both,
    operations: ['read orders and price details', 'upload invoices'],
    advice:
      'Name, tax id, street and payment are for countries whose invoices must show them, such as Brazil.',
  },
  erp: {
    optional: [
      'buyer.name',
      'buyer.phone',
      'buyer.address_street',
      'buyer.address_area',
      'order.document',
      'buyer.aftersale',
    ],
    access: both,
    operations: ['everything of order management, stock sync, accounting and one way of shipping'],
    advice: 'Declare the purposes it is made of instead of this one alone: they say more.',
  },
  analytics_reporting: {
    optional: [
      'buyer.purchase',
      'buyer.address_area',
      'seller.finance',
      'creator.performance',
      'creator.profile',
    ],
    access: ['read'],
    operations: ['read statistics'],
    advice:
      'Purchases and areas only after aggregation; the developer terms forbid aggregating end-user data for own ends and building profiles.',
  },
};

const creators: Readonly<Record<PurposeKind, PurposeReading>> = {
  affiliate_seller: {
    optional: ['creator.message', 'business.contact', 'shipment.tracking', 'order.reference'],
    access: both,
    operations: [
      'search creators',
      'manage collaborations',
      'review sample requests',
      'read affiliate orders',
    ],
    advice:
      'Use the open id, not the plain id. Affiliate packages are off until the app is approved for them.',
  },
  creator_outreach: {
    optional: ['creator.collaboration', 'product.catalog'],
    access: both,
    operations: ['list, read and send conversations', 'follow new messages by webhook'],
    advice: 'The list of conversations can leave out profile data: ask with only_need_conversation_id.',
  },
  affiliate_creator: {
    optional: ['creator.performance'],
    access: both,
    operations: [
      'manage the showcase',
      'ask for samples',
      'make links',
      'post videos and photos',
      'search orders',
    ],
    advice: 'Works with the creator’s own token.',
  },
  affiliate_partner: {
    optional: ['creator.earnings', 'business.contact'],
    access: both,
    operations: ['manage campaigns', 'review products', 'make links', 'read orders and performance'],
    advice: 'Contact data only of the partner itself.',
  },
};

export const purposeReadings: Readonly<Record<PurposeKind, PurposeReading>> = {
  ...shop,
  ...orders,
  ...buyers,
  ...money,
  ...creators,
};
