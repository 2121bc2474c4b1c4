import { expect, test } from 'vitest';
import { evidenceOf, read } from './evidence-of.js';

const route = `import { gone } from '../../gone.js';
export async function POST(request: Request) {
  const message = await request.json();
  if (message.type === 6) await gone(message.shop_id);
  return new Response('ok');
}
`;
const prisma = `import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\n`;
const keep =
  'await prisma.label.create({ data: { name: to.name, phone: to.phone_number, order: order.id } });';

interface App {
  readonly gone?: string;
  readonly head?: string;
  readonly keep?: string;
  readonly more?: Record<string, string>;
}

/** The verdict on the one store of an app, and the period of a timer behind it. */
function verdict({ gone = '', head = prisma, keep: kept = keep, more = {} }: App): string {
  const { stores } = evidenceOf(
    {
      'src/a.ts': `${head}export async function go(key: any) {${read}${kept}\n}\n`,
      'src/gone.ts': `${head}export async function gone(shop: string) { ${gone} }\n`,
      'src/app/hook/route.ts': route,
      ...more,
    },
    'src/gone.ts#gone',
  );
  return stores
    .filter(({ name }) => /label/i.test(name))
    .map(({ deletion }) => [deletion.verdict, deletion.after].join(' ').trim())
    .join(', ');
}

const all = 'await prisma.label.deleteMany({ where: { shop } });';

test('erased: what is called under no condition deletes under none', () => {
  const helper = (how: string) => verdict({ gone: `${how} } async function purge(shop: string) { ${all}` });
  expect(helper('await purge(shop);')).toBe('erased');
  expect(helper('await prisma.$transaction(async () => { await purge(shop); });')).toBe('erased');
  for (const sometimes of [
    'if (Math.random() > 0.5) await purge(shop);',
    'if (Math.random() > 0.5) return; await purge(shop);',
    'for (const one of [shop]) await purge(one);',
    '[shop].forEach((one) => purge(one));',
    'const settings: any = {}; if (!settings.erase) return; await purge(shop);',
    'if (!shop || Math.random() > 0.5) return; await purge(shop);',
  ])
    expect(helper(sometimes), sometimes).toBe('not-known');
});

test('erased: without the shop there is nobody to delete for', () => {
  expect(verdict({ gone: `if (!shop) return; ${all}` })).toBe('erased');
  expect(verdict({ gone: `if (!shop) throw new Error('none'); ${all}` })).toBe('erased');
});

test('erased: a route that calls the handler only now and then erases nothing for sure', () => {
  const called = (condition: string) =>
    verdict({ gone: all, more: { 'src/app/hook/route.ts': route.replace('message.type === 6', condition) } });
  expect(called('message.type === 6')).toBe('erased');
  expect(called('message.type === 6 || message.type === 20')).toBe('erased');
  expect(called('message.type === 6 && Math.random() > 0.5')).toBe('not-known');
});

test('erased by the conditions of Drizzle', () => {
  const head = `import { drizzle } from 'drizzle-orm/node-postgres';
import { and, eq } from 'drizzle-orm';
import { pgTable, text } from 'drizzle-orm/pg-core';
const labels = pgTable('labels', { name: text('name'), shopId: text('shop_id') });
const db = drizzle('postgres://db');
`;
  const drizzle = (gone: string) =>
    verdict({ head, keep: 'await db.insert(labels).values({ name: to.name });', gone });
  expect(drizzle('await db.delete(labels).where(eq(labels.shopId, shop));')).toBe('erased');
  expect(drizzle('await db.delete(labels).where(eq(labels.name, shop));')).toBe('not-known');
  expect(drizzle('await db.delete(labels).where(and(eq(labels.shopId, shop), eq(labels.name, shop)));')).toBe(
    'not-known',
  );
});

test('anonymised: every personal column of all rows is overwritten with a constant', () => {
  const put = (data: string, where = '{ shop }') =>
    verdict({ gone: `await prisma.label.updateMany({ where: ${where}, data: ${data} });` });
  expect(put('{ name: null, phone: "" }')).toBe('anonymised');
  expect(put('{ name: null }')).toBe('flagged');
  expect(put('{ name: null, phone: shop }')).toBe('flagged');
  expect(put('{ name: undefined, phone: null }')).toBe('flagged');
  expect(put('{ name: null, phone: null }', '{ shop, done: 1 }')).toBe('flagged');
  expect(
    verdict({ gone: 'await prisma.label.update({ where: { shop }, data: { name: null, phone: null } });' }),
  ).toBe('flagged');
  const whole = 'await prisma.label.create({ data: { name: to.name, phone: null, raw: order } });';
  const over = 'await prisma.label.updateMany({ where: { shop }, data: { name: null, phone: null } });';
  expect(verdict({ keep: whole, gone: over })).toBe('flagged');
  expect(verdict({ gone: over, more: { 'src/app/hook/route.ts': '' } })).toBe('no-entry-point');
});

test('anonymised and pseudonymised by a statement', () => {
  const head = `import pg from 'pg';\nconst pool = new pg.Pool();\n`;
  const sql = (statement: string) =>
    verdict({
      head,
      keep: 'await pool.query("insert into labels (n) values ($1)", [to.name]);',
      gone: `await pool.query("${statement}", [shop]);`,
    });
  expect(sql('delete from labels where shop_id = $1')).toBe('erased');
  expect(sql('delete from labels where order_id = $1')).toBe('not-known');
  expect(sql('update labels set name = null where shop_id = $1')).toBe('flagged');
});

