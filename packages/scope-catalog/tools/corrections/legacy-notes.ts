/** The working notes of the table of first-generation paths → a sentence for people; empty where it tells them nothing. */
export const legacyNotes: Readonly<Record<string, string>> = {
  'US and UK sellers who ship themselves use /fulfillment/202309/orders/{order_id}/packages':
    'Sellers in the United States and the United Kingdom who ship themselves use /fulfillment/202309/orders/{order_id}/packages.',
  'already marked deprecated in the v1 collection': 'It was deprecated before its generation was closed.',
  'no direct upgrade; the guide recommends the package document':
    'Nothing took its place; the upgrade guide points to the document of the package.',
  'method changed from POST to GET with ids in the query':
    'The method changed from POST to GET, and the ids stand in the query.',
  'pre-package flow; not in the mapping table': 'Nothing took its place: packages came later.',
  'first segment is product, singular': 'The path begins with product, not with products.',
  'the replacement itself is deprecated': 'Its replacement is deprecated itself.',
  'no direct successor; the guide points to Update Price and Edit Product':
    'Nothing took its place; the upgrade guide points to Update Price and Edit Product.',
  "guide said no upgrade in 202309; Create Product later gained a save mode for drafts (changelog 'Draft status available for Create Product API')":
    'Create Product can save drafts since it has a save mode.',
  'token exchange moved to the auth host': 'Tokens are handed out by another host.',
  'token refresh moved to the auth host': 'Tokens are renewed by another host.',
};
