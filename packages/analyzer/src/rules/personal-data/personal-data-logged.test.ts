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
    'src/ship/a.ts:4:5 warning `console.log` logs buyer.tax and buyer.name: `data.orders[].name` and `data.orders[].tax` of `GET /order/202507/orders`.',
  ]);
});

test('a record that holds personal data', () => {
  const outflows = [logged('src/ship/a.ts:4', 'data', ['buyer.name', 'order.reference'], { of: 'record' })];
  const [finding] = judge({ yaml, outflows }).findings;
  expect(finding?.message).toBe(
    '`console.log` logs `data` of `GET /order/202507/orders` whole, and with it buyer.name.',
  );
  expect(finding?.related).toMatchObject([
    { note: 'the response comes from here' },
    { note: 'purpose `ship` is declared here' },
  ]);
});

test('a log in a helper is one finding at the log, told by the terminal alone', () => {
  const by = (file: string) => ({ enteredBy: placeAt(`${file}:6`), use: placeAt(`${file}:1`) });
  const outflows = [
    logged('src/lib/log.ts:2', 'data.name', ['buyer.name'], by('src/ship/a.ts')),
    logged('src/lib/log.ts:2', 'data.name', ['buyer.name'], by('src/ship/b.ts')),
  ];
  const [finding, ...others] = judge({ yaml, outflows }).findings;
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ horizon: 'project', place: { file: 'src/lib/log.ts' } });
  expect(finding?.related.map(({ place, note }) => `${place.file} ${note}`)).toEqual([
    'src/ship/a.ts handed over here',
    'src/ship/b.ts handed over here',
    'src/ship/a.ts the response comes from here',
    'src/ship/b.ts the response comes from here',
    'scope-declaration.yaml purpose `ship` is declared here',
  ]);
  expect(judge({ yaml, outflows, horizon: 'file' }).findings).toEqual([]);
});

test('what a file logs itself is said alike in both hosts, whatever callers hand to the same log', () => {
  const handed = { enteredBy: placeAt('src/ship/a.ts:6'), use: placeAt('src/ship/a.ts:1') };
  const outflows = [
    logged('src/ship/log.ts:2', 'data.name', ['buyer.name']),
    logged('src/ship/log.ts:2', 'data.name', ['buyer.name'], handed),
    logged('src/ship/log.ts:2', 'data.tax', ['buyer.tax'], handed),
  ];
  const inEditor = said('personal-data-logged', { yaml, outflows, horizon: 'file' });
  const inTerminal = said('personal-data-logged', { yaml, outflows });
  expect(inEditor).toHaveLength(1);
  expect(inTerminal).toHaveLength(2);
  expect(inTerminal).toEqual(expect.arrayContaining([...inEditor]));
  expect(inTerminal.filter((line) => line.includes('buyer.tax'))).toHaveLength(1);
});

test('one finding a log, with all calls, the most sensitive first, at most five by name', () => {
  const other = outflow(
    'src/ship/a.ts:4',
    'logged',
    'console.log',
    'GET /old/202309/orders data',
    ['buyer.tax'],
    {
      of: 'field',
    },
  );
  expect(
    said('personal-data-logged', {
      yaml,
      outflows: [logged('src/ship/a.ts:4', 'data.orders[].name', ['buyer.name']), other],
    }),
  ).toEqual([
    'src/ship/a.ts:4:1 warning `console.log` logs buyer.tax and buyer.name: `data.orders[].name` of `GET /order/202507/orders` and `data` of `GET /old/202309/orders`.',
  ]);
});

test('no purpose is needed to know that a log is none', () => {
  const extra = { use: placeAt('src/ship/a.ts:1') };
  const outflows = [logged('src/jobs/nightly.ts:4', 'data.orders[].name', ['buyer.name'], extra)];
  expect(said('personal-data-logged', { yaml, outflows })).toHaveLength(1);
});

test('is silent of what is personal to nobody, and of tests', () => {
  const outflows = [
    logged('src/ship/a.ts:4', 'data.orders[].id', ['order.reference']),
    logged('src/ship/a.ts:5', 'data.orders[].new', []),
    logged('src/ship/a.test.ts:6', 'data.orders[].name', ['buyer.name'], { fileKind: 'test' }),
    outflow('src/ship/a.ts:8', 'stored', 'prisma.order.create', `${orders} data`, ['buyer.name']),
  ];
  expect(said('personal-data-logged', { yaml, outflows })).toEqual([]);
});

test('a call that exceeds its purpose, or lacks its scope, hides no log', () => {
  const outflows = [logged('src/connect/a.ts:7', 'data.orders[].name', ['buyer.name'])];
  expect(said('personal-data-logged', { yaml, outflows })).toHaveLength(1);
  expect(said('personal-data-logged', { yaml: declare({ scopes: 'shop.info' }), outflows })).toHaveLength(1);
});
