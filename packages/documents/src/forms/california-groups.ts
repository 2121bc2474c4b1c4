/** Statutory groups of a notice at collection, each with the categories of the catalog that fall into it. */
export interface StatutoryGroup {
  readonly group: string;
  readonly categories: readonly string[];
}

export const californiaForm = {
  title: 'Notice at collection: statutory categories (California)',
  source: 'California Civil Code § 1798.140(v)(1)',
  date: '2023-01-01',
};

export const californiaGroups: readonly StatutoryGroup[] = [
  {
    group: 'Identifiers',
    categories: [
      ...[
        'buyer.name',
        'buyer.id',
        'buyer.email',
        'buyer.email_alias',
        'buyer.phone',
        'buyer.address_street',
      ],
      ...['buyer.address_area', 'buyer.profile', 'buyer.tax_id', 'business.contact', 'creator.id_open'],
      ...[
        'creator.id_plain',
        'creator.profile',
        'product.compliance_contact',
        'seller.tax_id',
        'order.document',
      ],
    ],
  },
  {
    group: 'Customer records (Civil Code § 1798.80(e))',
    categories: ['buyer.name', 'buyer.phone', 'buyer.address_street', 'buyer.payment', 'seller.bank_account'],
  },
  {
    group: 'Commercial information',
    categories: ['buyer.purchase', 'buyer.aftersale', 'buyer.payment', 'shipment.tracking', 'order.document'],
  },
  {
    group: 'Professional or employment-related information',
    categories: ['creator.collaboration', 'creator.earnings', 'creator.performance'],
  },
  {
    group: 'Content of messages, and other personal information',
    categories: ['buyer.content', 'buyer.review', 'creator.message'],
  },
  {
    group: 'Sensitive personal information',
    categories: [
      'buyer.health',
      'buyer.tax_id',
      'seller.tax_id',
      'seller.bank_account',
      'buyer.content',
      'creator.message',
    ],
  },
];
