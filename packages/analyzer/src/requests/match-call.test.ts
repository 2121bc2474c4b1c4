import { loadCatalog } from '@leastscope/scope-catalog';
import { describe, expect, it } from 'vitest';
import type { RequestMatch } from '../model/needs.js';
import { noGuard } from '../values/guarded.js';
import { plainText } from '../values/text.js';
import { unknownValue } from '../values/unknown.js';
import { httpRequest } from './http-request.js';
import { looseCalls, matchCall, unknownCall } from './match-call.js';
import type { HttpRequest } from './request.js';

const catalog = loadCatalog();

function shape(request: string, more: Partial<HttpRequest> = {}): HttpRequest {
  const [method = '', path = ''] = request.split(' ');
  const said = httpRequest(catalog, {
    url: plainText(path),
    method: method === '?' ? unknownValue('method', 'open') : plainText(method),
    isMethodGiven: true,
    hasTokenHeader: true,
    hasQuery: false,
    hasAppKey: false,
    isVague: false,
    isSeen: true,
    guard: noGuard,
  });
  return { ...said, host: 'platform', path, ...more };
}

const show = (found: readonly RequestMatch[]): string[] =>
  found.map(({ endpoint, fit, state }) => `${state === 'needed' ? '' : '~'}${endpoint ?? 'none'} ${fit}`);

describe('a request held against the catalog', () => {
  it.each([
    ['POST /order/202309/orders/search', ['POST /order/202309/orders/search exact']],
    ['POST order/202309/orders/search', ['POST /order/202309/orders/search exact']],
    ['POST /order/202309/orders/search{query}', ['POST /order/202309/orders/search exact']],
    ['GET /product/202309/products/{x}', ['GET /product/202309/products/{product_id} exact']],
    ['GET /product/202309/products/1729', ['GET /product/202309/products/{product_id} exact']],
    ['? /order/202309/orders/search', ['POST /order/202309/orders/search exact']],
    ['GET /order/202309/orders/search', []],
    ['POST /order/202309/nothing', []],
    ['POST /order', []],
    ['GET /', []],
  ])('%s', (request, expected) => expect(show(matchCall(catalog, shape(request)))).toEqual(expected));

  it('takes all methods of a path as possible when the method is open', () => {
    const found = show(matchCall(catalog, shape('? /product/202309/products/{id}')));
    expect(found.length).toBeGreaterThan(1);
    expect(found.every((one) => one.startsWith('~'))).toBe(true);
  });

  it('does not accuse on a method that only the default says', () => {
    const found = matchCall(catalog, shape('GET /order/202309/orders/search', { isMethodGiven: false }));
    expect(show(found)).toEqual(['POST /order/202309/orders/search exact']);
  });

  it('knows the operation at another version as its family', () => {
    expect(matchCall(catalog, shape('POST /order/203012/orders/search')).map(({ fit }) => fit)).toEqual([
      'family',
    ]);
  });

  it('leaves other hosts alone', () => {
    expect(matchCall(catalog, shape('POST /order/202309/orders/search', { host: 'foreign' }))).toEqual([]);
    expect(matchCall(catalog, { ...shape('POST /x'), path: null })).toEqual([]);
    expect(matchCall(catalog, shape('POST /api/orders/search', { host: 'open', isSigned: false }))).toEqual(
      [],
    );
  });

  it('writes no id of a buyer or a seller into what it found', () => {
    const [found] = matchCall(catalog, shape('GET /product/202309/products/172948'));
    expect(found?.path).toBe('/product/202309/products/{product_id}');
  });
});

describe('a request whose path is partly open', () => {
  it('could be every endpoint that fits', () => {
    const found = looseCalls(catalog, shape('POST /return_refund/202309/{kind}/search'));
    expect(found.length).toBeGreaterThan(0);
    expect(
      found.every(({ state, endpoint }) => state === 'possibly-needed' && endpoint?.endsWith('/search')),
    ).toBe(true);
  });

  it('is nothing where ids are open, or where all is open', () => {
    expect(looseCalls(catalog, shape('POST /return_refund/202309/{orderId}/search'))).toEqual([]);
    expect(looseCalls(catalog, shape('POST /{a}/{b}/{c}/{d}'))).toEqual([]);
    expect(looseCalls(catalog, shape('POST /return_refund/202309/{kind}/search', { host: 'other' }))).toEqual(
      [],
    );
  });
});

describe('a request that no endpoint answers', () => {
  it.each([
    ['POST /order/202309/orders/serch', {}, true],
    ['GET /order/202309/orders/{orderId}/whatever', {}, true],
    ['GET /order/202309/orders/{action}', {}, false],
    ['GET /ord{x}/202309/orders', {}, false],
    ['? /order/202309/nothing', {}, false],
    ['GET /{a}/202309/{id}', {}, false],
    ['GET /users', { host: 'open' }, false],
    ['GET /users', { host: 'other' }, false],
    ['GET /users', { host: 'foreign' }, false],
    ['GET /order/202309/nothing', { host: 'open', isSigned: false }, true],
    ['GET /order/202309/nothing', { host: 'open', isSeen: false }, false],
    ['GET /order/202309/nothing', { host: 'other', isSigned: false }, false],
    ['GET /order/202309/nothing', { host: 'alike' }, false],
    ['GET /order/202309/nothing', { host: 'alike', isBesideOwnHost: true }, true],
  ] as const)('%s %j: %s', (request, more, isTold) =>
    expect(unknownCall(catalog, shape(request, more)) !== null).toBe(isTold),
  );
});
