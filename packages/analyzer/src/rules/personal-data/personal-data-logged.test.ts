import { expect, test } from 'vitest';
import { declare, judge, outflow, placeAt, said } from '../../../test/judge.js';

const orders = 'GET /order/202507/orders';
const yaml = declare();
const logged = (at: string, path: string, categories: readonly string[], extra = {}) =>
  outflow(at, 'logged', 'console.log', `${orders} ${path}`, categories, { of: 'field', ...extra });

test('a personal field in a log, also one that the purpose allows', () => {
  const outflows = [
    logged('src/ship/a.ts:4:5', 'data.orders[].name', ['buyer.name']),
    logged('src/ship/a.ts:4:5', 'data.orders[].tax', ['buyer.tax']),
  ];
  expect(said('personal-data-logged', { yaml, outflows })).toEqual([
    'src/ship/a.ts:4:5 warning `console.log` logs `buyer.name` and `buyer.tax`: `data.orders[].name` and `data.orders[].tax` of `GET /order/202507/orders`.',
  ]);
});

test('a record that holds personal data', () => {
  const outflows = [logged('src/ship/a.ts:4', 'data', ['buyer.name', 'order.reference'], { of: 'record' })];
  const [finding] = judge({ yaml, outflows }).findings;
  expect(finding?.message).toBe(
    '`console.log` logs `data` of `GET /order/202507/orders` whole, and with it `buyer.name`.',
  );
  expect(finding?.related).toMatchObject([
    { note: 'the response comes from here' },
    { note: 'purpose `ship` is declared here' },
  ]);
});

test('whoever hands it to a helper that logs answers for it', () => {
  const extra = { enteredBy: placeAt('src/ship/a.ts:6'), use: placeAt('src/ship/a.ts:1') };
  const [finding] = judge({
    yaml,
    outflows: [logged('src/lib/log.ts:2', 'data.name', ['buyer.name'], extra)],
  }).findings;
  expect(finding?.place.file).toBe('src/ship/a.ts');
  expect(finding?.related[0]).toMatchObject({ note: 'logged here', place: { file: 'src/lib/log.ts' } });
});

test('no purpose is needed to know that a log is none', () => {
  const extra = { use: placeAt('src/ship/a.ts:1') };
  const outflows = [logged('src/jobs/nightly.ts:4', 'data.orders[].name', ['buyer.name'], extra)];
  expect(said('personal-data-logged', { yaml, outflows })).toHaveLength(1);
});

test('is silent of what is personal to nobody, of tests, and where the call is the finding', () => {
  const outflows = [
    logged('src/ship/a.ts:4', 'data.orders[].id', ['order.reference']),
    logged('src/ship/a.ts:5', 'data.orders[].new', []),
    logged('src/ship/a.test.ts:6', 'data.orders[].name', ['buyer.name'], { fileKind: 'test' }),
    logged('src/connect/a.ts:7', 'data.orders[].name', ['buyer.name']),
    outflow('src/ship/a.ts:8', 'stored', 'prisma.order.create', `${orders} data`, ['buyer.name']),
  ];
  expect(said('personal-data-logged', { yaml, outflows })).toEqual([]);
});
