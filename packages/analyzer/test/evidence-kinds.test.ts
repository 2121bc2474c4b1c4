import { expect, test } from 'vitest';
import { evidenceOf, read } from './evidence-of.js';

/** The evidence of code behind these imports. */
function of(head: string, code: string) {
  return evidenceOf({ 'src/a.ts': `${head}\nexport async function go(key: any) {${read}${code}\n}\n` });
}

const recipients = (head: string, code: string) =>
  of(head, code).recipients.map(({ name, host }) => [name, host]);

test('trackers receive what is told them', () => {
  const sentry = `import * as Sentry from '@sentry/node';`;
  expect(recipients(sentry, `Sentry.setUser({ username: to.name });`)).toEqual([
    ['@sentry/node', 'sentry.io'],
  ]);
  expect(recipients(sentry, `Sentry.setUser({ username: key });`)).toEqual([]);
  const posthog = `import { PostHog } from 'posthog-node';\nconst hog = new PostHog('key');`;
  expect(recipients(posthog, `hog.capture({ distinctId: order.buyer_email, event: 'x' });`)).toEqual([
    ['posthog-node', 'posthog.com'],
  ]);
  const segment = `import { Analytics } from '@segment/analytics-node';\nconst analytics = new Analytics({ writeKey: 'k' });`;
  expect(recipients(segment, `analytics.track({ event: 'x', properties: { name: to.name } });`)).toEqual([
    ['@segment/analytics-node', 'segment.com'],
  ]);
  expect(recipients('', `gtag('event', 'x', { name: key });`)).toEqual([]);
  expect(recipients('', `gtag('event', 'x', { name: to.name });`)).toEqual([
    ['Google Analytics', 'google-analytics.com'],
  ]);
  expect(recipients('', `console.log(to.name);`)).toEqual([]);
});

const stores = (head: string, code: string) => of(head, code).stores.map(({ name, kind }) => [name, kind]);

test('stores by the kind of what keeps: a table, a collection, a key, a bucket, a file', () => {
  const pg = `import pg from 'pg';\nconst pool = new pg.Pool();`;
  expect(stores(pg, `await pool.query('insert into buyers (name) values ($1)', [to.name]);`)).toEqual([
    ['buyers', 'database'],
  ]);
  expect(stores(pg, `await pool.query('select * from buyers where name = $1', [to.name]);`)).toEqual([]);
  const mongo = `import { MongoClient } from 'mongodb';\nconst db = new MongoClient('m').db('app');`;
  expect(stores(mongo, `await db.collection('buyers').insertOne({ name: to.name });`)).toEqual([
    ['buyers', 'database'],
  ]);
  expect(stores(mongo, `await db.collection('buyers').findOne({ name: to.name });`)).toEqual([]);
  const redis = `import { Redis } from 'ioredis';\nconst redis = new Redis();`;
  expect(stores(redis, 'await redis.set(`buyer:${order.id}`, to.name);')).toEqual([['buyer:*', 'key-value']]);
  expect(stores(redis, 'await redis.get(`buyer:${to.name}`);')).toEqual([]);
  const s3 = `import { S3Client, PutObjectCommand, GetObjectCommand } from '@aws-sdk/client-s3';\nconst s3 = new S3Client({});`;
  expect(
    stores(s3, `await s3.send(new PutObjectCommand({ Bucket: 'labels', Key: 'k', Body: to.name }));`),
  ).toEqual([['labels', 'bucket']]);
  expect(stores(s3, `await s3.send(new GetObjectCommand({ Bucket: 'labels', Key: 'k' }));`)).toEqual([]);
  const fs = `import { writeFile, readFile } from 'node:fs/promises';`;
  expect(stores(fs, `await writeFile('orders.json', to.name);`)).toEqual([['orders.json', 'file']]);
  expect(stores(fs, `await readFile('orders.json');`)).toEqual([]);
});

test('a token that is kept as it came is a sign; one that went through a cipher is none', () => {
  const signs = (kept: string) =>
    evidenceOf({
      'src/a.ts': `import { PrismaClient } from '@prisma/client';
import { createCipheriv } from 'node:crypto';
const prisma = new PrismaClient();
function encrypt(text: string, key: Buffer, iv: Buffer) {
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  return Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]).toString('base64');
}
export async function connect(code: string, key: Buffer) {
  const res = await fetch('https://auth.tiktok-shops.com/api/v2/token/get?auth_code=' + code);
  const { data } = await res.json();
  await prisma.shop.create({ data: { token: ${kept} } });
}
`,
    })
      .security.filter(({ kind }) => kind === 'token-without-cipher')
      .map(({ what, isWeak }) => [what, isWeak]);
  expect(signs('data.access_token')).toEqual([['prisma.shop', false]]);
  expect(signs('encrypt(data.access_token, key, key)')).toEqual([]);
});
