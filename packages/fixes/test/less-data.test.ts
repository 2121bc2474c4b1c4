import { describe, expect, it } from 'vitest';
import { digestOf } from '../src/index.js';
import { applyPlan } from '../src/apply/index.js';
import { books, call, everything, mendApp, type Texts } from './apps.js';

/** A function that asks for something, and what it does with the answer. */
const asks = (request: string, body: string): string =>
  `${call}export async function a() {\n  const { data } = await call(${request});\n  ${body}\n}\n`;

function mended(text: string, more: Texts = {}): string | undefined {
  const { texts, reasons, failures } = mendApp(
    { 'a.js': text, ...more },
    everything,
    new Set(['unread-data']),
  );
  expect(failures).toEqual([]);
  return texts['a.js'] === text ? reasons.join('; ') : texts['a.js'];
}

describe('addSwitch', () => {
  const path = '/fbt/202602/inbound_orders';
  const count = 'for (const one of data.inbound_orders) console.log(one.order_id);';

  it.each([
    [`'GET', '${path}?include_carton_details=true'`, `'GET', '${path}?include_carton_details=false'`],
    [
      `'GET', '${path}', { include_carton_details: true }`,
      `'GET', '${path}', { include_carton_details: false }`,
    ],
    [
      `'GET', '${path}', { "include_carton_details": 'true' }`,
      `'GET', '${path}', { "include_carton_details": 'false' }`,
    ],
    [
      `'GET', \`${path}?x=\${1}&include_carton_details=true\``,
      `'GET', \`${path}?x=\${1}&include_carton_details=false\``,
    ],
    [
      `'GET', '${path}', new Map([['include_carton_details', 'true']])`,
      `'GET', '${path}', new Map([['include_carton_details', 'false']])`,
    ],
  ])('%s', (before, after) => {
    expect(mended(asks(before, count))).toBe(asks(after, count));
  });

  it('is left alone where the value is worked out', () => {
    expect(mended(asks(`'GET', '${path}', { include_carton_details: all }`, count))).toBe(
      'what the switch is set to is worked out',
    );
  });

  it('is left alone where somebody reads what it brings, and where another call may mean it', () => {
    const cartons = 'for (const one of data.inbound_orders) console.log(one.order_id, one.cartons);';
    expect(mended(asks(`'GET', '${path}?include_carton_details=true'`, cartons))).toBe('');
    const shared = `const extra = { need_session_id: true };\n${asks(`'GET', '/customer_service/202309/conversations', extra`, 'for (const one of data.conversations) console.log(one.id);')}
export const b = async () => (await call('GET', '/customer_service/202601/conversations/5', extra)).data.conversation.session_id;\n`;
    expect(mended(shared)).toContain('the same switch may be of another call too');
  });

  it('leaves out what has no value for nothing', () => {
    const before = `call({ a: 1, fields: ['x'] }, { fields: ['y'], b: 2 }, { fields: [] });\n`;
    const at = [...before.matchAll(/fields/g)].map(({ index }) => [index, index + 6] as const);
    const place = { file: 'a.js', start: { line: 1, column: 0 }, end: { line: 1, column: 1 } };
    const base = {
      kind: 'addSwitch',
      rule: 'unread-data',
      finding: place,
      file: 'a.js',
      safety: 'safe',
      title: '',
    } as const;
    const operations = at.map((range) => ({ ...base, range, name: 'fields', value: null }));
    const { text } = applyPlan(before, { file: 'a.js', digest: digestOf(before), operations });
    expect(text).toBe('call({ a: 1 }, { b: 2 }, {});\n');
  });
});

