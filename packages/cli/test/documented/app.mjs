// What the documented lines name: a small app in which each of them means something.
import { gzipSync } from 'node:zlib';

const base = 'https://open-api.tiktokglobalshop.com';
const call = (name, path) =>
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

export const app = {
  'package.json': '{ "name": "shop-pulse", "private": true, "type": "module" }',
  'scope-declaration.yaml': declaration,
  'src/reports/sales.ts': call('sales', '/finance/202309/statements'),
  'src/connect/shops.ts': call('shops', '/authorization/202309/shops'),
  'src/orders.ts': `${'// The call stands in line 42.\n'.repeat(41)}${order}`,
  'src/orders/keep.ts': order,
  'src/debug.ts': order,
  'src/labels.ts': `import { PrismaClient } from '@prisma/client';
const prisma = new PrismaClient();
export async function keep() {
  const response = await fetch('${base}/order/202309/orders/search', { method: 'POST', headers: { 'x-tts-access-token': '' } });
  for (const order of (await response.json()).data.orders)
    await prisma.label.create({ data: { name: order.recipient_address.name } });
}
`,
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

const day = ['--as-of', '2026-11-01'];

export const madeBy = {
  'apps/one/leastscope.json': ['check', '--no-cache', '--format', 'json', ...day],
  'shard-1.json': ['check', '--no-cache', '--shard', '1/2', '--format', 'json', ...day],
  'shard-2.json': ['check', '--no-cache', '--shard', '2/2', '--format', 'json', ...day],
  'scope-manifest.json': ['manifest', '--stdout', ...day],
};
