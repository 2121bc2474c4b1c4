// Makes a checkout of any size: TypeScript as it is in most repositories, seeded and so always the same, with calls planted
// in known places and in the ways that people write them.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../scripts/pnpm.mjs';

const endpoints = [
  ['GET', '/authorization/202309/shops'],
  ['POST', '/order/202309/orders/search'],
  ['GET', '/order/202507/orders'],
  ['POST', '/fulfillment/202309/packages/search'],
  ['POST', '/product/202502/products/search'],
];

/** Ways of writing a call; each gives the file's text. The last two take the path from another file. */
const styles = [
  (n, method, path) =>
    `const PATH = '${path}';\n\nexport const load${n} = (query) => ttsRequest('${method}', PATH, query);\n`,
  (n, method, path) => `export const load${n} = (query) => ttsRequest('${method}', '${path}', query);\n`,
  (n, method, path) =>
    `const paths = { main: '${path}' };\n\nexport async function load${n}(query) {\n  return ttsRequest('${method}', paths.main, query);\n}\n`,
  (n, method, path) => {
    const [, module, version, ...rest] = path.split('/');
    return `const VERSION = '${version}';\n\nexport const load${n} = (query) => ttsRequest('${method}', \`/${module}/\${VERSION}/${rest.join('/')}\`, query);\n`;
  },
  (n, method, path) =>
    `export const load${n} = (query) => ttsRequest('${method}', ['', ${path
      .slice(1)
      .split('/')
      .map((part) => `'${part}'`)
      .join(', ')}].join('/'), query);\n`,
  (n, method) =>
    `import { paths } from '../platform/paths.js';\n\nexport const load${n} = (query) => ttsRequest('${method}', paths.p${n % endpoints.length}, query);\n`,
  (n, method) =>
    `import * as platform from '../platform/paths.js';\n\nexport const load${n} = (query) => ttsRequest('${method}', platform.paths.p${n % endpoints.length}, query);\n`,
];

/**
 * Lays the checkout down, commits it where there is git, and gives the calls that were planted as `file endpoint`, sorted.
 * Of `files` files one in `every` calls.
 */
export function layCheckout(to, { files, every = 180, bytes = 5000 }) {
  const random = seeded(20261101);
  const planted = [];
  const perFolder = 40;
  const place = (index) => `src/module-${Math.floor(index / perFolder)}/part-${index}`;
  for (let index = 0; index < files; index += 1) {
    const name = `${place(index)}.ts`;
    const isCalling = index % every === 0;
    const text = isCalling
      ? calling(index / every, name, planted)
      : filler(index, { files, every, bytes, random, place });
    write(to, name, text);
  }
  for (const [name, text] of Object.entries(frame())) write(to, name, text);
  for (let index = 0; index < 200; index += 1)
    write(
      to,
      `node_modules/library-${index}/index.js`,
      "fetch('https://open-api.tiktokglobalshop.com/order/202309/orders/search');\n",
    );
  commit(to);
  return planted.sort();
}

function calling(n, name, planted) {
  const [method, path] = endpoints[n % endpoints.length];
  planted.push(`${name} ${method} ${path}`);
  return `import { ttsRequest } from '../platform/http.js';\n${styles[n % styles.length](n, method, path)}`;
}

/**
 * Classes, functions, texts, a handful of imports; nothing of the platform. Half of the imports are for types only, the
 * others take a function and call it; every file gives one that calls what it is handed, as code everywhere does.
 */
function filler(index, { files, every, bytes, random, place }) {
  const neighbours = Array.from({ length: Math.floor(random() * 6) }, () => Math.floor(random() * files));
  // Hardly anybody imports a call; a few do, and what it answers is followed into them.
  const isCalled = (at) => at % 2 === 0 && (neighbours[at] % every !== 0 || index % 8 === 0);
  const functionOf = (other) => (other % every === 0 ? `load${other / every}` : `each${other}`);
  const parts = neighbours.map((other, at) =>
    isCalled(at)
      ? `import { ${functionOf(other)} as from${at} } from '../../${place(other)}.js';\n`
      : `import type { Row${other} } from '../../${place(other)}.js';\n`,
  );
  parts.push(`
export interface Row${index} { readonly id: string; readonly amount: number | null }

export async function each${index}(rows: any, visit: (row: any) => any): Promise<any[]> {
  const made: any[] = [];
  for (const row of rows) made.push(await visit(row));
  return made;
}

export const all${index} = async (rows: any) => [${neighbours.map((_, at) => (isCalled(at) ? `from${at}(rows, (row: any) => row)` : 'rows')).join(', ')}];
`);
  const length = bytes * (0.2 + 1.6 * random() ** 2);
  for (let written = 0; written < length; written += parts.at(-1).length) {
    const id = Math.floor(random() * 1e9).toString(36);
    parts.push(`
/** Adds the amounts of the rows whose label begins with a prefix, as the page of 20${10 + Math.floor(random() * 16)} shows them. */
export function sum${id}(rows: readonly { label: string; amount: number | null }[], prefix = '${id}'): number {
  return rows
    .filter((row) => row.label.startsWith(prefix))
    .map((row) => row.amount ?? ${Math.floor(random() * 1000)})
    .reduce((total, amount) => total + amount, 0);
}

export class Store${id} {
  private readonly rows = new Map<string, Row${index}>();

  load(rows: readonly Row${index}[], seller: { orders: string[] }) {
    for (const row of rows) this.rows.set(row.id, row);
    return seller.orders.map((order) => this.rows.get(order)?.amount ?? 0);
  }
}
`);
  }
  return parts.join('');
}

function frame() {
  const example = join(root, 'fixtures/worked-examples/01-minimal/src/platform/http.ts');
  return {
    'src/platform/http.ts': readFileSync(example, 'utf8'),
    'src/platform/paths.ts': `export const paths = {\n${endpoints.map(([, path], index) => `  p${index}: '${path}',\n`).join('')}};\n`,
    'tsconfig.json':
      '{ "compilerOptions": { "module": "NodeNext", "strict": true, "noImplicitAny": false }, "include": ["src"] }\n',
    'package.json': '{ "name": "big", "private": true, "type": "module" }\n',
    '.gitignore': 'node_modules/\n',
    'scope-declaration.yaml': `schema: 1
app: { name: Big, type: public, tokens: [seller] }
requestedScopes: [seller.authorization.info, seller.order.info, seller.fulfillment.basic, seller.product.basic]
purposes:
  - id: manage-orders
    kind: order_management
    text: Show the seller's orders, their parcels and their products in one place.
    retention: { period: P90D, after: order.completed, onDeauthorization: P7D }
`,
  };
}

/** A commit, made an hour ago as far as the clock of the files goes: fresh files are looked at twice. */
function commit(to) {
  const who = ['-c', 'user.name=bench', '-c', 'user.email=bench@localhost'];
  for (const args of [
    ['init', '--quiet'],
    ['add', '--all'],
    [...who, 'commit', '--quiet', '--message', 'Lay it'],
  ]) {
    const { status, stderr } = spawnSync('git', args, { cwd: to, encoding: 'utf8' });
    if (status !== 0) return console.log(`Without git: ${stderr ?? 'it is not installed'}`);
  }
}

/** mulberry32: small, and the same everywhere. */
export function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function write(to, name, text) {
  const path = join(to, name);
  if (!existsSync(dirname(path))) mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
