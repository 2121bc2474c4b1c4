import type { Host, SdkPackage } from '@leastscope/scope-catalog';

const docs = 'rioanandaputra-bot/tiktok-docs-mcp@a495059 (Developer Guide)';
const date = '2026-05-01';
const documented = { confidence: 'documented', source: docs, date } as const;

export const hosts: readonly Host[] = [
  { host: 'auth.tiktok-shops.com', use: 'auth', ...documented },
  {
    host: 'open-api-sandbox.tiktokglobalshop.com',
    use: 'sandbox',
    confidence: 'single-source',
    source: 'third-party code only; the documentation has one environment',
    date,
  },
  { host: 'open-api.tiktokglobalshop.com', use: 'api', ...documented },
  { host: 'partner.tiktokshop.com', use: 'authorize', ...documented },
  { host: 'partner.us.tiktokshop.com', use: 'authorize', ...documented },
  { host: 'services.tiktokshop.com', use: 'authorize', ...documented },
  { host: 'services.tiktokshops.us', use: 'authorize', ...documented },
  { host: 'services.us.tiktokshop.com', use: 'authorize', ...documented },
  { host: 'shop.tiktok.com', use: 'authorize', ...documented },
];

const npm = (name: string, version: string): { readonly source: string; readonly date: string } => ({
  source: `npm:${name}@${version}`,
  date: '2026-08-24',
});

export const sdkPackages: readonly SdkPackage[] = [
  {
    package: '@bilalyasin1616/tiktok-shop-api',
    style: 'official',
    exports: ['TikTokShopNodeApiClient', 'ClientConfiguration', 'AccessTokenTool'],
    note: 'The official Node SDK republished. The original is downloaded from Partner Center and lies in the app’s own tree.',
    ...npm('@bilalyasin1616/tiktok-shop-api', '1.1.3'),
  },
  {
    package: '@tktk/core',
    style: 'request',
    note: 'Generated request classes with constants for path and method; the paths stand in the code.',
    source: 'lywzx/tiktok-partner-api',
    date: '2026-08-24',
  },
  {
    package: '@tktk/tk-origin-api',
    style: 'request',
    note: 'Generated request classes with constants for path and method; the paths stand in the code.',
    source: 'lywzx/tiktok-partner-api',
    date: '2026-08-24',
  },
  {
    package: '@tts-open-toolkit/cli',
    style: 'request',
    note: 'The platform’s command line tool; no run-time library.',
    ...npm('@tts-open-toolkit/cli', '0.1.7'),
  },
  {
    package: 'n8n-nodes-titkok-shop',
    style: 'request',
    note: 'n8n nodes for the first API generation; calls are node parameters.',
    ...npm('n8n-nodes-titkok-shop', '1'),
  },
  {
    package: 'n8n-nodes-tiktokshop',
    style: 'request',
    note: 'n8n nodes; calls are node parameters.',
    ...npm('n8n-nodes-tiktokshop', '1.0.1'),
  },
  {
    package: 'tiktok-shop',
    style: 'flat',
    exports: ['TikTokShop'],
    note: 'Signing and tokens only; paths stand in the user’s own URLs.',
    ...npm('tiktok-shop', '2.0.0'),
  },
  {
    package: 'tiktok-shop-client',
    style: 'flat',
    exports: ['TikTokClient'],
    note: 'Flat methods, all at version 202309.',
    ...npm('tiktok-shop-client', '1.0.23'),
  },
  {
    package: 'tiktok-shop-sdk',
    style: 'modules',
    exports: ['TikTokShopSDK'],
    note: 'Methods by module, and sdk.request({ method, path }). A repository of the same name holds the official SDK instead.',
    ...npm('tiktok-shop-sdk', '1.0.3'),
  },
];
