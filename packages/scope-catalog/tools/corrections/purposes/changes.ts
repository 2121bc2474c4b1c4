import type { CategoryId, PurposeKind } from '@leastscope/scope-catalog';

/** Where a purpose takes something else than its prose says. */
export interface PurposeChange {
  /** `*` for every kind. */
  readonly kinds: readonly PurposeKind[] | '*';
  readonly categories: readonly CategoryId[];
  readonly answer: 'needs' | 'optional' | 'never';
  readonly reason: string;
  readonly source: string;
}

const guides =
  'lazykern/ecommerce-api-docs:data/processed/tiktok/guides/developer-guide/developing-for-the-tiktok-shop-app-store/solution-guidance';
const page = (name: string): string =>
  `rioanandaputra-bot/tiktok-docs-mcp:docs/partner_tiktokshop_com/API Reference/${name}.json@a495059`;
const warehouses = `${guides}/enterprise-resource-planning-erp.md@eba059e (CAT-PRE-WAREHOUSE)`;
const orderPage = page('Orders/Get Order Detail');

/** What an official page or the shape of an answer shows. */
const shown: readonly PurposeChange[] = [
  {
    kinds: '*',
    categories: ['seller.identity', 'platform.reference'],
    answer: 'needs',
    reason: 'Whose shop it is and the platform’s own reference data come with every call.',
    source: page('Authorization/Get Authorized Shops'),
  },
  {
    kinds: ['product_listing', 'inventory_sync'],
    categories: ['seller.address'],
    answer: 'needs',
    reason:
      'The platform demands that the list of warehouses is read before products are synchronized: stock names a warehouse.',
    source: warehouses,
  },
  {
    kinds: ['order_management', 'pod_dropship'],
    categories: ['seller.address'],
    answer: 'optional',
    reason: 'Every order names the warehouse that it leaves.',
    source: warehouses,
  },
  {
    kinds: ['product_listing', 'inventory_sync', 'order_management', 'pod_dropship'],
    categories: ['business.contact'],
    answer: 'optional',
    reason: 'A contact person comes with every warehouse.',
    source: page('Logistics/Get Warehouse List'),
  },
  {
    kinds: ['inventory_sync'],
    categories: ['buyer.purchase'],
    answer: 'needs',
    reason: 'Which SKU was sold and how often stands in the order lines and nowhere else.',
    source: orderPage,
  },
  {
    kinds: ['accounting_finance'],
    categories: ['buyer.purchase'],
    answer: 'needs',
    reason: 'The total, the taxes and the discounts of an order are what is entered in the books.',
    source: orderPage,
  },
  {
    kinds: ['shipping_seller'],
    categories: ['order.document', 'buyer.payment'],
    answer: 'needs',
    reason:
      'A parcel leaves with its label, and a carrier has to know whether it collects the money at the door.',
    source: `${orderPage} | ${page('Fulfillment/Get Package Shipping Document')}`,
  },
  {
    kinds: ['shipping_platform', 'warehouse_management', 'pod_dropship'],
    categories: ['buyer.payment'],
    answer: 'optional',
    reason: 'Orders that are paid at the door are packed apart.',
    source: orderPage,
  },
  {
    kinds: ['returns_refunds'],
    categories: ['buyer.content'],
    answer: 'needs',
    reason: 'Whether a return is approved is decided by the pictures and words that the buyer sent with it.',
    source: page('Return and refund/Search Returns'),
  },
  {
    kinds: ['reviews_import'],
    categories: ['buyer.review'],
    answer: 'needs',
    reason: 'A review is published: a category of its own, so that chats are not allowed with it.',
    source: 'kwamkid/AooCommerce:api_doc_knowledge/Tiktok/review_rating.md@6dfd767',
  },
  {
    kinds: ['reviews_import'],
    categories: ['buyer.content'],
    answer: 'never',
    reason: 'What buyers write to the seller alone is customer service.',
    source: 'kwamkid/AooCommerce:api_doc_knowledge/Tiktok/review_rating.md@6dfd767',
  },
  {
    kinds: ['customer_service'],
    categories: ['analytics.shop'],
    answer: 'optional',
    reason: 'The official guide lets such an app show the figures of its service.',
    source: `${guides}/customer-service/app-features.md@eba059e (CS-ENG-CSPERF)`,
  },
  {
    kinds: ['warehouse_management'],
    categories: ['buyer.aftersale'],
    answer: 'optional',
    reason: 'The page on return authorizations names warehouse systems as those who read them.',
    source: 'unattributed-public-file:55735412068 (copy of the page, 2026-05-21)',
  },
  {
    kinds: ['tax_invoicing'],
    categories: ['shipment.tracking'],
    answer: 'optional',
    reason: 'An invoice is uploaded for a package, and Get Package Detail is how it is found.',
    source: page('Fulfillment/Upload Invoice'),
  },
  {
    kinds: ['affiliate_creator'],
    categories: ['creator.performance'],
    answer: 'needs',
    reason: 'The packages of creators’ LIVE and video data are made for it.',
    source: 'brunorsouza/tiktally-creators@2e3e939 (unattributed-public-file:69283286351)',
  },
];

const judged = 'judged: what comes with the operations of the purpose';

