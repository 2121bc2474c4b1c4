/** What a composite category may hold. Everything else holds only itself. */
export const compositeHolds: Readonly<Record<string, readonly string[]>> = {
  // A label names the recipient and the street; an invoice may add the tax id.
  'order.document': ['buyer.name', 'buyer.phone', 'buyer.address_street', 'buyer.tax_id'],
};

/** The table of categories has no source column: all its rows were read from the same vocabularies. */
export const categorySource =
  'ethyca/fideslang:data_files@40394c4 | w3c/dpv:2.3@f01a55c | https://shopify.dev/docs/apps/launch/protected-customer-data';
export const categoryDate = '2026-02-26';
