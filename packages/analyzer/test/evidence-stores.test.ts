import { expect, test } from 'vitest';
import { evidenceOf, read, verdicts } from './evidence-of.js';

const route = `import { gone } from '../../gone.js';
export async function POST(request: Request) {
  const message = await request.json();
  if (message.type === 6) await gone(message.shop_id);
  return new Response('ok');
}
`;

/** What is kept of an order, by code with these imports, and what a handler does with it. */
function kept(head: string, keep: string, gone = '', more: Record<string, string> = {}): readonly string[] {
  return verdicts(
    evidenceOf(
      {
        'src/a.ts': `${head}\nexport async function go(key: any) {${read}${keep}\n}\n`,
        'src/gone.ts': `${head}\nexport async function gone(shop: string) { ${gone} }\n`,
        'src/app/hook/route.ts': route,
        ...more,
      },
      'src/gone.ts#gone',
    ),
  );
}

const drizzle = `import { drizzle } from 'drizzle-orm/node-postgres';
import { eq } from 'drizzle-orm';
import { labels, parcels } from './schema.js';
const db = drizzle('postgres://db');`;
const schema = {
  'src/schema.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';
export const labels = pgTable('shipping_labels', { name: text('name'), shop: text('shop_id') });
export const parcels = pgTable('parcels', { name: text('name') });
`,
};

test('a table of Drizzle has the name of its definition, whatever is done with it', () => {
  const insert = 'await db.insert(labels).values({ name: to.name });';
  const update = 'await db.update(labels).set({ name: to.name }).where(eq(labels.shop, key));';
  expect(kept(drizzle, insert + update, '', schema)).toEqual(['shipping_labels not-seen']);
  expect(kept(drizzle, 'await db.insert(labels).values({ name: key });', '', schema)).toEqual([]);
  const inside =
    'await db.transaction(async (tx) => { await tx.insert(labels).values({ name: to.name }); });';
  expect(kept(drizzle, inside, '', schema)).toEqual(['shipping_labels not-seen']);
  const other = 'await db.delete(parcels).where(eq(parcels.name, shop));';
  expect(kept(drizzle, insert, other, schema)).toEqual(['shipping_labels not-seen']);
});

test('a model has the name of its definition', () => {
  const mongoose = `import mongoose from 'mongoose';\nconst Label = mongoose.model('ShippingLabel', new mongoose.Schema({}));`;
  const create = 'await Label.create({ name: to.name });';
  expect(kept(mongoose, create, 'await Label.deleteMany({ shopId: shop });')).toEqual([
    'ShippingLabel erased',
  ]);
  expect(kept(mongoose, create, 'await Label.deleteOne({ shopId: shop });')).toEqual([
    'ShippingLabel not-known',
  ]);
  expect(kept(mongoose, 'await Label.create({ name: key });')).toEqual([]);
  const sequelize = `import { Sequelize } from 'sequelize';\nconst sequelize = new Sequelize('db');\nconst Label = sequelize.define('label', {});`;
  expect(kept(sequelize, create, 'await Label.destroy({ where: { shopId: shop } });')).toEqual([
    'label erased',
  ]);
  expect(kept(sequelize, create, 'await Label.destroy({ where: { orderId: shop } });')).toEqual([
    'label not-known',
  ]);
});

test('one document is not the collection, by whatever name it goes', () => {
  const firestore = `import { getFirestore } from 'firebase-admin/firestore';\nconst db = getFirestore();`;
  const add = `await db.collection('labels').add({ name: to.name });`;
  const one = `const ref = db.collection('labels').doc(shop); await ref.delete();`;
  expect(kept(firestore, add, one)).toEqual(['labels not-known']);
  expect(kept(firestore, add, `await db.collection('labels').doc(shop).delete();`)).toEqual([
    'labels not-known',
  ]);
});

test('a body that is kept before anybody asks for its type is one of those that are asked for later', () => {
  const hook = (body: string) => `import { PrismaClient } from '@prisma/client';
const prisma = new PrismaClient();
export const host = 'https://open-api.tiktokglobalshop.com';
export async function POST(request: Request) {
  const raw = await request.text();
  const message = JSON.parse(raw);
  await prisma.inbox.create({ data: { type: message.type, shop: message.shop_id, id: message.tts_notification_id, ${body} } });
  return new Response('ok');
}
`;
  const worker = (type: number) => `export const host = 'https://open-api.tiktokglobalshop.com';
export function work(message: any) {
  if (message.shop_id === '') return null;
  switch (message.type) {
    case ${String(type)}:
      return message.data;
  }
}
`;
  const names = (body: string, type: number) =>
    verdicts(evidenceOf({ 'src/app/tts/route.ts': hook(body), 'src/worker.ts': worker(type) }));
  const found = evidenceOf({ 'src/app/tts/route.ts': hook('raw'), 'src/worker.ts': worker(11) }).stores;
  expect(names('raw', 11)).toEqual(['prisma.inbox not-seen']);
  expect(found.flatMap(({ written }) => written.map(({ category }) => category))).toContain(
    'buyer.aftersale',
  );
  expect(names('raw', 99)).toEqual([]);
});

test('a field of an answer that the catalog knows as a whole only is kept as some of it', () => {
  const body = (keep: string) => `import { PrismaClient } from '@prisma/client';
const prisma = new PrismaClient();
export async function go(id: string) {
  const res = await fetch(\`https://open-api.tiktokglobalshop.com/fulfillment/202309/orders/\${id}/tracking\`);
  const { data } = await res.json();
  await prisma.step.create({ data: { text: ${keep} } });
}
`;
  const stores = evidenceOf({ 'src/a.ts': body('data.tracking[0].description') }).stores;
  expect(stores.flatMap(({ written }) => written.map((one) => [one.category, one.isCertain]))).toEqual([
    ['shipment.tracking', false],
  ]);
  expect(evidenceOf({ 'src/a.ts': body('data.next_page_token') }).stores).toEqual([]);
});

test('what only asks by a value, or works something out of it, is handed nothing', () => {
  const handed = (code: string) =>
    evidenceOf({
      'src/a.ts': `import { PrismaClient } from '@prisma/client';
declare const carrier: any;
const prisma = new PrismaClient();
export async function go() {${read}${code}\n}\n`,
    }).handOvers.map(({ to }) => to);
  expect(handed('await prisma.person.findFirst({ where: { name: to.name } });')).toEqual([]);
  expect(handed('new Intl.Collator().compare(to.name, "a");')).toEqual([]);
  expect(handed('await carrier.book(to.name);')).toEqual(['carrier.book']);
  expect(handed('carrier.findAddress(to.name);')).toEqual(['carrier.findAddress']);
});
