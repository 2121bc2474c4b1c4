import { loadCatalog } from '@leastscope/scope-catalog';
import { describe, expect, it } from 'vitest';
import { splitUrl } from './split-url.js';
import { unknownValue } from '../values/unknown.js';
import type { Piece, TextValue } from '../values/value.js';

/** `https://host/a/{id}`, with `{name}` as unknowns. */
function url(text: string): TextValue {
  const pieces = text.split(/(\{[^}]*\})/).filter((part) => part !== '');
  return {
    kind: 'text',
    pieces: pieces.map((part): Piece =>
      part.startsWith('{')
        ? unknownValue(part.slice(1, -1), 'open')
        : { kind: 'piece', text: part, source: null },
    ),
  };
}

describe('host and path of a URL', () => {
  it.each([
    ['https://open-api.tiktokglobalshop.com/order/202309/orders', 'platform', '/order/202309/orders'],
    [
      'https://OPEN-API.tiktokglobalshop.com:443/order/202309/orders?a=1#b',
      'platform',
      '/order/202309/orders',
    ],
    ['https://open-api.tiktokglobalshop.com', 'platform', null],
    ['https://open-api.tiktokglobalshop.com//order//202309/orders', 'platform', '/order/202309/orders'],
    ['https://auth.tiktok-shops.com/api/v2/token/get', 'platform', '/api/v2/token/get'],
    ['https://open.tiktokapis.com/v2/user/info/', 'foreign', '/v2/user/info/'],
    ['https://business-api.tiktok.com/open_api/v1.3/a', 'foreign', '/open_api/v1.3/a'],
    ['https://api.example.com/order/202309/orders', 'other', '/order/202309/orders'],
    ['https://evil.com/open-api.tiktokglobalshop.com/order', 'other', '/open-api.tiktokglobalshop.com/order'],
    ['https://open-api.tiktokglobalshop.com.evil.com/order', 'alike', '/order'],
    ['https://{region}.example.com/a', 'open', '/a'],
    ['{host}/order/202309/orders/{id}', 'open', '/order/202309/orders/{id}'],
    ['{host}{version}/orders', 'open', '/orders'],
    ['/order/202309/orders/{id}?x={y}', 'open', '/order/202309/orders/{id}'],
    ['order/202309/orders', 'open', 'order/202309/orders'],
    ['{path}', 'open', null],
    ['just words', 'open', null],
    ['', 'open', null],
  ])('%s', (text, host, path) => {
    const parts = splitUrl(loadCatalog(), url(text));
    expect({ host: parts.host, path: parts.path }).toEqual({ host, path });
  });

  it('tells the unknowns of the path from the others', () => {
    const unknowns = (text: string): string[] =>
      splitUrl(loadCatalog(), url(text)).unknowns.map(({ name }) => name);
    expect(unknowns('{host}/orders/{id}/items/{item}?page={page}')).toEqual(['id', 'item']);
    expect(unknowns('{path}')).toEqual(['path']);
  });

  it('sees empty segments', () => {
    const gap = (text: string): boolean => splitUrl(loadCatalog(), url(text)).hasGap;
    expect([
      gap('/orders//detail'),
      gap('/orders/'),
      gap('/orders/{id}'),
      gap('/orders?x=//'),
      gap('/orders/?x=1'),
    ]).toEqual([true, true, false, false, true]);
  });
});
