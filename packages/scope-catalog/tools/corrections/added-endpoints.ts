import type { Confidence } from '@leastscope/scope-catalog';

export interface AddedEndpoint {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly title: string;
  readonly group: string;
  readonly scopes: readonly string[];
  readonly scopeConfidence: Confidence | 'not-needed';
  readonly access: 'read' | 'write';
  readonly source: string;
  readonly reason: string;
}

const sdkCopy = 'yangyiqian0312/super-succotash@ce365d3 (official Node SDK)';
const overview =
  'lazykern/ecommerce-api-docs:data/processed/tiktok/guides/developer-guide/get-started/authorization/authorization-overview-202407.md@eba059e';

const marketplaceSdk = (file: string): string =>
  `sistem-atc/marketplace-sdk@a5734bc:src/Tiktok/Endpoints/${file}`;
const newer = 'Newer than the listing; seen in third-party code that calls it.';

/** Endpoints that the table of endpoints does not have. */
export const addedEndpoints: readonly AddedEndpoint[] = [
  {
    method: 'GET',
    path: '/return_refund/202606/review_decision',
    title: 'Get Review Decision',
    group: 'Return and refund',
    scopes: ['seller.return_refund.basic'],
    scopeConfidence: 'inferred',
    access: 'read',
    source: `unattributed-public-file:60620782409 | ${marketplaceSdk('Reverse/ReverseMethods.php')} | scope basis: every endpoint of the module has it`,
    reason: newer,
  },
  {
    method: 'POST',
    path: '/return_refund/202606/aftersales/review',
    title: 'Review Aftersales',
    group: 'Return and refund',
    scopes: ['seller.return_refund.basic'],
    scopeConfidence: 'inferred',
    access: 'write',
    source: `${marketplaceSdk('Reverse/ReverseMethods.php')} | scope basis: same operation at version 202603`,
    reason: newer,
  },
  {
    method: 'POST',
    path: '/fulfillment/202609/order/sof/track/update',
    title: 'Update Seller Fulfilled Tracking',
    group: 'Fulfillment',
    scopes: [],
    scopeConfidence: 'unknown',
    access: 'write',
    source: 'unattributed-public-file:70852536199 (specification of 2026-10-01)',
    reason:
      'Newer than the listing; seen in a specification. Its module has five scopes, so nothing says which one it takes.',
  },
  {
    method: 'POST',
    path: '/fbt/202607/goods/search',
    title: 'Search Goods Info',
    group: 'Fulfilled by TikTok (FBT)',
    scopes: ['seller.fbt.info'],
    scopeConfidence: 'inferred',
    access: 'read',
    source: `${marketplaceSdk('Fbt/FbtMethods.php')} | unattributed-public-file:62157186771 | release note t8h58fcy (meihei3/tiktok-shop-release-notes-rss@77ecea5) | scope basis: same operation at version 202409`,
    reason: newer,
  },
  {
    method: 'POST',
    path: '/fbt/202607/goods/create_goods',
    title: 'Create Goods',
    group: 'Fulfilled by TikTok (FBT)',
    scopes: ['seller.fbt.info'],
    scopeConfidence: 'inferred',
    access: 'write',
    source: 'unattributed-public-file:62305905161 | scope basis: same operation at version 202603',
    reason: newer,
  },
  {
    method: 'POST',
    path: '/fbt/202607/goods/update_goods_info',
    title: 'Update Goods',
    group: 'Fulfilled by TikTok (FBT)',
    scopes: ['seller.fbt.info'],
    scopeConfidence: 'inferred',
    access: 'write',
    source: 'unattributed-public-file:62167948998 | scope basis: same operation at version 202603',
    reason: newer,
  },
  {
    method: 'GET',
    path: '/api/v2/token/get',
    title: 'Get Access Token',
    group: 'Authorization',
    scopes: [],
    scopeConfidence: 'not-needed',
    access: 'write',
    source: overview,
    reason:
      'Lives on the auth host; it hands out the token, so it cannot need a scope. It creates one: a write.',
  },
  {
    method: 'GET',
    path: '/api/v2/token/refresh',
    title: 'Refresh Access Token',
    group: 'Authorization',
    scopes: [],
    scopeConfidence: 'not-needed',
    access: 'write',
    source: overview,
    reason:
      'Lives on the auth host; it replaces the token, so it cannot need a scope. It creates one: a write.',
  },
  {
    method: 'POST',
    path: '/affiliate_creator/202511/photos',
    title: 'Post Shoppable Photos',
    group: 'Affiliate creator',
    scopes: ['creator.video.write'],
    scopeConfidence: 'inferred',
    access: 'write',
    source: `${sdkCopy} | basis: same operation at POST /affiliate_creator/202607/photos`,
    reason:
      'In an official SDK copy that the table of fields was read from, missing from the table of endpoints.',
  },
  {
    method: 'POST',
    path: '/affiliate_creator/202511/photos/photo_files',
    title: 'Upload Shoppable Photo File',
    group: 'Affiliate creator',
    scopes: ['creator.video.write'],
    scopeConfidence: 'inferred',
    access: 'write',
    source: `${sdkCopy} | basis: every other endpoint for posting content has this scope`,
    reason:
      'In an official SDK copy that the table of fields was read from, missing from the table of endpoints.',
  },
  {
    method: 'GET',
    path: '/affiliate_creator/202511/photos/{photo_post_id}/status',
    title: 'Get Shoppable Photo Status',
    group: 'Affiliate creator',
    scopes: ['creator.video.write'],
    scopeConfidence: 'inferred',
    access: 'read',
    source: `${sdkCopy} | basis: every other endpoint for posting content has this scope`,
    reason:
      'In an official SDK copy that the table of fields was read from, missing from the table of endpoints.',
  },
  {
    method: 'GET',
    path: '/affiliate_creator/202601/photos/category_collections',
    title: 'Get Photo Category Collections',
    group: 'Affiliate creator',
    scopes: ['creator.video.write'],
    scopeConfidence: 'inferred',
    access: 'read',
    source: `${sdkCopy} | basis: every other endpoint for posting content has this scope`,
    reason:
      'In an official SDK copy that the table of fields was read from, missing from the table of endpoints.',
  },
  {
    method: 'DELETE',
    path: '/review_rating/202602/product_reviews/remove',
    title: 'Remove Product Reviews',
    group: 'Review rating',
    scopes: [],
    scopeConfidence: 'unknown',
    access: 'write',
    source: sdkCopy,
    reason:
      'In an official SDK copy that the table of fields was read from, missing from the table of endpoints.',
  },
];