describe('useNarrower', () => {
  const payments = `'GET', '/finance/202309/payments'`;
  const statements = `'GET', '/finance/202309/statements'`;

  it.each([
    [
      'for (const p of data.payments) if (p.id) await p.status;',
      'for (const p of data.statements) if (p.payment_id) await p.payment_status;',
    ],
    [
      'for (const { id, status: s } of data.payments) console.log(id, s);',
      'for (const { payment_id: id, payment_status: s } of data.statements) console.log(id, s);',
    ],
    [
      'return data?.payments?.map((p) => p?.id).join();',
      'return data?.statements?.map((p) => p?.payment_id).join();',
    ],
  ])('%s', (before, after) => {
    expect(mended(asks(payments, before))).toBe(asks(statements, after));
  });

  it('follows to where the other answer nests deeper', () => {
    const goods = asks(
      `'POST', '/fbt/202409/goods/search', {}`,
      'for (const { id, name } of data.goods) console.log(id + name);',
    );
    expect(mended(goods)).toBe(
      asks(
        `'POST', '/fbt/202408/inventory/search', {}`,
        'for (const { goods: { id }, goods: { name } } of data.inventory) console.log(id + name);',
      ),
    );
  });

  it.each([
    [
      asks(`'POST', '/order/202309/orders/search'`, 'for (const o of data.orders) console.log(o.id);'),
      'its answer has another shape',
    ],
    [
      asks(`'GET', '/order/202507/orders'`, 'for (const o of data.orders) console.log(o.id);'),
      '`GET /order/202407/orders/{order_id}/price_detail` takes another method or other ids',
    ],
  ])('is left alone where it would be another request', (text, reason) => {
    expect(mended(text)).toContain(reason);
  });

  it('is left alone where the answer is read elsewhere too', () => {
    const text = `import { show } from './b.js';\n${asks(payments, 'data.payments.forEach((p) => show(p));')}`;
    const { reasons } = mendApp(
      { 'a.js': text, 'b.js': 'export const show = (p) => console.log(p.id);\n' },
      everything,
    );
    expect(reasons.join()).toContain('its answer is read in other files too');
  });
});

describe('stripAtBoundary', () => {
  const get = `const get = async (path) => (await fetch('https://open-api.tiktokglobalshop.com' + path)).json();\n`;
  const before = `export async function a(prisma) {
  const { data } = await get('/order/202507/orders?ids=1');
  const rows = keep(data.orders);
  for (const order of rows) if (order.status === 'X') console.log(order.id);
  await prisma.order.createMany({ data: rows });
}
function keep(list) { return list.map((one) => { const row = one; return row; }); }
`;
  const after = before.replace(
    "{ data } = await get('/order/202507/orders?ids=1');",
    "{ data: answer } = await get('/order/202507/orders?ids=1');\n  const data = { orders: answer.orders?.map((one) => ({ id: one.id, status: one.status })) };",
  );

  it('stands in where the record cannot be followed to what keeps it', () => {
    const { texts, done, failures } = mendApp({ 'a.js': get + before }, books);
    expect(failures).toEqual([]);
    expect(texts['a.js']).toBe(get + after);
    expect(done.map(({ kind }) => kind)).toEqual(['stripAtBoundary']);
  });

  it.each([
    ['a.ts', (text: string) => text],
    ['a.tsx', (text: string) => text],
    ['a.cts', (text: string) => text],
    [
      'a.vue',
      (text: string) =>
        `<template>\n  <p>{{ data }}</p>\n</template>\n\n<script lang="ts">\n${text}</script>\n`,
    ],
    ['a.svelte', (text: string) => `<script lang="ts">\n${text}</script>\n\n<p>data</p>\n`],
  ])('says types where there are some: %s', (file, around) => {
    const { texts, failures } = mendApp({ [file]: around(get + before) }, books);
    expect(failures).toEqual([]);
    const item = "one: NonNullable<NonNullable<typeof answer>['orders']>[number]";
    expect(texts[file]).toBe(around(get + after.replace('((one) => ({', `((${item}) => ({`)));
  });

  it('is not offered where part of the answer goes out of sight', () => {
    const lost = before.replace('const rows', 'await import(rest)(data.orders);\n  const rows');
    const { done } = mendApp({ 'a.js': get + lost }, books);
    expect(done.map(({ kind }) => kind)).not.toContain('stripAtBoundary');
  });

  it.each([
    ['const { data }', 'let { data }'],
    ['const { data }', 'const { data, ...more }'],
    [
      "const { data } = await get('/order/202507/orders?ids=1');\n  const rows = keep(data.orders);",
      "const rows = keep((await get('/order/202507/orders?ids=1')).data.orders);",
    ],
  ])('needs a constant that the answer arrives in: %s', (some, other) => {
    const { done } = mendApp({ 'a.js': get + before.replace(some, other) }, books);
    expect(done.map(({ kind }) => kind)).not.toContain('stripAtBoundary');
  });
});
