import { loadCatalog } from '@leastscope/scope-catalog';
import { describe, expect, it } from 'vitest';
import { analyze, parseDeclaration, type Analysis } from '../src/index.js';
import { createMemoryFiles, memoryRoot } from './generate/memory-files.js';

const catalog = loadCatalog();

/** What each app of a repository needs: scope to the files that need it, relative to the app. */
type Needed = Readonly<Record<string, readonly string[]>>;

function analyzeApp(
  tree: Readonly<Record<string, string>>,
  app: string,
  requested: readonly string[],
): Analysis {
  const yaml = `schema: 1
app: { name: App, type: public, tokens: [seller] }
requestedScopes: [${requested.join(', ')}]
purposes:
  - { id: all, kind: order_management, text: Everything that the app does for its sellers., code: [src], retention: { period: P90D, after: order.completed, onDeauthorization: P7D } }
`;
  return analyze({
    root: `${memoryRoot}/${app}`,
    files: createMemoryFiles(tree),
    catalog,
    ...parseDeclaration(yaml, 'scope-declaration.yaml', catalog),
    includeTests: false,
    asOf: '2026-11-01',
    severities: {},
    seeds: null,
  });
}

function neededBy({ needs }: Analysis): Needed {
  return Object.fromEntries(
    needs.scopes
      .filter(({ state }) => state === 'needed')
      .map(({ scope, uses }) => [scope, [...new Set(uses.map(({ place }) => place.file))].sort()]),
  );
}

const json = (value: unknown): string => JSON.stringify(value);
const pkg = (name: string, more: object = {}): string =>
  json({ name, private: true, type: 'module', ...more });
const host = "const HOST = 'https://open-api.tiktokglobalshop.com';\n";

/** A library of functions behind a barrel, and a class; each app uses a part of it. */
const library = {
  'src/index.ts': `export { findOrders, cancelOrder as cancel } from './orders.js';
export * from './returns.js';
export { TtsClient } from './client.js';
export { api } from './api.js';
`,
  'src/orders.ts': `import { call } from './http.js';
export const findOrders = async () => call('POST', '/order/202309/orders/search');
export async function cancelOrder(id: string) { return call('POST', '/return_refund/202309/cancellations'); }
`,
  'src/returns.ts': `import { call } from './http.js';
export function findReturns() { return send('/return_refund/202309/returns/search'); }
function send(path: string) { return call('POST', path); }
export const findStatements = () => call('GET', '/finance/202309/statements');
`,
  'src/client.ts': `import { call } from './http.js';
export class TtsClient {
  constructor(private readonly token: string) {}
  warehouses() { return call('GET', '/logistics/202309/warehouses'); }
  product(id: string) { return call('GET', \`/product/202309/products/\${id}\`); }
}
`,
  'src/api.ts': `import { call } from './http.js';
const listShops = () => call('GET', '/authorization/202309/shops');
const listActivities = () => call('POST', '/promotion/202309/activities/search');
export const api = { shops: listShops, activities: listActivities };
`,
  'src/http.ts': `${host}export function call(method: string, path: string) { return fetch(HOST + path, { method }); }
`,
};

const orders = (from: string): string => `import { findOrders, TtsClient } from '${from}';
export const run = async () => { await findOrders(); return new TtsClient('t').warehouses(); };
`;
const refunds = (from: string): string => `import { cancel, api, findReturns as find } from '${from}';
export const run = async () => { await cancel('1'); await find(); await api.shops(); };
`;

const put = (folder: string, files: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text]));

interface Kind {
  readonly name: string;
  readonly tree: Readonly<Record<string, string>>;
  /** Where the library lies, from an app. */
  readonly library: string;
}

const apps = (from: string, more: (app: string) => Readonly<Record<string, string>> = () => ({})) => ({
  'apps/orders/src/main.ts': orders(from),
  'apps/refunds/src/main.ts': refunds(from),
  ...put('apps/orders', more('orders')),
  ...put('apps/refunds', more('refunds')),
});

const depends = (dependency: string, version: string) => (app: string) => ({
  'package.json': pkg(app, { dependencies: { [dependency]: version } }),
});