/** What some apps of a kind have a good reason for. None of it identifies a buyer beyond what the kind has already. */
const extras: readonly PurposeChange[] = [
  {
    kinds: ['order_management'],
    categories: ['buyer.payment', 'order.document', 'promotion.campaign', 'seller.finance'],
    answer: 'optional',
    reason: 'How an order was paid and discounted is part of its picture; labels are printed from the list.',
    source: judged,
  },
  {
    kinds: ['shipping_seller'],
    categories: ['product.catalog', 'buyer.aftersale', 'buyer.email_alias'],
    answer: 'optional',
    reason:
      'Weight and size of a product, cancellations before the parcel leaves, and an address for the carrier’s notices.',
    source: judged,
  },
  {
    kinds: ['shipping_platform'],
    categories: ['buyer.name', 'buyer.content', 'buyer.aftersale', 'product.catalog', 'business.contact'],
    answer: 'optional',
    reason: 'Pick lists, notes for the parcel, cancellations before it leaves, and the place of pick-up.',
    source: judged,
  },
  {
    kinds: ['warehouse_management'],
    categories: ['buyer.content'],
    answer: 'optional',
    reason: 'Notes for packing.',
    source: judged,
  },
  {
    kinds: ['pod_dropship'],
    categories: ['order.document', 'buyer.aftersale'],
    answer: 'optional',
    reason: 'With platform shipping the producer prints the label; cancelled orders are not produced.',
    source: judged,
  },
  {
    kinds: ['returns_refunds'],
    categories: ['product.catalog', 'seller.finance', 'buyer.address_area', 'business.contact'],
    answer: 'optional',
    reason: 'What comes back, what the refund costs, from which area, and who receives it.',
    source: judged,
  },
  {
    kinds: ['inventory_sync'],
    categories: ['buyer.aftersale', 'promotion.campaign'],
    answer: 'optional',
    reason: 'Cancelled and returned goods go back into stock; promotions set prices and reserve quantities.',
    source: judged,
  },
  {
    kinds: ['product_listing'],
    categories: ['promotion.campaign', 'analytics.shop'],
    answer: 'optional',
    reason: 'Prices depend on promotions, and texts are improved by what sells.',
    source: judged,
  },
  {
    kinds: ['mcf_fulfilment'],
    categories: ['buyer.purchase', 'seller.address', 'business.contact'],
    answer: 'optional',
    reason: 'What was bought elsewhere, and from where it would leave otherwise.',
    source: judged,
  },
  {
    kinds: ['epharmacy'],
    categories: ['buyer.id', 'buyer.aftersale', 'buyer.content', 'product.catalog', 'shipment.tracking'],
    answer: 'optional',
    reason: 'Prescriptions are sent as pictures, and orders of medicine are cancelled and shipped too.',
    source: judged,
  },
  {
    kinds: ['customer_service'],
    categories: [
      'buyer.name',
      'buyer.address_area',
      'buyer.email_alias',
      'seller.address',
      'credential.token',
    ],
    answer: 'optional',
    reason: 'Agents greet by name, say where a parcel is and where a return goes, and upload pictures.',
    source: judged,
  },
  {
    kinds: ['customer_engagement'],
    categories: ['order.reference', 'buyer.id'],
    answer: 'optional',
    reason: 'Segments are made from orders.',
    source: judged,
  },
  {
    kinds: ['reviews_import'],
    categories: ['order.reference'],
    answer: 'optional',
    reason: 'A review may name its order.',
    source: judged,
  },
  {
    kinds: ['accounting_finance'],
    categories: [
      'product.catalog',
      'buyer.aftersale',
      'buyer.payment',
      'promotion.campaign',
      'order.document',
      'seller.tax_id',
      'analytics.shop',
    ],
    answer: 'optional',
    reason: 'Cost of goods, refunds, ways of payment, discounts, invoices and the seller’s own tax number.',
    source: judged,
  },
  {
    kinds: ['tax_invoicing'],
    categories: [
      'seller.tax_id',
      'seller.address',
      'product.catalog',
      'buyer.aftersale',
      'buyer.email_alias',
    ],
    answer: 'optional',
    reason: 'An invoice names the seller, the goods and their credits, and has to be sent.',
    source: judged,
  },
  {
    kinds: ['erp'],
    categories: [
      'business.contact',
      'buyer.id',
      'buyer.email_alias',
      'buyer.payment',
      'buyer.tax_id',
      'promotion.campaign',
      'analytics.shop',
      'product.compliance_contact',
      'seller.bank_account',
      'seller.tax_id',
      'creator.earnings',
    ],
    answer: 'optional',
    reason: 'Part of one of the purposes that it is made of.',
    source: judged,
  },
  {
    kinds: ['analytics_reporting'],
    categories: [
      'order.reference',
      'buyer.aftersale',
      'promotion.campaign',
      'creator.id_open',
      'creator.collaboration',
      'creator.earnings',
    ],
    answer: 'optional',
    reason: 'Reports on returns, campaigns and creators.',
    source: judged,
  },
  {
    kinds: ['affiliate_seller'],
    categories: ['analytics.shop'],
    answer: 'optional',
    reason: 'What creators brought about is compared with the rest of the shop.',
    source: judged,
  },
  {
    kinds: ['creator_outreach'],
    categories: ['creator.id_plain', 'creator.performance', 'promotion.campaign', 'business.contact'],
    answer: 'optional',
    reason: 'Ids in chats are plain, whatever the app does; offers name a campaign and whom to ask.',
    source: judged,
  },
  {
    kinds: ['affiliate_creator'],
    categories: [
      'creator.message',
      'order.reference',
      'promotion.campaign',
      'analytics.shop',
      'shipment.tracking',
      'credential.token',
    ],
    answer: 'optional',
    reason: 'Chats with sellers, parcels of samples, and uploads of videos.',
    source: judged,
  },
  {
    kinds: ['affiliate_partner'],
    categories: ['order.reference', 'creator.message', 'shipment.tracking', 'analytics.shop'],
    answer: 'optional',
    reason: 'Orders that campaigns brought about, chats with creators, parcels of samples.',
    source: judged,
  },
];

/** In the order in which they are applied. */
export const purposeChanges: readonly PurposeChange[] = [...shown, ...extras];
