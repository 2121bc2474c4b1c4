import { loadCatalog } from '@leastscope/scope-catalog';
import { expect, test } from 'vitest';
import type { Needs } from '../src/model/needs.js';
import { parseDeclaration } from '../src/declaration/parse-declaration.js';
import { analyzeSources } from './generate/run.js';

const http = `const HOST = 'https://open-api.tiktokglobalshop.com';
export async function call(method: string, path: string): Promise<any> {
  return (await fetch(HOST + path, { method, headers: { 'x-tts-access-token': '' } })).json();
}
`;
const client = `import { call } from './http.js';
export const shops = () => call('GET', '/authorization/202309/shops');
export const orders = () => call('POST', '/order/202309/orders/search');
`;
const route = (body: string) => `import { shops } from '../src/client.js';
export async function GET() { return shops(); }
${body}`;
const declaration = `schema: 1
app: { name: ParcelPilot, type: public, tokens: [seller] }
requestedScopes: [seller.authorization.info, seller.order.info]
purposes:
  - { id: orders, kind: order_management, text: Show the orders of the shop with their status and lines. }
`;

function analyzed(sources: Readonly<Record<string, string>>) {
  const parsed = parseDeclaration(declaration, 'scope-declaration.yaml', loadCatalog());
  const { needs, findings } = analyzeSources(sources, parsed);
  const unused = findings.filter(({ rule }) => rule === 'unused-scope');
  const uncalled = uncalledIn(needs);
  // It hangs on more than calls, and must not on what else is asked for.
  expect(uncalledIn(analyzeSources(sources, { ...parsed, extent: 'calls' }).needs)).toEqual(uncalled);
  return {
    uncalled,
    unused: unused.map(({ severity, message }) => `${severity} ${message}`),
    verdict: needs.verdict,
  };
}

function uncalledIn({ uses }: Needs): readonly string[] {
  return uses.flatMap(({ uncalled }) => uncalled ?? []);
}

const base = { 'src/http.ts': http, 'src/client.ts': client, 'app/route.ts': route('') };

test('a helper that nothing calls is marked, and its scope is possibly unused', () => {
  expect(analyzed(base)).toEqual({
    uncalled: ['orders'],
    unused: [
      'warning `seller.order.info` is possibly unused: only `orders` in src/client.ts needs it, and nothing is seen to call that.',
    ],
    verdict: 'unknown',
  });
});

const library = {
  'src/http.ts': http,
  'src/client.ts': client,
  'src/use.ts': route('').replace('../src', '.'),
};
test.each([
  [
    'another file with a call of its own imports it',
    {
      ...base,
      'src/cron.ts': `import { orders } from './client.js';\nvoid orders();\nvoid fetch('https://open-api.tiktokglobalshop.com/authorization/202309/shops', { headers: { 'x-tts-access-token': '' } });\n`,
    },
  ],
  [
    'another file imports it',
    { ...base, 'src/cron.ts': `import { orders } from './client.js';\nvoid orders();\n` },
  ],
  [
    'another file takes the whole',
    { ...base, 'src/all.ts': `import * as all from './client.js';\nconsole.log(all);\n` },
  ],
  ['a barrel hands it on', { ...base, 'src/index.ts': `export * from './client.js';\n` }],
  ['its own file calls it', { ...base, 'src/client.ts': `${client}setInterval(orders, 1000);\n` }],
  [
    'its own file puts it into a table',
    { ...base, 'src/client.ts': `${client}export const jobs = { orders };\n` },
  ],
  [
    'its own file asks for it in a test',
    { ...base, 'src/client.ts': `${client}if (orders.name === '') throw new Error();\n` },
  ],
  ['the project is no application', library],
  [
    'nobody imports the file',
    { 'src/http.ts': http, 'src/client.ts': client, 'app/route.ts': 'export const x = 1;\n' },
  ],
])('%s: it is as any other', (_, sources) => {
  expect(analyzed(sources)).toEqual({ uncalled: [], unused: [], verdict: 'minimal' });
});

test('who takes a helper in its first lines is not read for that', () => {
  const cron = "import { orders } from './client.js';\nvoid orders();\n";
  const { stats } = analyzeSources({ ...base, 'src/cron.ts': cron }, { extent: 'calls' });
  // The two that name the platform.
  expect(stats.filesParsed).toBe(2);
});

test('a package that is private is an application', () => {
  const lay = (manifest: string) => analyzed({ ...library, 'package.json': manifest }).uncalled;
  expect(lay('{ "private": true }')).toEqual(['orders']);
  expect(lay('{ "private": false }')).toEqual([]);
  expect(lay('{ "private": ')).toEqual([]);
});
