import { expect, test } from 'vitest';
import { call, said } from '../../../test/judge.js';

test('a version that the catalog lacks is a note', () => {
  const uses = [call('src/a.ts:1', 'GET /shop/202601/shops'), call('src/a.ts:2', 'GET /shop/202309/shops')];
  expect(said('unknown-version', { uses })).toEqual([
    'src/a.ts:1:1 note This catalog does not know this version of `GET /shop/202309/shops`; `GET /shop/202601/shops` is judged by it.',
  ]);
});
