import { loadCatalog } from '@leastscope/scope-catalog';
import { expect, test } from 'vitest';
import { parseDeclaration } from '../src/declaration/parse-declaration.js';
import type { DeletionEvidence } from '../src/model/data-flow.js';
import { analyzeSources } from './generate/run.js';

const declaration = `schema: 1
app: { name: ParcelPilot, type: public, tokens: [seller] }
requestedScopes: [seller.order.info]
purposes:
  - id: ship-orders
    kind: shipping_seller
    text: Create shipping labels for orders the seller has to dispatch.
    retention: { period: P30D, after: order.completed, onDeauthorization: P7D }
webhooks: [6]
deletion: { handler: src/gone.ts#onGone }
`;

/** What is found of the handler of these files; places as `file:line note`. */
function evidence(sources: Readonly<Record<string, string>>) {
  const parsed = parseDeclaration(declaration, 'scope-declaration.yaml', loadCatalog());
  const { needs } = analyzeSources(sources, parsed);
  if (needs.deletion === null) throw new Error('the handler was not looked for');
  return told(needs.deletion);
}

function told({ handler, deletions, flags, isOpen, reachedFrom, mistakenTypes }: DeletionEvidence) {
  const at = ({ file, start }: { file: string; start: { line: number } }) => `${file}:${start.line}`;
  const seen = (places: DeletionEvidence['deletions']) =>
    places.map(({ place, note }) => `${at(place)} ${note}`);
  return {
    handler: handler === null ? null : at(handler),
    deletions: seen(deletions),
    flags: seen(flags),
    isOpen,
    reachedFrom: seen(reachedFrom),
    mistaken: mistakenTypes.map(at),
  };
}

const route = `import { onGone } from './gone.js';
export async function POST(request: Request) {
  const message = await request.json();
  if (message.type === 6) await onGone(message.shop_id);
  return new Response('ok');
}
`;

test('a handler that deletes, called from the route', () => {
  const sources = {
    'src/gone.ts': `import { PrismaClient } from '@prisma/client';
const prisma = new PrismaClient();
export const onGone = (shop: string) => prisma.order.deleteMany({ where: { shop } });
`,
    'src/route.ts': route,
  };
  expect(evidence(sources)).toEqual({
    handler: 'src/gone.ts:3',
    deletions: ['src/gone.ts:3 `prisma.order.deleteMany` deletes'],
    flags: [],
    isOpen: false,
    reachedFrom: ['src/route.ts:4 called here'],
    mistaken: [],
  });
});

test('deletion in a helper of another file, by SQL, by a name that says so', () => {
  const sources = {
    'src/gone.ts': `import { wipe } from './wipe.js';
export async function onGone(shop: string, store: { removeShop(id: string): Promise<void> }) {
  await wipe(shop);
  await store.removeShop(shop);
}
`,
    'src/wipe.ts': `import { Pool } from 'pg';
const pool = new Pool();
export async function wipe(shop: string) {
  await pool.query('select 1 from shops where id = $1', [shop]);
  await pool.query('delete from orders where shop = $1', [shop]);
}
`,
    'src/route.ts': route,
  };
  expect(evidence(sources).deletions).toEqual([
    'src/gone.ts:4 `store.removeShop` deletes',
    'src/wipe.ts:5 `pool.query` deletes',
  ]);
});

const aws = "import { DeleteCommand, DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';";
const prisma = "import { PrismaClient } from '@prisma/client';";
const typeorm = "import type { Repository } from 'typeorm';";

test.each([
  [
    'a command',
    `${aws}
declare const db: DynamoDBDocumentClient;
export const onGone = (shop: string) => db.send(new DeleteCommand({ TableName: 'orders', Key: { shop } }));`,
    ['src/gone.ts:3 `DeleteCommand` deletes'],
  ],
  [
    'a command that only reads',
    `${aws}
declare const db: DynamoDBDocumentClient;
export const onGone = (shop: string) => db.send(new GetCommand({ TableName: 'orders', Key: { shop } }));`,
    [],
  ],
  [
    'a client kept on the global object',
    `${prisma}
const client = (globalThis as any).client ?? new PrismaClient();
export const onGone = (shop: string) => client.order.deleteMany({ where: { shop } });`,
    ['src/gone.ts:3 `client.order.deleteMany` deletes'],
  ],
  [
    'the client of a transaction',
    `${prisma}
const client = new PrismaClient();
export const onGone = (shop: string) => client.$transaction((inside) => inside.order.deleteMany({ where: { shop } }));`,
    ['src/gone.ts:3 `inside.order.deleteMany` deletes'],
  ],
  [
    'a repository by its type',
    `${typeorm}
type Orders = Repository<{ shop: string }>;
export const onGone = (shop: string, orders: Orders) => orders.softDelete({ shop });`,
    ['src/gone.ts:3 `orders.softDelete` deletes'],
  ],
])('%s', (_, text, deletions) => {
  expect(evidence({ 'src/gone.ts': text, 'src/route.ts': route }).deletions).toEqual(deletions);
});

