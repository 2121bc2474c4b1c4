import type { EndpointId } from '@leastscope/scope-catalog';

/** Library calls whose own path is a slip of the library: what the method's name says it is for. */
export const meantEndpoints: Readonly<
  Record<string, { readonly endpoint: EndpointId; readonly reason: string }>
> = {
  'affiliateSeller.sellerSearchCreatorOnMarketplace': {
    endpoint: 'POST /affiliate_seller/202505/marketplace_creators/search',
    reason:
      'The library repeats the path of the latest-messages call, which takes no POST; 202505 is its sibling’s version.',
  },
  'promotion.searchCoupon': {
    endpoint: 'POST /promotion/202406/coupons/search',
    reason: 'The library sends DELETE, which the platform does not know at this path; the search is a POST.',
  },
};

export interface AddedCall {
  readonly package: string;
  readonly owner: string;
  readonly method: string;
  readonly endpoint: EndpointId;
  readonly source: string;
}

const officialSdk = 'Kyrie-0518/bozone:nodejs_sdk_extracted@3156846 (AccessTokenTool)';
const signer = 'npm:tiktok-shop@2.0.0 (tudinhacoustic)';

/** Calls outside the table: token helpers, whose names follow no rule. */
export const addedCalls: readonly AddedCall[] = [
  {
    package: '@bilalyasin1616/tiktok-shop-api',
    owner: 'AccessTokenTool',
    method: 'getAccessToken',
    endpoint: 'GET /api/v2/token/get',
    source: officialSdk,
  },
  {
    package: '@bilalyasin1616/tiktok-shop-api',
    owner: 'AccessTokenTool',
    method: 'refreshToken',
    endpoint: 'GET /api/v2/token/refresh',
    source: officialSdk,
  },
  {
    package: 'tiktok-shop',
    owner: '',
    method: 'authCodeToken',
    endpoint: 'GET /api/v2/token/get',
    source: signer,
  },
  {
    package: 'tiktok-shop',
    owner: '',
    method: 'refreshToken',
    endpoint: 'GET /api/v2/token/refresh',
    source: signer,
  },
];

/** Names of the libraries in the table of calls → npm package. */
export const packageOfLibrary: Readonly<Record<string, string>> = {
  'tiktok-shop-sdk (npm, TikTokShopSDK)': 'tiktok-shop-sdk',
  'tiktok-shop-client (npm, TikTokClient)': 'tiktok-shop-client',
};
export const officialLibrary = 'official Node SDK (TikTokShopNodeApiClient)';
