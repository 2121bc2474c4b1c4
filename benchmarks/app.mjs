// Makes an app in which most files concern the platform, as partner apps are: seeded and so always the same, in the ways that
// people write them, with every call known.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { seeded } from './checkout.mjs';

const calls = [
  ['POST', '/order/202309/orders/search', 'orders'],
  ['GET', '/order/202507/orders', 'orders'],
  ['POST', '/fulfillment/202309/packages/search', 'packages'],
  ['POST', '/product/202502/products/search', 'products'],
  ['GET', '/authorization/202309/shops', 'shops'],
];

/** Each gives a file's text for its number, its call, and a number of an earlier file. */
const shapes = [
  (n, [method, path, list]) => `import { request } from '../platform/http';
export async function load${n}(page: number) {
  const answer = await request('${method}', '${path}', { page_size: 50, page });
  return answer.data.${list}.map((row: any) => toRow${n}(row));
}
function toRow${n}(row: any) {
  return { id: row.id, status: row.status ?? 'unknown', total: Number(row.payment?.total_amount ?? 0) };
}
`,
  (n, [method, path, list]) => `import { PlatformClient } from '../platform/client';
export class Service${n} {
  constructor(private readonly client: PlatformClient) {}
  async sync(since: number) {
    const rows: any[] = [];
    for (let page = 1; page < 5; page += 1) {
      const answer = await this.client.send('${method}', '${path}', { since, page });
      if (!answer?.data?.${list}?.length) break;
      rows.push(...answer.data.${list});
    }
    return rows.filter((row) => row.update_time > since);
  }
}
`,
  (n, [method, path, list]) => `import { request } from '../platform/http';
const routes = { list: { method: '${method}', path: '${path}' } };
export async function page${n}(query: Record<string, string>) {
  const { method, path } = routes.list;
  const { data } = await request(method, path, query);
  const found = data.${list} ?? [];
  console.log('page ${n}', found.length);
  return found.map(({ id, create_time: at }: any) => ({ id, at }));
}
`,
  (n, _, earlier) => `import { load${earlier} } from './part-${earlier}';
export async function report${n}() {
  const rows = await load${earlier}(1);
  const byStatus = new Map<string, number>();
  for (const row of rows) byStatus.set(row.status, (byStatus.get(row.status) ?? 0) + row.total);
  return [...byStatus].sort(([a], [b]) => a.localeCompare(b)).map(([status, total]) => ({ status, total }));
}
`,
];

const frame = {
  'src/platform/http.ts': `import axios from 'axios';
const base = 'https://open-api.tiktokglobalshop.com';
export async function request(method: string, path: string, params: object) {
  const { data } = await axios.request({ method, url: \`\${base}\${path}\`, params, headers: { 'x-tts-access-token': '' } });
  return data;
}
`,
  'src/platform/client.ts': `import { request } from './http';
export class PlatformClient {
  send(method: string, path: string, params: object) {
    return request(method, path, params);
  }
}
`,
  'package.json': '{ "name": "app", "private": true, "dependencies": { "axios": "^1.0.0" } }\n',
  'scope-declaration.yaml': `schema: 1
app: { name: App, type: public, tokens: [seller] }
requestedScopes: [seller.authorization.info, seller.order.info, seller.fulfillment.basic, seller.product.basic]
purposes:
  - id: manage-orders
    kind: order_management
    text: Show the seller's orders, their parcels and their products in one place.
    retention: { period: P90D, after: order.completed, onDeauthorization: P7D }
`,
};

/** Lays an app of so many files; gives its calls as `file endpoint`, sorted. Three files in four call the platform. */
export function layApp(to, files) {
  const random = seeded(20261129);
  const planted = [];
  for (let n = 0; n < files; n += 1) {
    const shape = n % shapes.length;
    const call = calls[Math.floor(random() * calls.length)];
    const name = `src/parts/part-${n}.ts`;
    if (shape < 3) planted.push(`${name} ${call[0]} ${call[1]}`);
    const earlier = Math.floor((random() * n) / shapes.length) * shapes.length;
    write(to, name, shapes[shape](n, call, earlier) + helpers(n, random));
  }
  for (const [name, text] of Object.entries(frame)) write(to, name, text);
  return planted.sort();
}

/** What else is in a file: code of its own, some two to six kilobytes. */
function helpers(n, random) {
  return Array.from(
    { length: 4 + Math.floor(random() * 8) },
    (_, at) => `
/** Rows of a page, by what they are worth. */
export function rank${n}_${at}(rows: readonly { id: string; total: number; label?: string }[], least = ${Math.floor(random() * 100)}) {
  const kept = rows.filter((row) => row.total >= least && (row.label ?? '').length < 80);
  const most = kept.reduce((high, row) => Math.max(high, row.total), 0);
  return kept
    .map((row) => ({ ...row, share: most === 0 ? 0 : row.total / most }))
    .sort((a, b) => b.share - a.share || a.id.localeCompare(b.id));
}
`,
  ).join('');
}

function write(to, name, text) {
  const path = join(to, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
