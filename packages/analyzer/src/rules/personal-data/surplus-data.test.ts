import { createCatalog } from '@leastscope/scope-catalog';
import { expect, test } from 'vitest';
import { call, cleanCalls, declare, fieldRead, judge, outflow, placeAt, said } from '../../../test/judge.js';
import { tinyCatalog } from '../../../test/tiny-catalog.js';

test('one note an endpoint, at its first call', () => {
  const uses = [...cleanCalls, call('src/ship/second.ts:1', 'GET /order/202507/orders')];
  expect(said('surplus-data', { yaml: declare(), uses })).toEqual([
    'src/ship/orders.ts:1:1 note `GET /order/202507/orders` also delivers buyer.tax, which no purpose of this file (`ship`) takes.',
  ]);
  const [note] = judge({ yaml: declare(), uses }).findings;
  expect(note?.related).toMatchObject([{ place: { file: 'src/ship/second.ts' }, note: 'called here too' }]);
});

test('is silent where `also` asks for it, and where the call exceeds its purpose anyway', () => {
  const more = '    also: [{ category: buyer.tax, because: The label needs it. }]\n';
  expect(said('surplus-data', { yaml: declare({ more }), uses: cleanCalls })).toEqual([]);
  const uses = [call('src/connect/a.ts:1', 'GET /order/202507/orders')];
  expect(said('surplus-data', { yaml: declare(), uses })).toEqual([]);
});

const orders = 'GET /order/202507/orders';
const use = placeAt('src/ship/orders.ts:1');
const named = (field: string, categories: readonly string[]) =>
  fieldRead('src/ship/orders.ts:4', `${orders} data.orders[].${field}`, categories);

test('does not repeat what is said of the read, of the record, or of all the data', () => {
  const yaml = declare();
  const uses = cleanCalls;
  const handedOn = outflow('src/ship/orders.ts:4', 'escaped', 'map', `${orders} data.orders[]`, []);
  const also = { yaml, uses, outflows: [handedOn] };
  expect(said('surplus-data', also)).toHaveLength(1);
  expect(said('surplus-data', { ...also, reads: [named('tax', ['buyer.tax'])] })).toEqual([]);
  const elsewhere = fieldRead('src/ship/b.ts:4', `${orders} data.orders[].tax`, ['buyer.tax'], { use });
  expect(said('surplus-data', { yaml, uses, reads: [elsewhere] })).toEqual([]);
  const kept = outflow('src/ship/orders.ts:4', 'stored', 'save', `${orders} data`, ['buyer.tax']);
  expect(said('surplus-data', { yaml, uses, outflows: [kept] })).toEqual([]);
  const row = {
    endpoint: orders,
    direction: 'response',
    source: '',
    date: '',
    confidence: 'documented',
  } as const;
  const catalog = createCatalog(tinyCatalog, () => [
    { ...row, path: 'data.orders[].name', category: 'buyer.name' },
    { ...row, path: 'data.orders[].tax', category: 'buyer.tax' },
  ]);
  expect(said('surplus-data', { yaml, uses, catalog, reads: [named('status', [])] })).toEqual([]);
  const off = { 'field-not-allowed': 'off', 'unread-data': 'off' } as const;
  expect(
    said('surplus-data', { ...also, reads: [named('tax', ['buyer.tax'])], severities: off }),
  ).toHaveLength(1);
  expect(
    said('surplus-data', { yaml, uses, catalog, reads: [named('status', [])], severities: off }),
  ).toHaveLength(1);
});

test('says whether it could be avoided, where it is known what is read', () => {
  const help = (...reads: readonly ReturnType<typeof fieldRead>[]) =>
    judge({ yaml: declare(), uses: cleanCalls, reads, severities: { 'unread-data': 'off' } }).findings.find(
      ({ rule }) => rule === 'surplus-data',
    )?.help;
  expect(help(named('status', []))).toMatch(
    /^Where it fits, the fields that are read come with less: webhook 1, which carries the order’s id and status\.$/,
  );
  // What is read comes no other way, and nothing else is taken over: there is nothing to do.
  expect(help(named('name', ['buyer.name']))).toBeUndefined();
  expect(help()).toMatch(/^Take over only /);
});
