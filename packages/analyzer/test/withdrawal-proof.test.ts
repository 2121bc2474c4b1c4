import { expect, test } from 'vitest';
import { evidenceOf, read } from './evidence-of.js';

const db = `import { PrismaClient } from '@prisma/client';\nexport const prisma = new PrismaClient();\n`;
const imports = `import { prisma } from './db.js';\n`;
const all = 'await prisma.label.deleteMany({ where: { shopId } });';
const called = 'if (req.body.type === 6) await gone(req.body.shop_id);';

interface App {
  /** What the route does with the webhook. */
  readonly route?: string;
  /** The file of the handler. */
  readonly gone?: string;
  readonly server?: string;
  readonly more?: Record<string, string>;
}

/** The handler's file, with a body that deletes. */
function handler(body: string, head = 'async function gone(shopId: string)'): string {
  return `${imports}export ${head} {\n${body}\n}\n`;
}

function express(route: string, head = ''): string {
  return `import express from 'express';
import { gone } from './gone.js';
const app = express();
${head}
app.post('/tiktok/webhook', async (req: any, res: any) => {
  ${route}
  res.sendStatus(200);
});
`;
}

/** The verdict on the one store of the app, and why where it is not known. */
function verdict({ route = called, gone = handler(all), server, more = {} }: App): string {
  const { stores } = evidenceOf(
    {
      'src/db.ts': db,
      'src/labels.ts': `${imports}export async function go() {${read}await prisma.label.create({ data: { name: to.name } });\n}\n`,
      'src/gone.ts': gone,
      'src/server.ts': server ?? express(route),
      ...more,
    },
    'src/gone.ts#gone',
  );
  return stores
    .map(({ deletion }) => [deletion.verdict, deletion.reason].filter(Boolean).join(': '))
    .join(', ');
}

/** Verdicts of several apps, by what they differ in. */
function verdicts(apps: readonly string[], appOf: (one: string) => App): Record<string, string> {
  return Object.fromEntries(apps.map((one) => [one, verdict(appOf(one))]));
}

function allAre(apps: readonly string[], expected: string): Record<string, string> {
  return Object.fromEntries(apps.map((one) => [one, expected]));
}

const enumOf = 'const Topic = { ORDER: 1, GONE: 6 };';

const led = [
  'if (req.body.type === 6) await gone(req.body.shop_id);',
  'if (6 === req.body.type) await gone(req.body.shop_id);',
  'if (Number(req.body.type) === 6) await gone(String(req.body.shop_id));',
  "if (req.body.event === 'SELLER_DEAUTHORIZATION') await gone(req.body.shop_id);",
  'if (req.body.type !== 6) return res.sendStatus(200); await gone(req.body.shop_id);',
  'switch (req.body.type) { case 1: break; case 6: await gone(req.body.shop_id); break; }',
  'switch (req.body.type) { case 5: case 6: await gone(req.body.shop_id); }',
  'if ([6, 20].includes(req.body.type)) await gone(req.body.shop_id);',
  'if (req.body.type === Topic.GONE) await gone(req.body.shop_id);',
  'const isGone = req.body.type === 6; if (isGone) await gone(req.body.shop_id);',
  'if (req.body.type === 1) { return res.sendStatus(200); } else if (req.body.type === 6) { await gone(req.body.shop_id); }',
  'if (req.body.type === 1) return res.sendStatus(200); if (req.body.type === 6) await gone(req.body.shop_id);',
  'let body: any; try { body = JSON.parse(req.body); } catch { return res.sendStatus(400); } if (body.type === 6) await gone(body.shop_id);',
  'const { type, shop_id: id } = req.body; if (type === 6) await gone(id);',
  'if (!verifySignature(req)) return res.sendStatus(401); if (req.body.type === 6) await gone(req.body.shop_id);',
  "if (req.method !== 'POST') return res.sendStatus(405); if (req.body.type === 6) await gone(req.body.shop_id);",
];

const notLed = [
  'if (req.body.type === 7) await gone(req.body.shop_id);',
  'if (req.body.type === 1) await gone(req.body.shop_id);',
  'if (req.body.type === 20) await gone(req.body.shop_id);',
  'if (req.body.type === 5) await gone(req.body.shop_id);',
  'if (req.body.type !== 6) await gone(req.body.shop_id);',
  'switch (req.body.type) { case 7: await gone(req.body.shop_id); break; }',
  'switch (req.body.type) { case 6: break; default: await gone(req.body.shop_id); }',
  'switch (req.body.type) { case 6: return res.sendStatus(200); } await gone(req.body.shop_id);',
  'if (req.body.type === Topic.ORDER) await gone(req.body.shop_id);',
  "if (req.body.event === 'ORDER_STATUS_CHANGE') await gone(req.body.shop_id);",
  'if (req.body.type === 6) return res.sendStatus(200); await gone(req.body.shop_id);',
  'if (req.body.type === 6) { res.sendStatus(200); return; } else { await gone(req.body.shop_id); }',
];

