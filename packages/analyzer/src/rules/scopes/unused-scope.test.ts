import { expect, test } from 'vitest';
import { call, cleanCalls, declare, judge, openCall, said } from '../../../test/judge.js';

const yaml = declare({ scopes: 'shop.info, order.info, parcel.basic, money.info' });

test('names what the scope would open, at its line', () => {
  expect(said('unused-scope', { yaml, uses: cleanCalls })).toEqual([
    'scope-declaration.yaml:2:56 error `money.info` is requested, but no call, webhook or manual use needs it. It would open 1 endpoint with `shop.money`.',
  ]);
});

test('an open call makes it possible, and softer', () => {
  const open = [openCall('src/ship/a.ts:9')];
  expect(said('unused-scope', { yaml, uses: cleanCalls, open })).toEqual([
    'scope-declaration.yaml:2:56 warning `money.info` is possibly unused: nothing is seen to need it, but an open call could need it.',
  ]);
});

test('only an open call that could need it', () => {
  const about = (knownPath: string) =>
    said('unused-scope', { yaml, uses: cleanCalls, open: [openCall('src/ship/a.ts:9', { knownPath })] })[0];
  expect(about('/order/{*}')).toContain('error');
  expect(about('/money/{*}')).toContain('warning');
  expect(about('/money/202501/{*}')).toContain('warning');
  expect(about('{*}/statements')).toContain('warning');
});

test('a gap of the catalog, an unread file and an unspoken webhook are doubts too', () => {
  const dark = [...cleanCalls, call('src/connect/b.ts:1', 'GET /money/202309/nowhere')];
  expect(said('unused-scope', { yaml, uses: dark })[0]).toContain(
    'does not know the scope of `GET /money/202309/nowhere`',
  );
  const darker = [call('src/connect/a.ts:9', 'GET /planet/202309/moons'), ...dark];
  expect(said('unused-scope', { yaml, uses: darker })[0]).toContain(
    'does not know the scope of `GET /money/202309/nowhere` (and 1 more reason)',
  );
  const unread = [{ file: 'src/broken.ts', reason: 'syntax', place: null }];
  expect(said('unused-scope', { yaml, uses: cleanCalls, unread })[0]).toContain(
    '`src/broken.ts` could not be read',
  );
  const quiet = declare({ more: 'webhooks: [1]\n' });
  const uses = cleanCalls.filter(({ endpoint }) => endpoint !== 'GET /order/202507/orders');
  expect(said('unused-scope', { yaml: quiet, uses })[0]).toContain('webhook 1 probably needs it');
});

test('a scope that only tests call for', () => {
  const test_ = call('src/money.test.ts:1', 'GET /money/202309/statements', { fileKind: 'test' });
  expect(said('unused-scope', { yaml, uses: [...cleanCalls, test_] })[0]).toContain('only tests call for it');
  expect(said('unused-scope', { yaml, uses: [...cleanCalls, test_], includeTests: true })).toEqual([]);
});

test('an alternative that the smallest set goes without', () => {
  const both = declare({ scopes: 'shop.info, order.info, parcel.basic, return.basic' });
  const uses = [...cleanCalls, call('src/ship/r.ts:1', 'POST /return/202309/returns')];
  expect(said('unused-scope', { yaml: both, uses })).toEqual([
    'scope-declaration.yaml:2:56 error `return.basic` is not needed: `parcel.basic` serves the same calls, and the smallest set of scopes goes without it.',
  ]);
});

test('webhooks and manual uses count; without any call nothing is unused', () => {
  expect(said('unused-scope', { yaml: `${yaml}webhooks: [21]\n`, uses: cleanCalls })).toEqual([]);
  const manual = 'manualUsage: [{ endpoint: GET /money/202309/statements, where: worker }]\n';
  expect(said('unused-scope', { yaml: `${yaml}${manual}`, uses: cleanCalls })).toEqual([]);
  expect(said('unused-scope', { yaml })).toEqual([]);
  expect(judge({ yaml }).needs.verdict).toBe('unknown');
});

test('is a question of the whole project', () => {
  expect(said('unused-scope', { yaml, uses: cleanCalls, horizon: 'file' })).toEqual([]);
});
