import { loadCatalog } from '@leastscope/scope-catalog';
import { expect, test } from 'vitest';
import { call, cleanCalls, declare, judge, said } from '../../../test/judge.js';
import type { RuleContext } from '../../model/judgement.js';
import { unknownEndpoint } from './unknown-endpoint.js';

const about = (text: string) => said('unknown-endpoint', { uses: [call('src/a.ts:1', text)] });

test('names the nearest endpoint', () => {
  expect(about('GET /order/202507/oders')).toEqual([
    'src/a.ts:1:1 error `GET /order/202507/oders` is unknown to this catalog; what is meant is probably `GET /order/202507/orders`.',
  ]);
});

test('explains the usual slips', () => {
  expect(about('GET /order/2507/orders')).toEqual([
    'src/a.ts:1:1 error `GET /order/2507/orders` is unknown to this catalog: a version is written as year and month in six digits, so `2507` is none. What is meant is probably `GET /order/202507/orders`.',
  ]);
  expect(about('GET  /order/202507/orders')).toEqual([
    'src/a.ts:1:1 error `GET  /order/202507/orders` is unknown to this catalog: it has white space around it. Without, it is `GET /order/202507/orders`.',
  ]);
  expect(about('PUT /order/202507/orders')).toEqual([
    'src/a.ts:1:1 error `PUT /order/202507/orders` is unknown to this catalog: the path takes `GET`.',
  ]);
});

test('says when nothing is near, and never says "invalid"', () => {
  expect(about('GET /planet/202507/moons/near/saturn')).toEqual([
    'src/a.ts:1:1 error `GET /planet/202507/moons/near/saturn` is unknown to this catalog, and nothing in it is similar.',
  ]);
});

test('a token is asked for at its own paths: a warning that leaves the verdict alone', () => {
  const uses = [...cleanCalls, call('src/a.ts:1', 'POST /api/v2/token/get')];
  expect(said('unknown-endpoint', { uses })).toEqual([
    'src/a.ts:1:1 warning `POST /api/v2/token/get` is unknown to this catalog: the platform gives tokens at `GET /api/v2/token/get` only.',
  ]);
  expect(
    judge({ yaml: declare({ scopes: 'shop.info, order.info, parcel.basic' }), uses }).needs.verdict,
  ).toBe('minimal');
});

test('one of several methods that a call tries is a warning', () => {
  const uses = [
    call('src/a.ts:1', 'GET /order/202507/orders'),
    call('src/a.ts:1', 'PUT /order/202507/orders'),
  ];
  expect(said('unknown-endpoint', { uses })).toEqual([
    'src/a.ts:1:1 warning `PUT /order/202507/orders` is unknown to this catalog: the path takes `GET`.',
  ]);
});

test('a version of after the catalog is a note, whatever it is of', () => {
  expect(about('GET /order/209901/baskets')).toEqual([
    expect.stringMatching(
      /^src\/a\.ts:1:1 note `GET \/order\/209901\/baskets` is not in this catalog, and may be newer/,
    ),
  ]);
});

test('a path of the first generation is told as one', () => {
  expect(about('GET /api/oders/list')).toEqual([
    'src/a.ts:1:1 error `GET /api/oders/list` is unknown to this catalog; it looks like a path of the first API generation, which the platform has closed.',
  ]);
});

test('another version of a known operation is no unknown endpoint', () => {
  const uses = [call('src/a.ts:1', 'GET /order/202601/orders')];
  expect(said('unknown-endpoint', { uses })).toEqual([]);
  expect(judge({ uses }).needs.scopes.map(({ scope }) => scope)).toEqual(['order.info']);
});

test('is asked of each call by itself, not of each call for each other', () => {
  let asked = 0;
  const counted = (at: number) => {
    const use = call(`src/a.ts:${String(at)}`, `GET /planet/202507/moon${String(at % 7)}`);
    return Object.defineProperty({ ...use }, 'place', {
      get: () => {
        asked += 1;
        return use.place;
      },
    });
  };
  const uses = Array.from({ length: 300 }, (_, at) => counted(at + 1));
  const context = { uses, catalog: loadCatalog() } as unknown as RuleContext;
  expect(unknownEndpoint.check(context, [])).toHaveLength(300);
  expect(asked).toBeLessThan(10 * uses.length);
});