test('a webhook that tells of a withdrawal leads to the handler, by whatever asks for it', () => {
  expect(verdicts(led, (route) => ({ server: express(route, enumOf) }))).toEqual(allAre(led, 'erased'));
});

test('other webhooks lead to the handler, and none that tells of a withdrawal', () => {
  expect(verdicts(notLed, (route) => ({ server: express(route, enumOf) }))).toEqual(
    allAre(notLed, 'not-seen: webhook 6 does not lead to the handler'),
  );
});

test('whether an event of something else leads to it is not known', () => {
  const inner = [
    "if (req.body.event === 'shop.revoked') await gone(req.body.shop_id);",
    'if (false) await gone(req.body.shop_id);',
  ];
  expect(verdicts(inner, (route) => ({ route }))).toEqual(
    allAre(inner, 'not-known: webhook 6 does not lead to the handler'),
  );
  const rows = [
    `const row = await prisma.job.findFirst(); if (row.type === 6) await gone(req.body.shop_id);`,
    `let type = req.body.type; type = 6; if (type === 6) await gone(req.body.shop_id);`,
    `if (process.env.X) ${called}`,
  ];
  for (const [one, found] of Object.entries(
    verdicts(rows, (route) => ({ server: imports + express(route) })),
  ))
    expect(found, one).toMatch(/^not-known: (?:the handler is called only under a condition|nothing asks)/);
});

test('what happens on every webhook is not known to be meant for a withdrawal', () => {
  expect(verdict({ route: 'await gone(req.body.shop_id);' })).toBe(
    'not-known: nothing asks whether the webhook is 6, which tells of a withdrawal',
  );
  const inside = handler(
    'if (message.type !== 6) return; await prisma.label.deleteMany({ where: { shopId: message.shop_id } });',
    'async function gone(message: any)',
  );
  expect(verdict({ route: 'await gone(req.body);', gone: inside })).toBe('erased');
});

const subjects = {
  'gone(req.body.shop_id)': 'erased',
  'gone(req.body?.data?.shopId ?? req.body.shop_id)': 'erased',
  "gone(req.body.shop_id || '')": 'erased',
  'gone(`${req.body.shop_id}`)': 'erased',
  'gone(shopOf(req.body))': 'erased',
};
const others = [
  'gone(req.body.order_id)',
  'gone(process.env.SHOP_ID!)',
  'gone(req.body.shop_order_id)',
  'gone(config.shopId)',
  "gone(req.body.shop_id ?? 'demo')",
];
const shopOf = `const config = { shopId: 'demo' };\nfunction shopOf(message: any) { return message.shop_id; }`;

test('the handler is handed the shop of the message', () => {
  const handed = (call: string): App => ({
    server: express(`if (req.body.type === 6) await ${call};`, shopOf),
  });
  expect(verdicts(Object.keys(subjects), handed)).toEqual(subjects);
  expect(verdict(handed("gone('demo')"))).toBe(
    'not-seen: it deletes by a constant, and not by the one who withdraws',
  );
  expect(verdicts(others, handed)).toEqual(
    allAre(others, 'not-known: what it deletes by is not seen to be the shop or creator that withdraws'),
  );
});

test('the condition of the deletion is that shop, and nothing else', () => {
  const by = (condition: string): App => ({ gone: handler(condition) });
  const whole = [
    all,
    'await prisma.label.deleteMany({ where: { shopId: { equals: shopId } } });',
    'await prisma.label.deleteMany({ where: { shop: { shopId } } });',
    'const id = shopId.trim(); await prisma.label.deleteMany({ where: { shopId: id } });',
    'const shop = await prisma.shop.findUnique({ where: { shopId } }); if (!shop) return; await prisma.label.deleteMany({ where: { shopId: shop.id } });',
    'await prisma.label.deleteMany();',
  ];
  expect(verdicts(whole, by)).toEqual(allAre(whole, 'erased'));
  const partly = [
    'await prisma.label.deleteMany({ where: { shopId: { not: shopId } } });',
    "await prisma.label.deleteMany({ where: { shopId: 'TEST' } });",
    "shopId = ''; await prisma.label.deleteMany({ where: { shopId } });",
    "const where = { shopId: 'demo' }; await prisma.label.deleteMany({ where });",
    'await prisma.label.deleteMany({ where: { NOT: { shopId } } });',
    'await prisma.label.deleteMany({ where: { shopId }, limit: 10 });',
    'await prisma.label.deleteMany({ where: { shopOrderId: shopId } });',
  ];
  for (const [one, found] of Object.entries(verdicts(partly, by)))
    expect(found, one).toMatch(
      /^not-(?:known|seen): (?:the deletion may take only some|what it deletes by|it deletes by a)/,
    );
});

