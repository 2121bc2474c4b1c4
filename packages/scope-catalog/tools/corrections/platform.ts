import type { Platform } from '@leastscope/scope-catalog';

const docs = 'rioanandaputra-bot/tiktok-docs-mcp@a495059';
const date = '2026-05-01';

export const platform: Platform = {
  name: 'TikTok Shop Partner API',
  console: 'Partner Center',
  requests: {
    tokenHeader: 'x-tts-access-token',
    appKey: 'app_key',
    besideAppKey: ['sign', 'app_secret'],
    source: `${docs} (Developer Guide, Sign your API request; request examples of the API Reference)`,
    date,
  },
  paths: {
    beforeVersion: '/[a-z_]+',
    version: '20[2-9]\\d[01]\\d',
    versionTells: 'month',
    legacyStart: '/api/',
    source: `${docs} (API Reference: every path; the first generation from third-party code)`,
    date,
  },
  answers: {
    envelope: [
      'code',
      'message',
      'request_id',
      'data.next_page_token',
      'data.next_cursor',
      'data.has_more',
      'data.search_key',
    ],
    missingScope: '105005',
    source: `${docs} (Developer Guide, Common errors; response examples of the API Reference)`,
    date,
  },
  webhooks: {
    type: 'type',
    besideType: ['shop_id', 'tts_notification_id'],
    withdrawal: { seller: 6, creator: 20 },
    source: `${docs} (Webhooks: Seller deauthorization, Creator deauthorization, event examples)`,
    date,
  },
  names: {
    inNames: ['tiktok', 'tik_tok'],
    asWords: ['tts'],
    source: 'names met in third-party code',
    date,
  },
  company: {
    domains: ['tiktok.com', 'tiktokapis.com', 'tiktokv.com'],
    source: `${docs} (developers_tiktok_com: APIs of the same company for other products)`,
    date,
  },
  sdk: {
    apiClass: '[A-Z][A-Za-z]*V20[2-9]\\d[01]\\dApi',
    client: 'TikTokShopNodeApiClient',
    tokenTool: 'AccessTokenTool',
    generated: ['localVarPath', 'TikTokShopNodeApiClient', 'ClientConfiguration'],
    indexes: [
      'api/apis.ts',
      'api/apis.js',
      'api/index.ts',
      'api/index.js',
      'client/client.ts',
      'client/client.js',
    ],
    parts: ['client', 'api', 'apis', 'model', 'models', 'util', 'utils'],
    source: `${docs} (Developer Guide, Integrate Node.js SDK) and npm:@bilalyasin1616/tiktok-shop-api@1.1.3`,
    date,
  },
};
