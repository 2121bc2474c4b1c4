import { expect, test } from 'vitest';
import { callsF, declarationF, realCall, realCatalog, requesting } from './fixture-f.js';
import { fieldRead, judge, lineOf, openCall, placeAt } from './judge.js';
import type { Story } from './judge.js';

/** The worked examples of the specification that needs and rules answer, from calls typed in. */

const run = (story: Story) => judge({ catalog: realCatalog, ...story });

/** Errors and warnings; notes may come along. */
const judged = (story: Story): readonly string[] =>
  run(story)
    .findings.filter(({ severity }) => severity !== 'note')
    .map((finding) => `${finding.rule} ${lineOf(finding)}`);

const scopesOf = (story: Story): readonly string[] => run(story).needs.scopes.map(({ scope }) => scope);

test('1: F asks for exactly what it needs', () => {
  const story = { yaml: declarationF, uses: callsF };
  expect(scopesOf(story)).toEqual([
    'seller.authorization.info',
    'seller.fulfillment.basic',
    'seller.order.info',
  ]);
  expect(run(story).needs.difference).toEqual({ drop: [], possiblyUnused: [], add: [], unknown: [] });
  expect(run(story).needs.verdict).toBe('minimal');
  expect(judged(story)).toEqual([]);
});

test('2: a scope too many', () => {
  const story = { yaml: requesting('seller.finance.info'), uses: callsF };
  const [line, ...others] = judged(story);
  expect(line).toMatch(
    /^unused-scope scope-declaration.yaml:7:5 error `seller.finance.info` .*It would open \d+ endpoints with/,
  );
  expect(others).toEqual([]);
  expect(run(story).needs.difference?.drop.map(({ scope }) => scope)).toEqual(['seller.finance.info']);
  expect(run(story).needs.verdict).toBe('not-minimal');
});

test('3: a scope too few', () => {
  const uses = [...callsF, realCall('src/returns/cancel.ts:3', 'POST /return_refund/202309/cancellations')];
  const story = { yaml: declarationF, uses };
  expect(judged(story)).toEqual([
    'missing-scope src/returns/cancel.ts:3:1 error `POST /return_refund/202309/cancellations` needs `seller.return_refund.basic`, which is not requested.',
  ]);
  const finding = run(story).findings.find(({ rule }) => rule === 'missing-scope');
  expect(`${finding?.why} ${finding?.help}`).toMatch(/105005.*authorize it again/s);
  expect(run(story).needs.difference?.add).toEqual(['seller.return_refund.basic']);
});

test('4: any-of is solved, not added up', () => {
  const create = realCall('src/returns.ts:1', 'POST /return_refund/202309/returns');
  const search = realCall('src/returns.ts:2', 'POST /return_refund/202309/returns/search');
  const ship = realCall('src/ship.ts:1', 'POST /fulfillment/202309/packages/{package_id}/ship');
  expect(run({ uses: [create, search] }).needs.scopes).toMatchObject([
    { scope: 'seller.return_refund.basic', alternatives: ['seller.fulfillment.basic'] },
  ]);
  expect(run({ uses: [create, ship] }).needs.scopes).toMatchObject([
    { scope: 'seller.fulfillment.basic', alternatives: ['seller.return_refund.basic'] },
  ]);
  const [alone] = run({ uses: [create] }).needs.scopes;
  expect(alone?.scope).toBe('seller.return_refund.basic');
  expect(alone?.reason).toMatch(
    /^`seller.fulfillment.basic` would do as well, but can change more \(\d+ writing operations, against \d+ writing operations\) and opens more personal data \(\d+ categories, against \d+/,
  );
});

test('5: a call outside its purpose', () => {
  const uses = [...callsF, realCall('src/connect/orders.ts:2', 'GET /order/202507/orders')];
  const lines = judged({ yaml: declarationF, uses });
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(
    /^exceeds-purpose src\/connect\/orders.ts:2:1 error .*no purpose of this file \(`connect-shop`\) takes/,
  );
});

test('6: a field outside its purpose', () => {
  const call = 'POST /order/202309/orders/search';
  const read = (line: number, path: string, category: string) =>
    fieldRead(`src/shipping/orders.ts:${line}:5`, `${call} data.orders[].${path}`, [category], {
      use: placeAt('src/shipping/orders.ts:1'),
    });
  const story = {
    yaml: declarationF,
    uses: callsF,
    reads: [read(9, 'cpf', 'buyer.tax_id'), read(10, 'recipient_address.name', 'buyer.name')],
  };
  expect(judged(story)).toEqual([
    'field-not-allowed src/shipping/orders.ts:9:5 error This reads buyer government or tax id (in BR only) (`data.orders[].cpf` of `POST /order/202309/orders/search`), which no purpose of this file (`ship-orders`) takes.',
  ]);
});

test('7: the platform’s own spelling', () => {
  expect(judged({ yaml: requesting('seller.product.optimize'), uses: callsF })).toEqual([
    'unknown-scope scope-declaration.yaml:7:5 error `seller.product.optimize` is unknown to this catalog. Did you mean `serller.product.optimize`? That is the platform’s own spelling.',
  ]);
});

test('9: an open call makes removals unknown', () => {
  const story = {
    yaml: requesting('seller.finance.info'),
    uses: callsF,
    open: [openCall('src/shipping/any.ts:4:9')],
  };
  expect(judged(story)).toEqual([
    'unused-scope scope-declaration.yaml:7:5 warning `seller.finance.info` is possibly unused: nothing is seen to need it, but an open call could need it.',
    'unresolved-call src/shipping/any.ts:4:9 warning This call reaches the platform, but its endpoint is open: the path comes from a database.',
  ]);
  expect(run(story).needs.verdict).toBe('unknown');
  expect(run({ yaml: declarationF, uses: callsF, open: [openCall('src/any.ts:1')] }).needs.verdict).toBe(
    'unknown',
  );
});

test('11: a webhook needs its scope', () => {
  const yaml = requesting('seller.fbt.info').replace('[1, 4, 6]', '[1, 4, 6, 21]');
  const story = { yaml, uses: callsF };
  expect(run(story).needs.scopes.find(({ scope }) => scope === 'seller.fbt.info')).toMatchObject({
    status: 'required-by-webhook',
    webhooks: [21],
    uses: [],
  });
  expect(judged(story)).toEqual([]);
});

test('14: without any call nothing is claimed', () => {
  const story = { yaml: declarationF };
  expect(judged(story)).toEqual([]);
  expect(run(story).needs.verdict).toBe('unknown');
  expect(run(story).needs.difference?.drop).toEqual([]);
});
