import { expect, test } from 'vitest';
import type { Destination, FieldRead, Outflow } from '../../model/data-flow.js';
import { createCatalog } from '@leastscope/scope-catalog';
import type { CatalogData, Field } from '@leastscope/scope-catalog';
import {
  call,
  cleanCalls,
  declare,
  fieldRead,
  judge,
  openCall,
  outflow,
  placeAt,
  recordRead,
  said,
} from '../../../test/judge.js';
import type { Story } from '../../../test/judge.js';
import { tinyCatalog } from '../../../test/tiny-catalog.js';

const orders = 'GET /order/202507/orders';
const file = 'src/ship/orders.ts';
const field = (path: string, categories: readonly string[] = [], extra = {}): FieldRead =>
  fieldRead(`${file}:4`, `${orders} ${path}`, categories, extra);
const status = field('data.orders[].status');
const row = {
  endpoint: orders,
  direction: 'response',
  source: '',
  date: '',
  confidence: 'documented',
} as const;
const rows: readonly Field[] = [
  { ...row, path: 'data.orders[].name', category: 'buyer.name' },
  { ...row, path: 'data.orders[].tax', category: 'buyer.tax' },
];
const located = (data: CatalogData = tinyCatalog, ...more: readonly Field[]) =>
  createCatalog(data, () => [...rows, ...more]);
const story: Story = { yaml: declare(), uses: cleanCalls, reads: [status], catalog: located() };
const says = (more: Story) => said('unread-data', { ...story, ...more });

test('names the narrower way when it carries all that is read', () => {
  const [finding] = judge({
    ...story,
    reads: [status, field('data.orders[].id', ['order.reference'])],
  }).findings;
  expect(finding).toMatchObject({
    rule: 'unread-data',
    severity: 'warning',
    place: { file, start: { line: 1 } },
    message:
      '`GET /order/202507/orders` brings buyer.tax and buyer.name, and no code reads any of it; what is read is `data.orders[].status`, `data.orders[].id`.',
    help: 'Where it fits, the fields that are read come with less: webhook 1, which carries the order’s id and status.',
    data: { alternatives: ['1'], scopes: ['order.info'] },
  });
});

test('is silent where no known way carries all of it: nothing is left to do', () => {
  expect(says({ reads: [status] })).toHaveLength(1);
  expect(says({ reads: [status, field('data.orders[].warehouse')] })).toEqual([]);
});

test('what is around the data, and records on the way to a field, are not read for themselves', () => {
  const reads = [
    field('code'),
    recordRead(`${file}:4`, `${orders} data`, ['buyer.name', 'buyer.tax']),
    recordRead(`${file}:4`, `${orders} data.orders`, ['buyer.name', 'buyer.tax']),
    recordRead(`${file}:4`, `${orders} data.orders[]`, ['buyer.name', 'buyer.tax']),
    field('data.next_page_token'),
    // Nor are those that the catalog has no row for.
    field('data.orders'),
    status,
  ];
  expect(says({ reads })[0]).toContain(' warning ');
  // A record that is asked for, and nothing below it, may be asked whether it is there.
  expect(
    says({ reads: [...reads, recordRead(`${file}:4`, `${orders} data.address`, ['buyer.name'])] }),
  ).toEqual([]);
});

test('is silent when any of the personal data is read, wherever', () => {
  expect(says({ reads: [status, field('data.orders[].name', ['buyer.name'])] })).toEqual([]);
  const use = placeAt(`${file}:1`);
  const elsewhere = fieldRead('src/other/view.ts:4', `${orders} data.orders[].name`, ['buyer.name'], { use });
  expect(says({ reads: [status, elsewhere] })).toEqual([]);
  const handed = placeAt(`${file}:5`);
  const helper = fieldRead('src/lib/view.ts:4', `${orders} data.orders[].name`, ['buyer.name'], {
    use,
    enteredBy: handed,
  });
  expect(says({ reads: [status, helper] })).toEqual([]);
  // Of another call's answer nothing follows for this one.
  const other = field('data.orders[].name', ['buyer.name'], { use: placeAt(`${file}:9`) });
  expect(says({ reads: [status, other] })).toHaveLength(1);
  // Read in a test only.
  expect(
    says({ reads: [status, field('data.orders[].name', ['buyer.name'], { fileKind: 'test' })] }),
  ).toHaveLength(1);
});

