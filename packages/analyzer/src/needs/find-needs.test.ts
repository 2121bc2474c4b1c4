import { expect, test } from 'vitest';
import { call, cleanCalls, declare, judge, openCall } from '../../test/judge.js';

test('scopes, with their calls and the reason', () => {
  const { needs } = judge({ uses: [...cleanCalls, call('src/ship/r.ts:1', 'POST /return/202309/returns')] });
  expect(
    needs.scopes.map(({ scope, state, status, alternatives, reason }) => ({
      scope,
      state,
      status,
      alternatives,
      reason,
    })),
  ).toEqual([
    {
      scope: 'order.info',
      state: 'needed',
      status: 'required',
      alternatives: [],
      reason: '`GET /order/202507/orders` accepts no other scope.',
    },
    {
      scope: 'parcel.basic',
      state: 'needed',
      status: 'required',
      alternatives: ['return.basic'],
      reason: '`POST /parcel/202309/ship` accepts no other scope.',
    },
    {
      scope: 'shop.info',
      state: 'needed',
      status: 'required',
      alternatives: [],
      reason: '`GET /shop/202309/shops` accepts no other scope.',
    },
  ]);
  expect(needs.scopes[1]?.uses.map(({ place }) => place.file)).toEqual([
    'src/ship/parcel.ts',
    'src/ship/r.ts',
  ]);
  expect(needs.difference).toBeNull();
  expect(needs.verdict).toBe('unknown');
});

test('an alternative alone is chosen with a reason', () => {
  const uses = [call('src/r.ts:1', 'POST /return/202309/returns')];
  const reason =
    '`parcel.basic` would do as well, but can change more (2 writing operations, against 1 writing operation).';
  expect(judge({ uses }).needs.scopes).toMatchObject([{ scope: 'return.basic', reason }]);
  expect(judge({ uses, yaml: declare({ scopes: 'return.basic' }) }).needs.scopes).toMatchObject([
    { scope: 'return.basic', reason },
  ]);
});

test('webhooks and manual uses need scopes of their own accord', () => {
  const more = 'webhooks: [1, 21]\nmanualUsage: [{ endpoint: GET /guess/202309/guesses, where: worker }]\n';
  const { needs } = judge({ yaml: declare({ more }), uses: cleanCalls });
  expect(needs.scopes.map(({ scope, status }) => `${scope} ${status}`)).toEqual([
    'guess.info manual',
    'money.info required-by-webhook',
    'order.info required',
    'parcel.basic required',
    'shop.info required',
  ]);
  expect(needs.scopes[1]?.webhooks).toEqual([21]);
  expect(needs.difference?.add).toEqual(['guess.info', 'money.info']);
  expect(needs.verdict).toBe('not-minimal');
});

test('tests need nothing unless asked; unknown scopes and endpoints are gaps', () => {
  const uses = [
    call('src/a.test.ts:1', 'GET /money/202309/statements', { fileKind: 'test' }),
    call('src/a.ts:2', 'GET /dark/202309/matter'),
    call('src/a.ts:3', 'GET /nowhere/202309/at/all'),
    call('src/a.ts:4', 'GET /api/v2/token/get'),
  ];
  const { needs } = judge({ uses });
  expect(needs.scopes).toEqual([]);
  expect(needs.gaps.map(({ place }) => place.start.line)).toEqual([2, 3]);
  expect(needs.coverage).toMatchObject({ resolved: 3, open: 0, inTests: 1 });
  expect(judge({ uses, includeTests: true }).needs.scopes.map(({ scope }) => scope)).toEqual(['money.info']);
});

test('a legacy path takes the scope of its replacement', () => {
  expect(judge({ uses: [call('src/a.ts:1', 'GET /api/orders/list')] }).needs.scopes).toMatchObject([
    { scope: 'order.info' },
  ]);
});

test('what is only possible is not needed, and not missing', () => {
  const uses = [
    ...cleanCalls,
    call('src/ship/a.ts:9', 'GET /money/202309/statements', { state: 'possibly-needed' }),
  ];
  const without = judge({ yaml: declare(), uses }).needs;
  expect(without.scopes.find(({ scope }) => scope === 'money.info')?.state).toBe('possibly-needed');
  expect(without.difference?.add).toEqual([]);
  expect(without.verdict).toBe('unknown');
  const requested = judge({
    yaml: declare({ scopes: 'shop.info, order.info, parcel.basic, money.info' }),
    uses,
  }).needs;
  expect(requested.difference).toMatchObject({ drop: [], possiblyUnused: [{ scope: 'money.info' }] });
});

test('categories by role', () => {
  const { needs } = judge({ uses: cleanCalls });
  expect(
    needs.categories.map(({ category, role, endpoints }) => `${category} ${role} ${endpoints.length}`),
  ).toEqual([
    'buyer.name incidental 1',
    'buyer.tax incidental 1',
    'order.reference primary 2',
    'shop.identity primary 1',
  ]);
});

test('the verdict', () => {
  const verdict = (scopes: string, open: readonly ReturnType<typeof openCall>[] = [], uses = cleanCalls) =>
    judge({ yaml: declare({ scopes }), uses, open }).needs.verdict;
  const exact = 'shop.info, order.info, parcel.basic';
  expect(verdict(exact)).toBe('minimal');
  expect(verdict(`${exact}, money.info`)).toBe('not-minimal');
  expect(verdict('shop.info, order.info')).toBe('not-minimal');
  expect(verdict(exact, [openCall('src/a.ts:1')])).toBe('unknown');
  expect(verdict(`${exact}, money.info`, [openCall('src/a.ts:1')])).toBe('unknown');
  expect(verdict('shop.info, order.info', [openCall('src/a.ts:1')])).toBe('not-minimal');
  expect(verdict(exact, [], [])).toBe('unknown');
});

test('a requested alternative that stays needed is not asked to be exchanged', () => {
  const uses = [call('src/ship/r.ts:1', 'POST /return/202309/returns')];
  const { difference } = judge({ yaml: declare({ scopes: 'return.basic' }), uses }).needs;
  expect(difference).toMatchObject({ drop: [], possiblyUnused: [], add: [] });
});
