import { expect, test } from 'vitest';
import { call, said } from '../../../test/judge.js';

test('a version that the catalog lacks is a note', () => {
  const uses = [call('src/a.ts:1', 'GET /shop/202512/shops'), call('src/a.ts:2', 'GET /shop/202309/shops')];
  expect(said('unknown-version', { uses })).toEqual([
    'src/a.ts:1:1 note This catalog does not list `GET /shop/202512/shops`; the call is judged by `GET /shop/202309/shops`, another version of it.',
  ]);
});

test('a version before the first one is probably none; an open one is not told', () => {
  const uses = [
    call('src/a.ts:1', 'GET /shop/202101/shops'),
    call('src/a.ts:2', 'GET /shop/{edition}/shops'),
  ];
  expect(said('unknown-version', { uses })).toEqual([
    'src/a.ts:1:1 note This catalog does not list `GET /shop/202101/shops`: the first version that it knows is `GET /shop/202309/shops`, which the call is judged by.',
  ]);
});

test('a version of the month of the last complete listing may be newer than it', () => {
  const uses = [call('src/a.ts:1', 'GET /shop/202601/shops')];
  expect(said('unknown-version', { uses })).toEqual([
    'src/a.ts:1:1 note This catalog does not list `GET /shop/202601/shops`, which may be newer: endpoints are listed completely until 2026-01-01. It is judged by `GET /shop/202309/shops`.',
  ]);
});
