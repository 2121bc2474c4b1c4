import type { Access, CategoryId, PurposeKind } from '@leastscope/scope-catalog';

/** A kind of purpose that the table lacks. What it neither needs nor may take is never part of it. */
export interface AddedPurpose {
  readonly kind: PurposeKind;
  readonly title: string;
  readonly definition: string;
  readonly dpvPurpose: string;
  readonly fidesDataUse: string;
  readonly needs: readonly CategoryId[];
  readonly optional: readonly CategoryId[];
  readonly access: readonly Access[];
  readonly operations: readonly string[];
  readonly advice: string;
  readonly source: string;
}

const both: readonly Access[] = ['read', 'write'];
const read: readonly Access[] = ['read'];
const terms =
  'lazykern/ecommerce-api-docs:data/processed/tiktok/guides/partner-guide/terms-and-policies/developer-terms-of-service.md@eba059e';
const judged = `judged: what public apps of this kind call | limits: ${terms}`;
const page = (name: string): string =>
  `rioanandaputra-bot/tiktok-docs-mcp:docs/partner_tiktokshop_com/API Reference/${name}.json@a495059`;

const reporting: readonly AddedPurpose[] = [
  {
    kind: 'channel_reporting',
    title: 'A seller’s own reporting across channels',
    definition:
      'Bring orders, payouts and figures of the shop into the seller’s report over all sales channels.',
    dpvPurpose: 'dpv:ServiceUsageAnalytics',
    fidesDataUse: 'analytics.reporting',
    needs: ['order.reference', 'buyer.purchase', 'product.catalog', 'analytics.shop', 'seller.finance'],
    optional: [
      'buyer.aftersale',
      'buyer.address_area',
      'shipment.tracking',
      'promotion.campaign',
      'creator.earnings',
      'creator.performance',
      'buyer.payment',
    ],
    access: read,
    operations: ['read orders, products and statistics', 'read statements'],
    advice:
      'The report needs what was sold, not who bought it: leave the address, the name and the ids behind.',
    source: judged,
  },
  {
    kind: 'data_warehouse',
    title: 'Export into a data warehouse',
    definition:
      'Copy orders and figures of the shop into the seller’s own warehouse for business intelligence.',
    dpvPurpose: 'dpv:RecordManagement',
    fidesDataUse: 'analytics.reporting',
    needs: ['order.reference', 'buyer.purchase', 'product.catalog', 'shipment.tracking', 'analytics.shop'],
    optional: [
      'buyer.aftersale',
      'buyer.address_area',
      'buyer.id',
      'buyer.payment',
      'seller.finance',
      'seller.address',
      'promotion.campaign',
      'creator.id_open',
      'creator.collaboration',
      'creator.performance',
      'creator.earnings',
    ],
    access: read,
    operations: ['read orders, packages, products and statistics'],
    advice:
      'Raw orders whole carry name, phone and street: copy named columns, and delete them when the seller withdraws.',
    source: judged,
  },
  {
    kind: 'ads_attribution',
    title: 'Advertising and attribution',
    definition: 'Tell which advertisement or creator brought about a sale, and report the value of sales.',
    dpvPurpose: 'dpv:Advertising',
    fidesDataUse: 'analytics.reporting.ad_performance',
    needs: ['order.reference', 'buyer.purchase', 'product.catalog', 'analytics.shop'],
    optional: [
      'promotion.campaign',
      'buyer.address_area',
      'creator.id_open',
      'creator.profile',
      'creator.collaboration',
      'creator.performance',
      'creator.earnings',
    ],
    access: read,
    operations: ['read orders and statistics'],
    advice: 'Report values and products; the developer terms forbid handing on what identifies a buyer.',
    source: judged,
  },
  {
    kind: 'creator_analytics',
    title: 'A creator’s LIVE and video figures',
    definition: 'Show creators how their own LIVE sessions, videos and links perform.',
    dpvPurpose: 'dpv:ServiceUsageAnalytics',
    fidesDataUse: 'analytics.reporting.content_performance',
    needs: [
      'creator.id_open',
      'creator.profile',
      'creator.performance',
      'creator.collaboration',
      'product.catalog',
    ],
    optional: ['creator.earnings', 'analytics.shop', 'promotion.campaign', 'order.reference'],
    access: read,
    operations: ['read statistics of LIVE rooms and videos', 'search the creator’s orders'],
    advice: 'Works with the creator’s own token, and for that creator alone.',
    source: 'brunorsouza/tiktally-creators@2e3e939 (unattributed-public-file:69283286351)',
  },
];

