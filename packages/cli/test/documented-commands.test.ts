import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadEngine } from '../src/host/engine.js';
import { main } from '../src/main.js';
import { documentedLines } from './documented-lines.js';
import { host } from './samples.js';

const base = 'https://open-api.tiktokglobalshop.com';
const call = (name: string, path: string): string =>
  `export const ${name} = () => fetch('${base}${path}', { headers: { 'x-tts-access-token': process.env.TOKEN ?? '' } });\n`;
const order = call('order', '/order/202507/orders?ids=1');
const declaration = `schema: 1
app: { name: ShopPulse, type: public, tokens: [seller] }
requestedScopes: [seller.authorization.info, seller.order.info, seller.finance.info]
purposes:
  - id: sales-dashboard
    kind: analytics_reporting
    text: Show the seller how the shop sells, day by day and compared with last month.
    code: [src/reports/**]
    retention: { period: P13M, after: collection, onDeauthorization: P7D }
  - id: connect-shop
    kind: shop_connection
    text: Identify the shop the seller connected and renew its authorization.
    code: [src/connect/**]
    retention: { period: P1Y, after: account.closed, onDeauthorization: P1D }
`;
const answer = { code: 0, data: { access_token: 'x', user_type: 0, granted_scopes: ['seller.order.info'] } };
const request = { method: 'GET', url: `${base}/order/202507/orders?ids=1` };
const har = { log: { version: '1.2', entries: [{ request, response: { status: 200, content: {} } }] } };
const spans = { resourceSpans: [] };
const log = `GET ${base}/order/202507/orders 200\n`;

/** What the lines name: a small app in which each of them means something. */
const app: Readonly<Record<string, string | Buffer>> = {
  'package.json': '{ "name": "shop-pulse", "private": true, "type": "module" }',
  'scope-declaration.yaml': declaration,
  'src/reports/sales.ts': call('sales', '/finance/202309/statements'),
  'src/connect/shops.ts': call('shops', '/authorization/202309/shops'),
  'src/orders.ts': `${'// The call stands in line 42.\n'.repeat(41)}${order}`,
  'src/orders/keep.ts': order,
  'src/debug.ts': order,
  'src/Order.vue': `<script setup lang="ts">\n${order}</script>\n`,
  'list.json': JSON.stringify({ data: [{ interface_path: '/order/202507/orders', method: 'GET' }] }),
  'service.json': JSON.stringify({ data: { scopes: [{ scope_key: 'seller.order.info', enabled: true }] } }),
  'session.har': JSON.stringify(har),
  'spans.json': JSON.stringify(spans),
  'logs/one.log.gz': gzipSync(log),
  'response.json': JSON.stringify(answer),
  'tokens/one.json': JSON.stringify(answer),
  'saved-notice.html': '<h1>Privacy</h1><p>Nothing is kept.</p>',
};

/** Lines that are tried elsewhere, and why not here. */
const elsewhere: Readonly<Record<string, string>> = {
  'check --watch': 'runs until it is stopped: watch.test.ts',
  'fix --interactive --unsafe': 'asks at a terminal: mend.test.ts',
  'fix --unsafe --interactive': 'asks at a terminal: mend.test.ts',
  'lsp --stdio': 'answers an editor until that ends: language-server.test.ts',
};

const lines = documentedLines();
const engine = loadEngine();
let folder: string;
let files: Readonly<Record<string, string | Buffer>>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'leastscope-documented-'));
  files = app;
  layOut();
  files = {
    ...files,
    'apps/one/leastscope.json': await reportOf('check', '--format', 'json'),
    'shard-1.json': await reportOf('check', '--shard', '1/2', '--format', 'json'),
    'shard-2.json': await reportOf('check', '--shard', '2/2', '--format', 'json'),
    'scope-manifest.json': await reportOf('manifest', '--output', '-'),
  };
  layOut();
  const git = (...args: readonly string[]): void => {
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args], {
      cwd: folder,
      env: { ...process.env, GIT_COMMITTER_DATE: '2026-11-01T00:00:00Z' },
    });
  };
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-qm', 'begin');
  for (const ref of ['refs/remotes/origin/main', 'refs/tags/v1.4.0', 'refs/tags/v1.5.0'])
    git('update-ref', ref, 'HEAD');
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** As it was before the last line was tried. */
function layOut(): void {
  for (const name of readdirSync(folder).filter((one) => one !== '.git'))
    rmSync(join(folder, name), { recursive: true, force: true });
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}

async function run(args: readonly string[]) {
  const terminal = host(folder, { loadEngine: () => engine });
  const code = await main(args, terminal);
  return { code, ...terminal.said };
}

async function reportOf(...args: readonly string[]): Promise<string> {
  return (await run([...args, ...(args[0] === 'check' ? ['--no-cache'] : []), '--as-of', '2026-11-01']))
    .stdout;
}

it('are found, of every command', () => {
  const commands = new Set(lines.map(({ args: [command = ''] }) => command));
  const told = ['check', 'diff', 'fix', 'init', 'lsp', 'manifest', 'merge', 'report', 'seen', 'token'];
  expect([...commands]).toEqual(expect.arrayContaining([...told, 'types', 'uses', 'what-if', 'why']));
  expect(lines.length).toBeGreaterThan(70);
  const idle = Object.keys(elsewhere).filter((line) => !lines.some(({ args }) => args.join(' ') === line));
  expect(idle).toEqual([]);
});

const tried = lines.filter(({ args }) => elsewhere[args.join(' ')] === undefined);

it.each(tried)('$document: leastscope $line', async ({ args }) => {
  layOut();
  if (args[0] === 'init') rmSync(join(folder, 'scope-declaration.yaml'));
  const { code, stdout, stderr } = await run(args);
  // 1 is a finding, or a difference that was asked for, 3 an open call; 2 would be a line that does not work.
  expect([0, 1, 3], stderr).toContain(code);
  const wrote = readdirSync(folder, { recursive: true }).length;
  expect(stdout !== '' || wrote > Object.keys(files).length, 'it says and writes something').toBe(true);
});
