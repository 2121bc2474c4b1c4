import { loadCatalog } from '@leastscope/scope-catalog';
import { expect, test } from 'vitest';
import { scopesIn } from './env-scopes.js';

test.each([
  ['TIKTOK_SHOP_SCOPES=seller.order.info,seller.finance.info', ['seller.order.info', 'seller.finance.info']],
  ['export TTS_SCOPE="seller.order.info seller.made.up" # which', ['seller.order.info', 'seller.made.up']],
  ['OAUTH_SCOPES=seller.order.info', ['seller.order.info']],
  ['GOOGLE_SCOPES=drive.file,drive.readonly', []],
  ['TIKTOK_SHOP_SCOPES=', []],
  ['TIKTOK_SCOPE_URL=https://seller.order.info', []],
  ['# TIKTOK_SHOP_SCOPES=seller.order.info', []],
])('%s', (text, expected) => {
  expect(scopesIn(text, loadCatalog())).toEqual(expected);
});