test('pseudonymised: a hash still tells people apart', () => {
  const head = `${prisma}import { createHash } from 'node:crypto';\nconst hashOf = (text: string) => createHash('sha256').update(text).digest('hex');\n`;
  const put = (data: string) =>
    verdict({ head, gone: `await prisma.label.updateMany({ where: { shop }, data: ${data} });` });
  expect(put('{ name: hashOf(shop), phone: null }')).toBe('pseudonymised');
  expect(put('{ name: hashOf(shop) }')).toBe('flagged');
});

test('elsewhere: the deletion is handed to a queue, a procedure or another service', () => {
  const queue = `${prisma}import { Queue } from 'bullmq';\nimport axios from 'axios';\nconst queue = new Queue('jobs');\n`;
  const handed = (gone: string) => verdict({ head: queue, gone });
  expect(handed(`await queue.add('erase-shop', { shop });`)).toBe('elsewhere');
  expect(handed(`await queue.add('welcome', { shop });`)).toBe('not-seen');
  expect(handed(`await axios.post('https://keeper.example/shops/purge', { shop });`)).toBe('elsewhere');
  expect(handed(`await axios.post('https://chat.example/news', { shop });`)).toBe('not-seen');
  expect(handed(`await queue.add('erase-shop', { shop }); ${all}`)).toBe('erased');
});

const timer = (work: string, start = `cron.schedule('0 3 * * *', sweep);`) => ({
  'src/timer.ts': `${prisma}import cron from 'node-cron';
import { subDays } from 'date-fns';
export const host = 'https://open-api.tiktokglobalshop.com';
async function sweep() { ${work} }
${start}
`,
});

test('erased by a timer: everything beyond an age, always', () => {
  const swept = (work: string, start?: string) => verdict({ more: timer(work, start) });
  const old = (age: string, more = '') =>
    `await prisma.label.deleteMany({ where: { createdAt: { lt: ${age} }${more} } });`;
  expect(swept(old('subDays(new Date(), 30)'))).toBe('erased-by-timer P30D');
  expect(swept(old('new Date(Date.now() - 90 * 24 * 60 * 60 * 1000)'))).toBe('erased-by-timer P90D');
  expect(swept(`const days = Number(process.env.DAYS); ${old('subDays(new Date(), days)')}`)).toBe(
    'erased-by-timer',
  );
  expect(swept(old('subDays(new Date(), 30)'), `setInterval(() => sweep(), 3600000);`)).toBe(
    'erased-by-timer P30D',
  );
  for (const less of [
    old('subDays(new Date(), 30)', ', sent: true'),
    `if (process.env.SWEEP) ${old('subDays(new Date(), 30)')}`,
    'await prisma.label.deleteMany({ where: { deletedAt: { lt: new Date() } } });',
    'await prisma.label.deleteMany({ where: { createdAt: { gt: new Date() } } });',
    'await prisma.parcel.deleteMany({ where: { createdAt: { lt: new Date() } } });',
  ])
    expect(swept(less), less).toBe('not-seen');
  expect(swept(old('new Date()'), '')).toBe('not-seen');
  const drizzle = `import { drizzle } from 'drizzle-orm/node-postgres';
import { lt, gt } from 'drizzle-orm';
import { pgTable, text } from 'drizzle-orm/pg-core';
const labels = pgTable('labels', { createdAt: text('created_at') });
const db = drizzle('postgres://db');
`;
  const cleared = (operator: string) =>
    verdict({
      head: drizzle,
      keep: 'await db.insert(labels).values({ name: to.name });',
      more: {
        'src/timer.ts': `${drizzle}export const host = 'https://open-api.tiktokglobalshop.com';
setInterval(async () => { await db.delete(labels).where(${operator}(labels.createdAt, new Date(Date.now() - 3600000))); }, 1000);
`,
      },
    });
  expect(cleared('lt')).toBe('erased-by-timer PT1H');
  expect(cleared('gt')).toBe('not-seen');
  expect(swept(old('new Date()'), `export function start() { cron.schedule('* * * * *', sweep); }`)).toBe(
    'not-seen',
  );
});

test('erased by a timer: an index, or an end of each key', () => {
  const mongo = (options: string) =>
    verdict({
      head: `import mongoose from 'mongoose';
const schema = new mongoose.Schema({});
schema.index({ createdAt: 1 }, ${options});
const Label = mongoose.model('Label', schema);
`,
      keep: 'await Label.create({ name: to.name });',
    });
  expect(mongo('{ expireAfterSeconds: 60 * 60 * 24 * 30 }')).toBe('erased-by-timer P30D');
  expect(mongo('{ expireAfterSeconds: 60, partialFilterExpression: { done: true } }')).toBe('not-seen');
  expect(mongo('{ unique: true }')).toBe('not-seen');
  const redis = (set: string) =>
    verdict({
      head: `import { Redis } from 'ioredis';\nconst redis = new Redis();\n`,
      keep: set,
    });
  expect(redis(`await redis.set('label:' + order.id, to.name, 'EX', 86400);`)).toBe('erased-by-timer P1D');
  expect(redis(`await redis.set('label:' + order.id, to.name);`)).toBe('not-seen');
});
