import { loadCatalog } from '@leastscope/scope-catalog';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const repository = fileURLToPath(new URL('../../../../', import.meta.url));

export interface Project {
  /** `shapes/01-helpers/closure`. */
  readonly name: string;
  /** A copy in a folder of its own, absolute. */
  readonly root: string;
}

/** Asks for so little that nearly every call of a fixture breaks some rule. */
const meanest = `schema: 1
app: { name: Meanest, type: public, tokens: [creator] }
requestedScopes: [seller.order.info]
purposes:
  - id: read-shops
    kind: shop_connection
    text: Identify the shop that the seller connected and renew its authorization.
    retention: { period: P1Y, after: account.closed, onDeauthorization: P1D }
`;

/**
 * Covers calls, whatever their scope, but allows little of what their answers hold: so that what is done with answers is
 * judged nearly everywhere.
 */
const frugal = `schema: 1
app: { name: Frugal, type: public, tokens: [seller, creator, partner] }
requestedScopes:
${loadCatalog()
  .scopes.map(({ key }) => `  - ${key}\n`)
  .join('')}purposes:
  - id: keep-books
    kind: erp
    text: Book the orders of the seller in the books of the company.
    retention: { period: P1Y, after: account.closed, onDeauthorization: P1D }
`;

/** Covers calls in a folder of its own, so that what is done with their answers can be judged. */
const shipping = `  - id: ship-orders
    kind: shipping_seller
    text: Create shipping labels for orders the seller has to dispatch and report tracking back.
    code: [src/data/**]
    retention: { period: P30D, after: order.completed, onDeauthorization: P7D }
`;

/** A fixture of everything that a file can hold for the plugin beside calls: directives, scopes, deprecated paths. */
const sundry: Readonly<Record<string, string>> = {
  'src/suppressed.ts': `export const cancel = () => {
  // leastscope-ignore-next-line missing-scope -- known
  return fetch('https://open-api.tiktokglobalshop.com/return_refund/202309/cancellations', { method: 'POST' });
};
// leastscope-ignore-next-line missing-scope -- nothing is here
export const nothing = 1;
// leastscope-ignore-next-line missing-scope
export const noReason = 2;
// leastscope-ignore-next-line no-such-rule -- why
export const noRule = 3;
`,
  'src/scopes.ts': `export const scopes = ['seller.product.optimize', 'seller.order.infos', 'seller.order.info'];\n`,
  'src/purpose.js': `// leastscope-purpose no-such-purpose
const HOST = 'https://open-api.tiktokglobalshop.com';
export const payments = () => fetch(HOST + '/finance/202309/payments');
export const old = () => fetch(\`\${HOST}/api/orders/search\`, { method: 'POST' });
export const odd = () => fetch(\`\${HOST}/product/2309/brands\`);
export const open = (path) => fetch(HOST + path);
export const job = async (database) => fetch(HOST + (await database.path()));
export const known = open('/order/202612/orders');
`,
  'src/token.js': `export const connect = async (code) => {
  const response = await fetch('https://auth.tiktok-shops.com/api/v2/token/get?grant_type=authorized_code&auth_code=' + code);
  console.log(await response.json());
};
`,
  'src/path.ts': `export const ORDERS = '/order/202309/orders/search';\n`,
  'src/client.ts': `export const send = (path: string) => fetch('https://open-api.tiktokglobalshop.com' + path, { method: 'POST' });\n`,
  'src/without-tell-tale.ts': `import { send } from './client';\nimport { ORDERS } from './path';\n\nexport const orders = () => send(ORDERS);\n`,
  'src/crlf.js': `const HOST = 'https://open-api.tiktokglobalshop.com';\r\n\r\nexport const a = () =>\r\n\tfetch(HOST + '/order/202507/orders');\r\n`,
  'src/bom.js': `\uFEFFexport const a = () => fetch('https://open-api.tiktokglobalshop.com/order/202507/orders');\n`,
  'src/data/orders.ts': `import { writeFile } from 'node:fs/promises';
import { send } from '../client';
import { taxIdOf } from './tax-id';

export async function keepOrders() {
  const response = await send('/order/202309/orders/search');
  const { data } = await response.json();
  for (const order of data.orders) console.log(order.recipient_address.name, order.cpf, taxIdOf(order));
  await writeFile('orders.json', JSON.stringify(data.orders));
}
`,
  'src/data/tax-id.ts': `export const taxIdOf = (order: { cpf: string }) => order.cpf;\n`,
  'src/wide.js': `/* 🛒 */ export const a = () => fetch('https://open-api.tiktokglobalshop.com/order/202507/orders'); // ü\n`,
};

/** Copies of every fixture and example; each with its own declaration, and once more with the meanest. */
export function layProjects(): readonly Project[] {
  const top = newFolder();
  const originals = fixturesAndExamples();
  return [
    ...originals.map((original) => lay(top, original, original, {})),
    ...originals
      .filter((original) => existsSync(join(repository, original, 'scope-declaration.yaml')))
      .map((original) => lay(top, `meanest/${original}`, original, { 'scope-declaration.yaml': meanest })),
    lay(top, 'sundry', null, { ...sundry, 'scope-declaration.yaml': meanest + shipping }),
  ];
}

/** The same copies once more with the frugal declaration. */
export function layFrugally(): readonly Project[] {
  const top = newFolder();
  return fixturesAndExamples().map((original) =>
    lay(top, `frugal/${original}`, original, { 'scope-declaration.yaml': frugal }),
  );
}

function fixturesAndExamples(): readonly string[] {
  return [
    ...folders('fixtures/shapes').flatMap((theme) => folders(theme)),
    ...folders('fixtures/data-flows'),
    ...folders('fixtures/worked-examples'),
    ...folders('examples'),
  ];
}

function newFolder(): string {
  return realpathSync(mkdtempSync(join(tmpdir(), 'leastscope-conformance-')));
}

/** A folder with these files. */
export function lay(
  top: string,
  name: string,
  from: string | null,
  files: Readonly<Record<string, string>>,
): Project {
  const root = join(top, name);
  mkdirSync(root, { recursive: true });
  if (from !== null) {
    cpSync(join(repository, from), root, {
      recursive: true,
      filter: (path) => !path.endsWith('/node_modules'),
    });
  }
  const declared = existsSync(join(root, 'scope-declaration.yaml'))
    ? {}
    : { 'scope-declaration.yaml': meanest };
  for (const [path, text] of Object.entries({ ...declared, ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return { name, root };
}

function folders(under: string): readonly string[] {
  return readdirSync(join(repository, under), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `${under}/${entry.name}`)
    .sort();
}
