import { expect, test } from 'vitest';
import { call, cleanCalls, declare, judge, placeAt, said } from '../../../test/judge.js';

test('in the declaration: the nearest key, the platform’s own spelling, or nothing similar', () => {
  const yaml = declare({
    scopes: 'shop.info, order.info, parcel.basic, money.inof, seller.odd, entirely.else',
  });
  expect(said('unknown-scope', { yaml, uses: cleanCalls })).toEqual([
    'scope-declaration.yaml:2:56 error `money.inof` is unknown to this catalog. Did you mean `money.info`?',
    'scope-declaration.yaml:2:68 error `seller.odd` is unknown to this catalog. Did you mean `serller.odd`? That is the platform’s own spelling.',
    'scope-declaration.yaml:2:80 error `entirely.else` is unknown to this catalog, and no key in it is similar.',
  ]);
});

test('nothing else is claimed of an unknown key', () => {
  const yaml = declare({ scopes: 'shop.info, order.info, parcel.basic, seller.odd' });
  const { needs, findings } = judge({ yaml, uses: cleanCalls });
  expect(findings.map(({ rule }) => rule).filter((rule) => rule !== 'surplus-data')).toEqual([
    'unknown-scope',
  ]);
  expect(needs.difference).toMatchObject({ drop: [], possiblyUnused: [], unknown: ['seller.odd'] });
  expect(needs.verdict).toBe('unknown');
});

test('in code, with and without a declaration', () => {
  const mentions = [
    { scope: 'order.info', place: placeAt('src/a.ts:1') },
    { scope: 'order.inf', place: placeAt('src/a.ts:2') },
  ];
  const expected = ['src/a.ts:2:1 error `order.inf` is unknown to this catalog. Did you mean `order.info`?'];
  expect(said('unknown-scope', { mentions })).toEqual(expected);
  expect(
    said('unknown-scope', {
      mentions,
      yaml: declare(),
      uses: [call('src/a.ts:3', 'GET /shop/202309/shops')],
    }),
  ).toEqual(expected);
});
