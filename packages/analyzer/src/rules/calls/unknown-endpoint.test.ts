import { expect, test } from 'vitest';
import { call, judge, said } from '../../../test/judge.js';

const about = (text: string) => said('unknown-endpoint', { uses: [call('src/a.ts:1', text)] });

test('names the nearest endpoint', () => {
  expect(about('GET /order/202507/oders')).toEqual([
    'src/a.ts:1:1 error `GET /order/202507/oders` is unknown to this catalog; the nearest is `GET /order/202507/orders`.',
  ]);
});

test('explains the usual slips', () => {
  expect(about('GET /order/2507/orders')).toEqual([
    'src/a.ts:1:1 error `GET /order/2507/orders` is unknown to this catalog: a version is written as year and month in six digits, so `2507` is none. The nearest is `GET /order/202507/orders`.',
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

test('another version of a known operation is no unknown endpoint', () => {
  const uses = [call('src/a.ts:1', 'GET /order/202601/orders')];
  expect(said('unknown-endpoint', { uses })).toEqual([]);
  expect(judge({ uses }).needs.scopes.map(({ scope }) => scope)).toEqual(['order.info']);
});
