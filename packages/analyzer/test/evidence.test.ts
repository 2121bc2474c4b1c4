import { loadCatalog } from '@leastscope/scope-catalog';
import { expect, test } from 'vitest';
import { parseDeclaration } from '../src/declaration/parse-declaration.js';
import type { Evidence } from '../src/model/evidence.js';
import { analyzeSources } from './generate/run.js';

const declaration = `schema: 1
app: { name: ParcelPilot, type: public, tokens: [seller] }
requestedScopes: [seller.order.info]
purposes:
  - id: ship-orders
    kind: shipping_seller
    text: Create shipping labels for orders the seller has to dispatch.
recipients:
  - { id: carrier, name: Carrier, country: DE, hosts: ['*.carrier.example'], code: [carrier.book] }
storage:
  - { id: main-db, kind: postgres, code: [prisma.label] }
deletion: { handler: src/gone.ts#onGone }
`;

const read = `
  const res = await fetch('https://open-api.tiktokglobalshop.com/order/202309/orders/search', { method: 'POST' });
  const { data } = await res.json();
  const to = data.orders[0].recipient_address;
`;
const head = `import axios from 'axios';
import https from 'node:https';
import { createCipheriv } from 'node:crypto';
import { PrismaClient } from '@prisma/client';
const prisma = new PrismaClient();
`;
const route = `import { onGone } from './gone.js';
export async function POST(request: Request) {
  const message = await request.json();
  if (message.type === 6) await onGone(message.shop_id);
  return new Response('ok');
}
`;

function evidenceOf(body: string, gone = 'return shop;', caller = route): Evidence {
  const parsed = parseDeclaration(declaration, 'scope-declaration.yaml', loadCatalog());
  const { evidence } = analyzeSources(
    {
      'src/a.ts': `${head}declare const carrier: any;\nexport async function go(key: any) {${read}${body}\n}\n`,
      'src/gone.ts': `${head}export async function onGone(shop: string) { ${gone} }\n`,
      'src/app/webhook/route.ts': caller.replace('./gone', '../../gone'),
    },
    parsed,
  );
  if (evidence === null) throw new Error('the evidence was not looked for');
  return evidence;
}

test('a field in an object of our own is handed over to what cannot be seen into', () => {
  const { handOvers } = evidenceOf('await carrier.book({ who: to.name });');
  expect(handOvers.map(({ to, declaredAs }) => [to, declaredAs?.id])).toEqual([['carrier.book', 'carrier']]);
  expect(handOvers.flatMap(({ data }) => data.map(({ category }) => category))).toEqual(['buyer.name']);
  expect(evidenceOf('await carrier.book({ who: key });').handOvers).toEqual([]);
});

test('recipients by host, bound to what is declared', () => {
  const sent = (host: string) =>
    evidenceOf(`await axios.post('https://${host}/x', { n: to.name });`).recipients.map(
      ({ name, declaredAs }) => [name, declaredAs?.id ?? null],
    );
  expect(sent('api.carrier.example')).toEqual([['api.carrier.example', 'carrier']]);
  expect(sent('hooks.chat.example')).toEqual([['hooks.chat.example', null]]);
  expect(evidenceOf(`await axios.post('https://a.example/x', { n: key });`).recipients).toEqual([]);
});

const keep = 'await prisma.label.create({ data: { name: to.name } });';

test('a store and its deletion: nothing but the whole of it, reached from somewhere, is erased', () => {
  const verdict = (gone: string, caller = route) =>
    evidenceOf(keep, gone, caller).stores.map(({ name, declaredAs, deletion }) =>
      [name, declaredAs?.id, deletion.verdict].join(' '),
    );
  const is = (word: string) => [`prisma.label main-db ${word}`];
  expect(verdict('await prisma.label.deleteMany({ where: { shop } });')).toEqual(is('erased'));
  expect(verdict('await prisma.label.deleteMany({ where: { shop } });', '')).toEqual(is('no-entry-point'));
  expect(verdict(`await prisma.label.deleteMany({ where: { shop, state: 'sent' } });`)).toEqual(
    is('not-known'),
  );
  expect(verdict('await prisma.label.delete({ where: { shop } });')).toEqual(is('not-known'));
  for (const partly of [
    'if (Math.random() > 0.5) await prisma.label.deleteMany({ where: { shop } });',
    'await prisma.label.deleteMany({ where: { orderId: shop } });',
    'await prisma.label.deleteMany({ where: { shop, ...shop } });',
    'shop && (await prisma.label.deleteMany({ where: { shop } }));',
    'try { shop(); } catch { await prisma.label.deleteMany({ where: { shop } }); }',
  ])
    expect(verdict(partly), partly).toEqual(is('not-known'));
  expect(verdict('await prisma.parcel.deleteMany({ where: { shop } });')).toEqual(is('not-seen'));
  expect(verdict('await prisma.label.updateMany({ where: { shop }, data: { gone: 1 } });')).toEqual(
    is('flagged'),
  );
  expect(verdict('return shop;')).toEqual(is('not-seen'));
});

test('what protects data, or fails to', () => {
  const signs = (body: string) =>
    evidenceOf(body).security.map(({ what, isWeak }) => `${what}${isWeak ? ' weak' : ''}`);
  expect(signs(`createCipheriv('aes-128-cbc', key, key);`)).toEqual(['aes-128-cbc weak']);
  expect(signs(`createCipheriv('aes-256-gcm', key, key);`)).toEqual(['aes-256-gcm']);
  expect(signs('new https.Agent({ rejectUnauthorized: false });')).toEqual([
    'rejectUnauthorized: false weak',
  ]);
  expect(signs('new https.Agent({ rejectUnauthorized: true });')).toEqual([]);
  expect(signs(`new https.Agent({ minVersion: 'TLSv1.1' });`)).toEqual(['TLSv1.1 weak']);
  expect(signs(`await axios.post('http://erp.example/x', { n: to.name });`)).toEqual([
    'http://erp.example weak',
  ]);
  expect(signs(`document.createElementNS('http://www.w3.org/2000/svg', 'svg');`)).toEqual([]);
});
