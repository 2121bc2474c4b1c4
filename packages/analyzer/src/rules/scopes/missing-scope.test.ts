import { expect, test } from 'vitest';
import { call, cleanCalls, declare, judge, said } from '../../../test/judge.js';

test('names the scope, the error to come and who has to authorize again', () => {
  const { findings } = judge({
    yaml: declare({ scopes: 'shop.info, parcel.basic' }),
    uses: cleanCalls,
  });
  const [finding] = findings.filter(({ rule }) => rule === 'missing-scope');
  expect(finding).toMatchObject({
    severity: 'error',
    message: '`GET /order/202507/orders` needs `order.info`, which is not requested.',
    confidence: 'sure',
    data: { endpoint: 'GET /order/202507/orders', scopes: ['order.info'], predictedError: '105005' },
  });
  expect(finding?.why).toContain('105005');
  expect(finding?.help).toContain('every seller who has authorized the app must authorize it again');
});

test('names all alternatives, and one of them is enough', () => {
  const uses = [call('src/ship/a.ts:1', 'POST /return/202309/returns')];
  expect(said('missing-scope', { yaml: declare({ scopes: 'shop.info' }), uses })).toEqual([
    'src/ship/a.ts:1:1 error `POST /return/202309/returns` needs `parcel.basic` or `return.basic` (any one is enough), and none of them is requested.',
  ]);
  expect(said('missing-scope', { yaml: declare({ scopes: 'return.basic' }), uses })).toEqual([]);
});

test('an inferred row says so', () => {
  const story = { yaml: declare(), uses: [call('src/ship/a.ts:1', 'GET /guess/202309/guesses')] };
  expect(said('missing-scope', story)).toEqual([
    'src/ship/a.ts:1:1 error `GET /guess/202309/guesses` probably needs `guess.info`, which is not requested. The catalog infers this; no page of the platform states it.',
  ]);
  expect(judge(story).findings.find(({ rule }) => rule === 'missing-scope')?.confidence).toBe('inferred');
});

test('a custom scope has to be applied for, by the users it belongs to', () => {
  const { findings } = judge({
    yaml: declare(),
    uses: [call('src/ship/a.ts:1', 'GET /creator/202309/profiles')],
  });
  expect(findings.find(({ rule }) => rule === 'missing-scope')?.help).toMatch(
    /^Apply for `creator.info`.*every creator/,
  );
});

test('webhooks and manual uses need their scopes too', () => {
  const more = 'webhooks: [1, 21]\nmanualUsage: [{ endpoint: GET /guess/202309/guesses, where: worker }]\n';
  expect(said('missing-scope', { yaml: declare({ more }), uses: cleanCalls })).toEqual([
    'scope-declaration.yaml:14:15 error Webhook 21 needs `money.info`, which is not requested.',
    'scope-declaration.yaml:15:27 error The manual use of `GET /guess/202309/guesses` needs `guess.info`, which is not requested.',
  ]);
});

test('says nothing of what it cannot know', () => {
  const silent = (yaml: string | null, ...uses: ReturnType<typeof call>[]) =>
    expect(said('missing-scope', { ...(yaml === null ? {} : { yaml }), uses })).toEqual([]);
  silent(declare(), call('src/ship/a.ts:1', 'GET /dark/202309/matter'));
  silent(declare(), call('src/ship/a.ts:1', 'GET /money/202309/statements', { state: 'possibly-needed' }));
  silent(declare(), call('src/ship/a.test.ts:1', 'GET /money/202309/statements', { fileKind: 'test' }));
  silent(declare(), call('src/ship/a.ts:1', 'GET /api/v2/token/get'));
  silent(declare({ scopes: 'shop.info, [x]' }), call('src/ship/a.ts:1', 'GET /money/202309/statements'));
  silent(null, call('src/ship/a.ts:1', 'GET /money/202309/statements'));
});