const kinds: readonly Kind[] = [
  {
    name: 'npm workspaces, with a pattern that leaves one out',
    library: '../../packages/tts',
    tree: {
      'package.json': pkg('top', { workspaces: ['apps/*', 'packages/*', '!packages/old'] }),
      ...apps('@m/tts', depends('@m/tts', '*')),
      ...put('packages/tts', library),
      'packages/tts/package.json': pkg('@m/tts', { exports: { '.': './src/index.ts' } }),
      ...put('packages/old', library),
      'packages/old/package.json': pkg('@m/old'),
    },
  },
  {
    name: 'pnpm, built to dist, which is not here',
    library: '../../packages/tts',
    tree: {
      'pnpm-workspace.yaml': "packages: ['apps/*', 'packages/**', '!**/test/**']\n",
      ...apps('@m/tts', depends('@m/tts', 'workspace:^')),
      ...put('packages/tts', library),
      'packages/tts/package.json': pkg('@m/tts', {
        main: 'dist/index.js',
        exports: { '.': { types: './dist/index.d.ts', import: './dist/index.js' } },
      }),
    },
  },
  {
    name: 'yarn, with a package that nobody asks for by name and a library of the library',
    library: '../../libs/tts',
    tree: {
      'package.json': pkg('top', { workspaces: { packages: ['apps/*', 'libs/*', '!libs/legacy-*'] } }),
      ...apps('@m/facade', (app) => ({ 'package.json': pkg(app) })),
      'libs/facade/index.ts': "export * from '@m/tts';\n",
      'libs/facade/package.json': pkg('@m/facade', { dependencies: { '@m/tts': 'workspace:*' } }),
      ...put('libs/tts', library),
      'libs/tts/package.json': pkg('@m/tts', { source: 'src/index.ts' }),
    },
  },
  {
    name: 'a link beside, in a checkout without a workspace',
    library: '../../shared',
    tree: {
      '.git/HEAD': '',
      ...apps('shared', depends('shared', 'link:../../shared')),
      ...put('shared', library),
      'shared/package.json': pkg('shared', { main: './src/index.ts' }),
    },
  },
  {
    name: 'TypeScript references and relative imports',
    library: '../../packages/tts',
    tree: {
      '.git/HEAD': '',
      ...apps('../../../packages/tts/src/index.js', (app) => ({
        'tsconfig.json': json({
          compilerOptions: { composite: true },
          references: [{ path: '../../packages/tts' }],
        }),
        'package.json': pkg(app),
      })),
      ...put('packages/tts', library),
      'packages/tts/tsconfig.json': json({ compilerOptions: { composite: true, rootDir: 'src' } }),
    },
  },
  {
    name: 'Nx, by the paths of tsconfig.base.json',
    library: '../../libs/tts/data-access',
    tree: {
      'nx.json': '{}',
      'package.json': pkg('top'),
      'tsconfig.base.json': json({
        compilerOptions: {
          baseUrl: '.',
          paths: { '@m/tts/data-access': ['libs/tts/data-access/src/index.ts'] },
        },
      }),
      ...apps('@m/tts/data-access', () => ({
        'tsconfig.json': json({ extends: '../../tsconfig.base.json' }),
        'project.json': '{}',
      })),
      ...put('libs/tts/data-access', library),
    },
  },
  {
    name: 'Turborepo, by subpaths of exports',
    library: '../../packages/tts',
    tree: {
      'turbo.json': '{}',
      'package.json': pkg('top', { workspaces: ['apps/*', 'packages/*'] }),
      ...apps('@repo/tts/all', depends('@repo/tts', '*')),
      ...put('packages/tts', library),
      'packages/tts/package.json': pkg('@repo/tts', {
        exports: { './all': './src/index.ts', './*': './src/*.ts' },
      }),
    },
  },
];

describe.each(kinds)('$name', ({ tree, library: at }) => {
  it('gives each app what it runs of the library, and nothing else', () => {
    const requested = ['seller.order.info', 'seller.logistics'];
    const first = analyzeApp(tree, 'apps/orders', requested);
    expect(neededBy(first)).toEqual({
      'seller.logistics': [`${at}/src/client.ts`],
      'seller.order.info': [`${at}/src/orders.ts`],
    });
    expect(first.needs).toMatchObject({ unread: [], open: [], verdict: 'minimal' });
    expect(first.findings.filter(({ severity }) => severity === 'error')).toEqual([]);

    const second = analyzeApp(tree, 'apps/refunds', ['seller.return_refund.basic', 'seller.order.info']);
    expect(neededBy(second)).toEqual({
      'seller.authorization.info': [`${at}/src/api.ts`],
      'seller.return_refund.basic': [`${at}/src/orders.ts`, `${at}/src/returns.ts`],
    });
    expect(second.needs.difference).toMatchObject({
      add: ['seller.authorization.info'],
      drop: [{ scope: 'seller.order.info' }],
      possiblyUnused: [],
    });
  });
});