test('what the catalog does not name is of the category of the rest of the answer', () => {
  const withRest = (category: string) => located(tinyCatalog, { ...row, path: '*', category });
  expect(says({ catalog: withRest('order.reference') })).toHaveLength(1);
  expect(says({ catalog: withRest('buyer.name') })).toEqual([]);
});

test('is silent where the catalog does not know in which field the data stands', () => {
  expect(says({ catalog: tinyCatalog })).toEqual([]);
  expect(says({ catalog: createCatalog(tinyCatalog, () => rows.slice(1)) })).toEqual([]);
});

const flow = (to: Destination, path: string, kind: 'field' | 'record'): Outflow =>
  outflow(`${file}:6`, to, 'sink', `${orders} ${path}`, [], { of: kind });

test.each(['stored', 'logged', 'sent', 'returned', 'serialised', 'escaped'] as const)(
  'is silent when a record is %s, and when a field escapes',
  (to) => {
    expect(says({ outflows: [flow(to, 'data', 'record')] })).toEqual([]);
    expect(says({ outflows: [flow(to, 'data.orders[]', 'record')] })).toEqual([]);
    expect(says({ outflows: [flow(to, 'data.orders[].id', 'field')] })).toHaveLength(
      to === 'escaped' ? 0 : 1,
    );
  },
);

test('is silent where code may be unseen', () => {
  expect(says({ open: [openCall('src/ship/open.ts:3')] })).toEqual([]);
  expect(says({ unread: [{ file: 'src/x.ts', reason: 'a syntax error', place: null }] })).toEqual([]);
  expect(says({ reads: [] })).toEqual([]);
  const more = `manualUsage: [{ endpoint: '${orders}', purpose: ship, where: worker (Go) }]\n`;
  expect(says({ yaml: declare({ more }) })).toEqual([]);
  const withBasis = (categoriesBasis: 'family' | 'module' | 'fields') =>
    located({
      ...tinyCatalog,
      endpoints: tinyCatalog.endpoints.map((known) => ({ ...known, categoriesBasis })),
    });
  expect(says({ catalog: withBasis('fields') })).toHaveLength(1);
  expect(says({ catalog: withBasis('family') })).toEqual([]);
  expect(says({ catalog: withBasis('module') })).toEqual([]);
});

test('is silent where another rule speaks, in an editor, and without a declaration', () => {
  expect(says({ yaml: declare({ scopes: 'shop.info, parcel.basic' }) })).toEqual([]);
  const connected = fieldRead('src/connect/a.ts:4', `${orders} data.orders[].status`, []);
  expect(says({ uses: [call('src/connect/a.ts:1', orders)], reads: [connected] })).toEqual([]);
  expect(says({ horizon: 'file' })).toEqual([]);
  expect(said('unread-data', { uses: cleanCalls, reads: [status] })).toEqual([]);
});

test('a switch that leaves data out is offered only where some request sets the other value', () => {
  const [webhook] = tinyCatalog.alternatives;
  const leavesOut = { kind: 'switch', instead: 'with_names=false', onlyWhere: 'with_names=true' } as const;
  const alternatives = webhook === undefined ? [] : [{ ...webhook, ...leavesOut, title: 'without names' }];
  const catalog = located({ ...tinyCatalog, alternatives });
  const set = cleanCalls.map((use) =>
    use.endpoint === orders ? { ...use, switches: ['with_names=true'] } : use,
  );
  expect(says({ catalog })).toEqual([]);
  expect(says({ catalog, uses: set })).toHaveLength(1);
});
