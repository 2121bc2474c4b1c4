import { loadCatalog } from '@leastscope/scope-catalog';
import { expect, test } from 'vitest';
import { analyzeSources } from './generate/run.js';

/** The types that these files ask for, and for a withdrawal what deletes then. */
function handled(sources: Readonly<Record<string, string>>): readonly string[] {
  const { needs } = analyzeSources(sources, { declaration: null, mistakes: [] });
  return needs.handledWebhooks.map(({ type, deletion }) => `${type} ${deletion?.handler ?? '-'}`);
}

const store = `import { PrismaClient } from '@prisma/client';
export const db = new PrismaClient();
`;
const body = 'const { type, shop_id } = await request.json();';

test.each([
  ['a function that is called there', `if (type === 6) await forget(shop_id);`, ['6 src/hook.ts#forget']],
  ['its twin that only marks', `if (type === 6) await pause(shop_id);`, ['6 -']],
  [
    'a branch of a switch',
    `switch (type) { case 1: break; case 6: await forget(shop_id); }`,
    ['1 -', '6 src/hook.ts#forget'],
  ],
  [
    'the other branch deletes',
    `if (type === 6) { await pause(shop_id); } else { await forget(shop_id); }`,
    ['6 -'],
  ],
  [
    'an early return',
    `if (type !== 20) return; await db.order.deleteMany({ where: { shop_id } });`,
    ['20 src/hook.ts#POST'],
  ],
  [
    'statements of its own',
    `if (type === 6) { await db.order.deleteMany({ where: { shop_id } }); }`,
    ['6 src/hook.ts#POST'],
  ],
  ['a type that is no withdrawal', `if (type === 5) await forget(shop_id);`, ['5 -']],
  [
    'the name of the event',
    `if (type === 'SELLER_DEAUTHORIZATION') await forget(shop_id);`,
    ['6 src/hook.ts#forget'],
  ],
])('%s', (_, statement, expected) => {
  const hook = `import { db } from './db.js';
const forget = async (shop: string) => { await db.order.deleteMany({ where: { shop } }); };
const pause = async (shop: string) => { await db.shop.update({ where: { shop }, data: { paused: true } }); };
export async function POST(request: Request) {
  ${body}
  ${statement}
}
`;
  expect(handled({ 'src/db.ts': store, 'src/hook.ts': hook })).toEqual(expected);
});

test.each([
  ['an object', `const handlers = { 1: pause, 6: forget };`, 'await handlers[type]?.(shop_id);'],
  ['a map', `const handlers = new Map([[1, pause], [6, forget]]);`, 'await handlers.get(type)?.(shop_id);'],
  [
    'keys by name, looked up first',
    `const Topic = { Order: 1, Gone: 6 }; const handlers = { [Topic.Order]: pause, [Topic.Gone]: forget };`,
    'const handle = handlers[String(type)]; if (handle) await handle(shop_id);',
  ],
])('handlers in a table: %s', (_, table, statement) => {
  const hook = `import { db } from './db.js';
const forget = async (shop: string) => { await db.order.deleteMany({ where: { shop } }); };
const pause = async (shop: string) => { await db.shop.update({ where: { shop }, data: { paused: true } }); };
${table}
export async function POST(request: Request) {
  ${body}
  ${statement}
}
`;
  expect(handled({ 'src/db.ts': store, 'src/hook.ts': hook })).toEqual(['1 -', '6 src/hook.ts#forget']);
  const other = hook.replace(statement, statement.replace('type', 'new Date().getDay()'));
  expect(handled({ 'src/db.ts': store, 'src/hook.ts': other })).toEqual([]);
});

test('types that stand in one table with the one that is asked for, of another file too', () => {
  const topics = `export const Topic = { Order: 1, Gone: 6, Package: 4 } as const;\n`;
  const hook = (asked: string) => `import { Topic } from './topics.js';
export async function POST(request: Request) {
  ${body}
  if (type === ${asked}) console.log(shop_id);
}
`;
  const lay = (asked: string, table = topics) =>
    handled({ 'src/topics.ts': table, 'src/hook.ts': hook(asked) });
  expect(lay('Topic.Gone')).toEqual(['1 -', '4 -', '6 -']);
  expect(lay('6')).toEqual(['6 -']);
  expect(lay('Topic.Gone', topics.replace('4', '4000'))).toEqual(['6 -']);
});

test.each([
  [
    'a route that hands the body to another file',
    `export async function handle(event: { type: number; shop_id: string }) {
  if (event.type === 6) await db.order.deleteMany({ where: { shop: event.shop_id } });
}`,
  ],
  [
    'a topic of an enum',
    `enum Topic { Order = 1, Gone = 6 }
export async function handle(event: { type: Topic; shop_id: string }) {
  switch (event.type) { case Topic.Gone: await db.order.deleteMany({ where: { shop: event.shop_id } }); }
}`,
  ],
])('%s', (_, handler) => {
  const sources = {
    'src/db.ts': store,
    'src/handle.ts': `import { db } from './db.js';\n${handler}\n`,
    'app/api/hook/route.ts': `import { handle } from '../../../src/handle.js';
export async function POST(request: Request) {
  await handle(await request.json());
  return new Response('ok');
}
`,
  };
  expect(handled(sources)).toContain('6 src/handle.ts#handle');
  const other = { ...sources, 'src/handle.ts': sources['src/handle.ts'].replaceAll('6', '66') };
  expect(handled(other)).toEqual(expect.not.arrayContaining([expect.stringContaining('handle.ts')]));
});

test('the body that Nest hands to a method', () => {
  const hook = `import { Body, Controller, Post } from '@nestjs/common';
import { db } from './db.js';
@Controller('webhooks')
export class Hooks {
  @Post()
  async receive(@Body() body: { type: number; shop_id: string }) {
    if (body.type === 20) await this.forget(body.shop_id);
  }
  private async forget(shop: string) { await db.order.deleteMany({ where: { shop } }); }
}
`;
  expect(handled({ 'src/db.ts': store, 'src/hook.ts': hook })).toEqual(['20 src/hook.ts#Hooks.forget']);
});

test('a type of something else is none of the platform', () => {
  const hook = `export async function POST(request: Request) {
  const { type, id } = await request.json();
  if (type === 6) console.log(id);
}
`;
  expect(handled({ 'src/hook.ts': hook })).toEqual([]);
  expect(loadCatalog().webhookByType.get(6)?.event).toBe('SELLER_DEAUTHORIZATION');
});