test('a mark is no deletion; what is not seen may be one', () => {
  const flag = {
    'src/gone.ts': `import { PrismaClient } from '@prisma/client';
const prisma = new PrismaClient();
export const onGone = (shop: string) => prisma.shop.update({ where: { shop }, data: { active: false } });
`,
    'src/route.ts': route,
  };
  expect(evidence(flag)).toMatchObject({
    deletions: [],
    flags: ['src/gone.ts:3 `prisma.shop.update` flags'],
    isOpen: false,
  });
  const job = {
    'src/gone.ts': `export const onGone = (shop: string, jobs: { run(name: string, shop: string): void }) => jobs.run('forget', shop);\n`,
    'src/route.ts': route,
  };
  expect(evidence(job)).toMatchObject({ deletions: [], flags: [], isOpen: true });
});

test('no such function, and one that nobody calls', () => {
  expect(evidence({ 'src/gone.ts': 'export const other = 1;\n' }).handler).toBeNull();
  expect(evidence({ 'src/other.ts': route }).handler).toBeNull();
  const alone = { 'src/gone.ts': 'export function onGone(shop: string) { console.log(shop); }\n' };
  expect(evidence(alone)).toMatchObject({ handler: 'src/gone.ts:1', reachedFrom: [], isOpen: false });
});

test('handed to a router or a table it is reached', () => {
  const gone = `export function onGone(shop: string) { return shop; }\n`;
  const router = `import { onGone } from './gone.js';\nimport express from 'express';\nexpress().post('/webhooks', onGone);\n`;
  expect(evidence({ 'src/gone.ts': gone, 'src/routes.ts': router }).reachedFrom).toEqual([
    'src/routes.ts:3 registered here',
  ]);
  const table = `import { onGone } from './gone.js';\nimport { serve } from 'platform';\nserve({ 6: onGone });\n`;
  expect(evidence({ 'src/gone.ts': gone, 'src/routes.ts': table }).reachedFrom).toEqual([
    'src/routes.ts:3 registered here',
  ]);
});

test.each([
  ['an if', `if (message.type === 5) await onGone(message.shop_id);`, 3],
  ['a constant', `if (message.type === GONE) await onGone(message.shop_id);`, 3],
  ['a case', `switch (message.type) { case 5: return onGone(message.shop_id); }`, 3],
  ['a conversion', `return Number(message.type) === 5 ? onGone(message.shop_id) : null;`, 3],
])('5 is taken for the end of an authorization: %s', (_, code, line) => {
  const sources = {
    'src/gone.ts': `export function onGone(shop: string) { return shop; }\n`,
    'src/hook.ts': `import { onGone } from './gone.js'; const GONE = 5;\nexport async function hook(message: any) {\n  ${code}\n}\n`,
  };
  expect(evidence(sources).mistaken).toEqual([`src/hook.ts:${String(line)}`]);
});

test('5 for something else is no mistake', () => {
  const sources = {
    'src/gone.ts': `export function onGone(message: any) { if (message.type !== 6) return; return message; }\n`,
    'src/hook.ts': `import { onGone } from './gone.js';
export async function hook(message: any) {
  if (message.type === 5) return refreshProduct(message);
  if (message.count === 5) return onGone(message);
  return onGone(message);
}
function refreshProduct(message: any) { return message; }
`,
  };
  expect(evidence(sources).mistaken).toEqual([]);
  const inside = {
    'src/gone.ts': `export function onGone(message: any) { if (message.type !== 5) return; return message; }\n`,
    'src/route.ts': route,
  };
  expect(evidence(inside).mistaken).toEqual(['src/gone.ts:1']);
});