const selling: readonly AddedPurpose[] = [
  {
    kind: 'product_research',
    title: 'Product research and listing texts',
    definition: 'Find what to sell, and write titles, descriptions and pictures of listings.',
    dpvPurpose: 'dpv:CommercialResearch',
    fidesDataUse: 'analytics.reporting',
    needs: ['product.catalog', 'analytics.shop'],
    optional: ['promotion.campaign', 'creator.collaboration', 'creator.performance', 'creator.profile'],
    access: both,
    operations: ['read opportunities, best sellers and products', 'improve listings'],
    advice: 'Market figures and products are enough: no order has to be read.',
    source: `${page('Products/Get Opportunity Detail')} | limits: ${terms}`,
  },
  {
    kind: 'digital_goods',
    title: 'Digital goods and vouchers',
    definition: 'Deliver codes, vouchers and other goods that are sent as text.',
    dpvPurpose: 'dpv:RequestedServiceProvision',
    fidesDataUse: 'essential.service',
    needs: ['order.reference', 'buyer.purchase', 'product.catalog', 'credential.token'],
    optional: ['buyer.id', 'buyer.email_alias', 'buyer.aftersale', 'buyer.phone'],
    access: both,
    operations: ['read orders', 'report redeem codes'],
    advice: 'A code is worth money: never log it. Nothing is shipped, so no address is needed.',
    source: page('Fulfillment/Redeem Info Callback'),
  },
  {
    kind: 'customs_crossborder',
    title: 'Customs and cross-border forwarding',
    definition: 'Declare goods to customs and forward parcels across borders.',
    dpvPurpose: 'dpv:LegalCompliance',
    fidesDataUse: 'essential.legal_obligation',
    needs: [
      'order.reference',
      'buyer.purchase',
      'buyer.name',
      'buyer.address_street',
      'buyer.address_area',
      'shipment.tracking',
      'order.document',
      'product.catalog',
      'seller.address',
    ],
    optional: ['buyer.phone', 'buyer.tax_id', 'buyer.email_alias', 'seller.tax_id', 'business.contact'],
    access: both,
    operations: ['read orders and packages', 'read and hand in customs information'],
    advice:
      'The tax id is for countries whose customs ask for it; keep declarations no longer than the law demands.',
    source:
      'meihei3/tiktok-shop-release-notes-rss:docs/rss/changelog.xml@77ecea5 (customs information, July 2026)',
  },
  {
    kind: 'lending',
    title: 'Finance for sellers',
    definition: 'Judge and grant credit to a seller by the results of the shop.',
    dpvPurpose: 'dpv:CreditChecking',
    fidesDataUse: 'finance',
    needs: ['order.reference', 'seller.finance', 'seller.bank_account', 'analytics.shop'],
    optional: [
      'seller.tax_id',
      'seller.address',
      'business.contact',
      'buyer.purchase',
      'buyer.aftersale',
      'product.catalog',
    ],
    access: read,
    operations: ['read statements, payments and statistics'],
    advice:
      'Statements tell the turnover; single orders only where sums are not enough, and never who bought.',
    source: judged,
  },
];