describe('what cannot be read', () => {
  const app = (text: string, more: Readonly<Record<string, string>> = {}) =>
    analyzeApp(
      {
        'package.json': pkg('top', { workspaces: ['apps/*', 'packages/*', '!packages/old'] }),
        'packages/built/package.json': pkg('@m/built', { main: 'dist/index.js' }),
        'packages/idle/package.json': pkg('@m/idle'),
        'packages/old/package.json': pkg('@m/old', { main: 'index.js' }),
        'packages/old/index.js': `${host}export const old = () => fetch(HOST + '/finance/202309/statements');\n`,
        'apps/web/package.json': pkg('web', {
          dependencies: { '@m/built': '*', '@m/idle': '*', '@m/old': '^1.0.0' },
        }),
        'apps/web/src/main.ts': `${text}\n${host}fetch(HOST + '/order/202309/orders');\n`,
        ...more,
      },
      'apps/web',
      ['seller.order.info', 'seller.finance.info'],
    ).needs;

  it('is said where it is imported, and takes certainty away', () => {
    const { unread, difference } = app("import { a } from '@m/built';\na();");
    expect(unread.map(({ reason }) => reason)).toEqual([
      'depends on `@m/built`, a package of this workspace, which is not read',
    ]);
    expect(difference?.possiblyUnused).toHaveLength(1);
  });

  it('is said of a file beyond the checkout', () => {
    const { unread } = app("import { a } from '../../../../beyond/a.js';\na();");
    expect(unread).toMatchObject([{ file: 'src/main.ts' }]);
  });

  it('is nothing where nothing is imported, or where the registry has it', () => {
    expect(app('').unread).toEqual([]);
    const { unread, difference } = app("import { old } from '@m/old';\nold();");
    expect({ unread, dropped: difference?.drop.length }).toEqual({ unread: [], dropped: 1 });
  });
});

describe('what may be run', () => {
  const tree = (main: string, lib: string) => ({
    'package.json': pkg('top', { workspaces: ['apps/*', 'packages/*'] }),
    'apps/web/package.json': pkg('web', { dependencies: { '@m/lib': '*' } }),
    'apps/web/src/main.ts': main,
    'packages/lib/package.json': pkg('@m/lib', { main: 'index.ts' }),
    'packages/lib/index.ts': `${host}const call = (path: string) => fetch(HOST + path);\n${lib}`,
  });
  const states = (main: string, lib: string) =>
    Object.fromEntries(
      analyzeApp(tree(main, lib), 'apps/web', ['seller.order.info']).needs.scopes.map(({ scope, state }) => [
        scope,
        state,
      ]),
    );
  const methods = `export class Client {
  orders() { return call('/order/202309/orders'); }
  statements() { return call('/finance/202309/statements'); }
}
`;

  it.each<[string, string, string, Readonly<Record<string, string>>]>([
    [
      'a method that is chosen at run time is needed possibly',
      "import { Client } from '@m/lib';\nexport const run = (name) => new Client()[name]();\n",
      methods,
      { 'seller.finance.info': 'possibly-needed', 'seller.order.info': 'possibly-needed' },
    ],
    [
      'what runs when the file is loaded is needed',
      "import '@m/lib';\n",
      "call('/order/202309/orders');\nexport const more = () => call('/finance/202309/statements');\n",
      { 'seller.order.info': 'needed' },
    ],
    [
      'a method that the framework calls is needed possibly',
      "import { Feed } from '@m/lib';\nexport const modules = [Feed];\n",
      "export class Feed {\n  @Get()\n  list() { return call('/order/202309/orders'); }\n}\n",
      { 'seller.order.info': 'possibly-needed' },
    ],
    [
      'a default export is needed',
      "import orders from '@m/lib';\norders();\n",
      "export default function find() { return call('/order/202309/orders'); }\nexport const other = () => call('/finance/202309/statements');\n",
      { 'seller.order.info': 'needed' },
    ],
    [
      'CommonJS is understood',
      "const { orders } = require('@m/lib');\norders();\n",
      "const orders = () => call('/order/202309/orders');\nconst other = () => call('/finance/202309/statements');\nmodule.exports = { orders, other };\n",
      { 'seller.order.info': 'needed' },
    ],
    [
      'types alone run nothing',
      "import type { Client } from '@m/lib';\nexport type Mine = Client;\n",
      methods,
      {},
    ],
    [
      'what only a test of the app calls is not needed',
      "import { findOrders } from '@m/lib';\nfindOrders();\n",
      "export const findOrders = () => call('/order/202309/orders');\nexport const other = () => call('/finance/202309/statements');\n",
      { 'seller.order.info': 'needed' },
    ],
  ])('%s', (_what, main, lib, expected) => {
    expect(states(main, lib)).toEqual(expected);
  });
});
