import { createCatalog } from '@leastscope/scope-catalog';
import { expect, test } from 'vitest';
import { call, cleanCalls, declare, judge, placeAt, said } from '../../../test/judge.js';
import { scope, tinyCatalog } from '../../../test/tiny-catalog.js';

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

test('what is written as a key and is like none may be newer than the catalog: a warning, with its date', () => {
  const yaml = declare({ scopes: 'shop.info, order.gift_wrapping.write, ORDER.GIFTS, order.' });
  expect(said('unknown-scope', { yaml, uses: cleanCalls })).toEqual([
    `scope-declaration.yaml:2:30 warning \`order.gift_wrapping.write\` is not in this catalog, and may be newer than it: scopes are listed completely until ${tinyCatalog.listed}.`,
    'scope-declaration.yaml:2:57 error `ORDER.GIFTS` is unknown to this catalog, and no key in it is similar.',
    'scope-declaration.yaml:2:70 error `order.` is unknown to this catalog, and no key in it is similar.',
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

test('a list of beginnings is one finding; beginnings that stand apart are one each', () => {
  const mentions = [
    { scope: 'order', place: placeAt('src/a.ts:1') },
    { scope: 'seller.', place: placeAt('src/a.ts:1') },
    { scope: 'shop.inf', place: placeAt('src/a.ts:1') },
  ];
  const beginning = (line: number): typeof mentions => [
    { scope: 'deep.order', place: placeAt(`src/a.ts:${String(line)}`) },
    { scope: 'deep.parcel', place: placeAt(`src/a.ts:${String(line + 1)}`) },
  ];
  const keys = ['deep.order.info', 'deep.parcel.basic'].map((key) => scope(key));
  const found = said('unknown-scope', {
    mentions: [...mentions, ...beginning(4), { scope: 'deep.order', place: placeAt('src/a.ts:9') }],
    catalog: createCatalog({ ...tinyCatalog, scopes: [...tinyCatalog.scopes, ...keys] }),
  });
  expect(found.filter((text) => text.includes('beginning'))).toEqual([
    'src/a.ts:4:1 error `deep.order` and `deep.parcel` are unknown to this catalog: they are beginnings of keys, such as `deep.order.info` and `deep.parcel.basic`.',
    'src/a.ts:9:1 error `deep.order` is unknown to this catalog. It is the beginning of `deep.order.info`.',
  ]);
});