test('the deletion is come to, is carried out, and stays', () => {
  const by = (body: string): App => ({ gone: handler(body) });
  const done = [
    all,
    `try { ${all} } catch (error) { console.error(error); throw error; }`,
    `if (!shopId) throw new Error('none'); ${all}`,
    'const q = prisma.label.deleteMany({ where: { shopId } }); await q;',
    'await Promise.all([prisma.label.deleteMany({ where: { shopId } }), prisma.shop.deleteMany()]);',
    'const all = [prisma.label.deleteMany({ where: { shopId } })]; await prisma.$transaction(all);',
    'return prisma.label.deleteMany({ where: { shopId } });',
    'prisma.label.deleteMany({ where: { shopId } }).then(() => console.log(1));',
    'await prisma.$transaction(async (tx: any) => { await tx.label.deleteMany({ where: { shopId } }); });',
    "await prisma.$transaction(async (tx: any) => { if (!shopId) throw new Error('none'); await tx.label.deleteMany({ where: { shopId } }); });",
    `return purge(); async function purge() { ${all} }`,
    `${all} throw new Error('told afterwards');`,
    `if (!shopId) fail(); ${all} } function fail(): never { throw new Error('none');`,
  ];
  expect(verdicts(done, by)).toEqual(allAre(done, 'erased'));
  const undone = [
    `return; ${all}`,
    `throw new Error('todo'); ${all}`,
    `process.exit(0); ${all}`,
    `fail(); ${all} } function fail(): never { throw new Error('todo');`,
    `{ return; } ${all}`,
    `for (const one of []) { return; } ${all}`,
    'const q = prisma.label.deleteMany({ where: { shopId } });',
    'prisma.label.deleteMany({ where: { shopId } });',
    'void prisma.label.deleteMany({ where: { shopId } });',
    'const f = () => prisma.label.deleteMany({ where: { shopId } });',
    "await prisma.$transaction(async (tx: any) => { await tx.label.deleteMany({ where: { shopId } }); throw new Error('dry run'); });",
    'await prisma.$transaction(async (tx: any) => { await tx.label.deleteMany({ where: { shopId } }); await tx.rollback(); });',
    `if (process.env.NODE_ENV === 'test') return; ${all}`,
    `process.env.DELETE && (${all.slice(0, -1)});`,
  ];
  for (const [one, found] of Object.entries(verdicts(undone, by)))
    expect(found, one).toMatch(/^not-(?:known|seen)/);
});

test('a query that a function gives back runs only where somebody waits for it', () => {
  const lazy = handler(
    'return prisma.label.deleteMany({ where: { shopId } });',
    'function gone(shopId: string)',
  );
  expect(verdict({ gone: lazy })).toBe('erased');
  expect(verdict({ gone: lazy, route: called.replace('await ', '') })).toMatch(
    /^not-known: the query is made/,
  );
  const eager = `import { MongoClient } from 'mongodb';
const store = new MongoClient('mongodb://db').db().collection('labels');
export function gone(shopId: string) { store.deleteMany({ shopId }); }
`;
  expect(verdict({ gone: eager })).not.toMatch(/query is made/);
});

test('somebody outside calls what calls the handler', () => {
  const unused = `import { gone } from './gone.js';
export async function receive(body: any) { if (body.type === 6) await gone(body.shop_id); }
`;
  expect(verdict({ server: unused })).toBe('no-entry-point');
  const used = `import express from 'express';
import { receive } from './receive.js';
express().post('/webhook', async (req: any, res: any) => { await receive(req.body); res.end(); });
`;
  expect(verdict({ server: used, more: { 'src/receive.ts': unused } })).toBe('erased');
  const plugin = `import express from 'express';
import { receive } from './receive.js';
export function register(app: any) { app.post('/webhook', async (req: any, res: any) => { await receive(req.body); res.end(); }); }
`;
  expect(verdict({ server: plugin, more: { 'src/receive.ts': unused } })).toBe('no-entry-point');
  const main = `import express from 'express';\nimport { register } from './server.js';\nregister(express());\n`;
  expect(verdict({ server: plugin, more: { 'src/receive.ts': unused, 'src/main.ts': main } })).toBe('erased');
});

test('withdrawals by a table, a map, a typed helper, and a controller', () => {
  const table = (rows: string): string =>
    express(
      'await handlers[req.body.type]?.(req.body.shop_id);',
      `const other = async (id: string) => {};\nconst handlers: any = ${rows};`,
    );
  expect(verdict({ server: table('{ 1: other, 6: gone }') })).toBe('erased');
  expect(verdict({ server: table('{ 6: other, 7: gone }') })).toMatch(/^not-known/);
  const nest = (type: number): string => `import { Body, Controller, Post } from '@nestjs/common';
import { gone } from './gone.js';
@Controller('webhooks')
export class Hooks {
  @Post()
  async receive(@Body() body: { type: number; shop_id: string }) {
    switch (body.type) { case ${String(type)}: return this.forget(body.shop_id); }
  }
  private async forget(shop: string) { await gone(shop); }
}
`;
  expect(verdict({ server: nest(6) })).toBe('erased');
  expect(verdict({ server: nest(7) })).toBe('not-seen: webhook 6 does not lead to the handler');
});