const buyers: readonly AddedPurpose[] = [
  {
    kind: 'loyalty_crm',
    title: 'Customer relations and loyalty',
    definition: 'Keep the seller’s own record of customers, their orders and their points.',
    dpvPurpose: 'dpv:CustomerRelationshipManagement',
    fidesDataUse: 'marketing',
    needs: ['order.reference', 'buyer.id', 'buyer.email_alias', 'buyer.purchase', 'product.catalog'],
    optional: [
      'buyer.name',
      'buyer.profile',
      'buyer.address_area',
      'buyer.aftersale',
      'buyer.content',
      'promotion.campaign',
      'analytics.shop',
    ],
    access: both,
    operations: ['read orders', 'read and send messages'],
    advice:
      'For the seller’s own customers only: the developer terms forbid profiles and any joining of shops. The relay address is the key, not the phone.',
    source: judged,
  },
  {
    kind: 'review_requests',
    title: 'Asking buyers for reviews',
    definition: 'Ask buyers of delivered orders to review what they bought.',
    dpvPurpose: 'dpv:CustomerCare',
    fidesDataUse: 'marketing.communications',
    needs: ['order.reference', 'buyer.id', 'buyer.purchase', 'product.catalog', 'shipment.tracking'],
    optional: ['buyer.email_alias', 'buyer.aftersale', 'buyer.name', 'promotion.campaign', 'buyer.review'],
    access: both,
    operations: ['read orders', 'send messages'],
    advice: 'Whoever returned the goods is not asked; chats are read under customer_service.',
    source: judged,
  },
  {
    kind: 'fraud_claims',
    title: 'Fraud, claims and parcel insurance',
    definition: 'Contest chargebacks, claim lost parcels and find abuse of returns.',
    dpvPurpose: 'dpv:FraudPreventionAndDetection',
    fidesDataUse: 'essential.fraud_detection',
    needs: ['order.reference', 'buyer.purchase', 'buyer.aftersale', 'shipment.tracking'],
    optional: [
      'buyer.id',
      'buyer.content',
      'buyer.name',
      'buyer.address_area',
      'buyer.payment',
      'order.document',
      'seller.finance',
      'product.catalog',
    ],
    access: both,
    operations: ['search returns, refunds and cancellations', 'read orders and packages'],
    advice: 'A claim needs its own order and the proof of delivery, not the history of a buyer.',
    source: judged,
  },
  {
    kind: 'support_assistant',
    title: 'AI assistant for support',
    definition: 'Draft or send answers to buyers by a language model.',
    dpvPurpose: 'dpv:CommunicationForCustomerCare',
    fidesDataUse: 'essential.service.operations.support',
    needs: [
      'buyer.content',
      'buyer.id',
      'order.reference',
      'buyer.purchase',
      'product.catalog',
      'shipment.tracking',
    ],
    optional: [
      'buyer.profile',
      'buyer.aftersale',
      'buyer.address_area',
      'promotion.campaign',
      'analytics.shop',
      'credential.token',
    ],
    access: both,
    operations: ['read, answer and mark conversations', 'look up orders and products'],
    advice:
      'Whoever runs the model is a recipient to be declared; hand over the question and the state of the order, not the order whole.',
    source: judged,
  },
];

const general: readonly AddedPurpose[] = [
  {
    kind: 'ai_agent',
    title: 'Assistant that reads the shop',
    definition: 'Answer a seller’s questions about the shop by a language model.',
    dpvPurpose: 'dpv:RequestedServiceProvision',
    fidesDataUse: 'essential.service',
    needs: ['product.catalog', 'order.reference', 'analytics.shop'],
    optional: [
      'buyer.purchase',
      'buyer.aftersale',
      'shipment.tracking',
      'promotion.campaign',
      'seller.finance',
      'creator.collaboration',
      'creator.performance',
      'creator.profile',
    ],
    access: both,
    operations: ['read products, orders and statistics'],
    advice:
      'Whoever runs the model is a recipient to be declared; hand over figures and ids, and let the seller confirm what is changed.',
    source: judged,
  },
];

export const addedPurposes: readonly AddedPurpose[] = [...reporting, ...selling, ...buyers, ...general];
