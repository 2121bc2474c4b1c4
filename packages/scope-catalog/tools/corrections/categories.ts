import type { CategoryId, MarketLimit, Tier } from '@leastscope/scope-catalog';

/** What a composite category may hold. Everything else holds only itself. */
export const compositeHolds: Readonly<Record<string, readonly string[]>> = {
  // A label names the recipient and the street; an invoice may add the tax id.
  'order.document': ['buyer.name', 'buyer.phone', 'buyer.address_street', 'buyer.tax_id'],
};

/** The table of categories has no source column: all its rows were read from the same vocabularies. */
export const categorySource =
  'ethyca/fideslang:data_files@40394c4 | w3c/dpv:2.3@f01a55c | https://shopify.dev/docs/apps/launch/protected-customer-data';
export const categoryDate = '2026-02-26';

const orderPage = 'rioanandaputra-bot/tiktok-docs-mcp:docs/partner_tiktokshop_com/API Reference/Orders';

/** Categories whose fields the platform fills in some markets only. */
export const categoryMarkets: Readonly<Record<CategoryId, MarketLimit>> = {
  'buyer.tax_id': {
    codes: ['BR'],
    source: `${orderPage}/Get Order Detail.json@a495059 (cpf: only in the Brazil market)`,
    date: '2026-05-01',
  },
  'buyer.health': {
    codes: ['ID'],
    source:
      'kwamkid/AooCommerce:api_doc_knowledge/Tiktok/epharmacy.md@6dfd767 (the pharmacy of Indonesia) | rioanandaputra-bot/tiktok-docs-mcp:docs/partner_tiktokshop_com/API Reference/Products/Get Product.json@a495059 (prescription_requirement: only for Tokopedia)',
    date: '2026-08-24',
  },
};

export interface AddedCategory {
  readonly id: CategoryId;
  readonly title: string;
  readonly definition: string;
  readonly tier: Tier;
  readonly fideslangKey: string;
  readonly dpvTerm: string;
  readonly shopifyLevel: 0 | 1 | 2;
  readonly source: string;
  readonly date: string;
  readonly reason: string;
}

/** Categories that the table lacks. */
export const addedCategories: readonly AddedCategory[] = [
  {
    id: 'seller.tax_id',
    title: 'Seller tax or registration number',
    definition: 'Tax number or company registration number of a seller.',
    tier: 'personal',
    fideslangKey: 'user.government_id',
    dpvTerm: 'pd:OfficialID',
    shopifyLevel: 0,
    source:
      'npm:@tts-open-toolkit/cli@0.1.7:skills/tts-openapi-guide/references/oas/paths/finance.json (tax_number: of a company or of a person)',
    date: '2026-08-24',
    reason: 'The tax information of a seller was business data, but its number may be that of a person.',
  },
  {
    id: 'buyer.review',
    title: 'Product review',
    definition: 'Rating, text, pictures and video of a review that a buyer published.',
    tier: 'personal',
    fideslangKey: 'user.content.public',
    dpvTerm: 'pd:Opinion',
    shopifyLevel: 1,
    source:
      'ethyca/fideslang:data_files@40394c4 | w3c/dpv:2.3@f01a55c | kwamkid/AooCommerce:api_doc_knowledge/Tiktok/review_rating.md@6dfd767',
    date: '2026-08-24',
    reason:
      'A review is published; a chat or a note is not. In one category, importing reviews allowed the reading of chats.',
  },
];

/** Definitions that the added categories narrow. */
export const categoryDefinitions: Readonly<Record<CategoryId, string>> = {
  'buyer.content':
    'Text, images and video that a buyer wrote for the seller alone: order note, chat messages, return evidence, satisfaction feedback.',
};

/** What people should know of a category, in one sentence. The table's own notes are working notes. */
export const categoryNotes: Readonly<Record<CategoryId, string>> = {
  'analytics.shop':
    'Splits by age, gender or place describe groups; where a count is low they may still point to one person.',
  'business.contact': 'Personal data in a work context too.',
  'buyer.address_area':
    'In the United States the postal code and the finest districts are masked like the street; country, state and city stay visible.',
  'buyer.address_street':
    'The platform masks it by market, shipping type, order status and age of the order.',
  'buyer.content': 'Free text may hold anything, an address or an illness included.',
  'buyer.email':
    'Only on privileged orders whose buyer agreed, and in what an app sends for multi-channel orders.',
  'buyer.email_alias': 'An address that forwards to the buyer; it is never masked and can serve as a key.',
  'buyer.health':
    'Health data is a special category in data protection law; it comes from the pharmacy of Indonesia.',
  'buyer.id': 'The id of an order’s buyer finds other orders; the id in a chat does not.',
  'buyer.name': 'The recipient may be another person than the buyer, as with gifts.',
  'buyer.payment': 'In Brazil the authorization code and the end-to-end id lead to one single payment.',
  'buyer.phone': 'Masked where the platform ships.',
  'buyer.profile': 'In chats the same fields also show the shop and its agents.',
  'buyer.purchase': 'No longer personal once it is summed up over many buyers.',
  'buyer.tax_id': 'Needed for invoices in Brazil alone.',
  'creator.collaboration': 'Posts are public; who was asked to make them, and what came of it, is not.',
  'creator.earnings': 'The same figures are the seller’s costs.',
  'creator.id_open': 'Differs from app to app, by design.',
  'creator.id_plain':
    'The platform replaces it by the open id from the affiliate versions 202508 and 202509 on; ids in chats stay plain.',
  'creator.performance': 'Can be used to judge a person at work.',
  'creator.profile': 'Public, but personal data all the same.',
  'credential.token': 'Whoever has it has the data: never log it, never store it in clear.',
  'order.document':
    'Count on name, phone and street, and on the tax id in invoices; whether labels are masked is not documented.',
  'order.reference': 'A key to everything that is known of the buyer.',
  'product.compliance_contact': 'Published with the listing by law; may be a company or a person.',
  'promotion.campaign': 'Groups of buyers appear as names of groups only.',
  'seller.address': 'May be a home where the seller is one person.',
  'seller.bank_account': 'Documented as cut to the last four digits.',
  'seller.finance': 'Names orders by their ids; nothing of the buyers was found in it.',
  'seller.identity': 'Personal where the seller is one person.',
  'seller.tax_id': 'That of a person where the seller is one person.',
  'shipment.tracking': 'With a tracking number, the carrier’s page often shows the destination.',
};
