import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseDocument } from 'yaml';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { host } from '../../test/samples.js';
import { schemaMistakes } from '../../test/schemas.js';
import { loadEngine, type Engine } from '../host/engine.js';
import { main } from '../main.js';

const base = 'https://open-api.tiktokglobalshop.com';
const declaration = `schema: 1
app: { name: App, type: public, tokens: [seller] }
requestedScopes: [seller.order.info]
purposes: []
manualUsage:
  - { endpoint: GET /logistics/202309/warehouses, where: a worker in Go }
`;
const code = `const HOST = '${base}';
export const search = () => fetch(HOST + '/order/202309/orders/search', { method: 'POST' });
export const shops = () => fetch(HOST + '/authorization/202309/shops');
export const product = (id) => fetch(HOST + '/product/202309/products/' + id);
`;

let top: string;
let root: string;
let engine: Promise<Engine>;

beforeAll(() => {
  top = mkdtempSync(join(tmpdir(), 'leastscope-witness-'));
  root = join(top, 'app');
  engine = loadEngine();
  lay({ 'scope-declaration.yaml': declaration, 'src/calls.js': code });
});
afterAll(() => {
  rmSync(top, { recursive: true, force: true });
});

function lay(files: Readonly<Record<string, string | Buffer>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
}

async function run(argv: readonly string[], stdin: readonly string[] = []) {
  const test = {
    ...host(root, { loadEngine: () => engine }),
    stdin: async function* () {
      await Promise.resolve();
      yield* stdin;
    },
  };
  const exit = await main([...argv, '--no-cache', '--as-of', '2026-11-01'], test);
  return { exit, ...test.said };
}

async function json(command: string, ...files: readonly string[]): Promise<Record<string, never>> {
  const { stdout } = await run([command, ...files, '--format', 'json']);
  const told = JSON.parse(stdout) as Record<string, never>;
  expect(schemaMistakes(command, told)).toBeNull();
  return told;
}

describe('leastscope seen', () => {
  it('tells what is seen and not in the code, in the code and never seen, and why calls are refused', async () => {
    lay({
      'a.log': [
        `GET ${base}/product/202309/products/1729?sign=s 200`,
        `POST ${base}/order/202309/orders/search 401 code=105005`,
        `GET ${base}/return_refund/202309/cancellations 401 code=105005`,
        `POST ${base}/return_refund/202309/returns/search 401 code=105005`,
        `POST ${base}/return_refund/202309/returns/search 200`,
        `GET ${base}/logistics/202309/warehouses 200`,
        `GET ${base}/product/202401/products/1729 200`,
        `GET ${base}/finance/202309/nobody/knows/this/S3CRET 403`,
        'GET https://auth.tiktok-shops.com/api/v2/token/get?auth_code=S3CRET 200',
        'GET https://api.carrier.example/order/202309/orders 200',
        'GET https://open-api.tiktokglobalshop.com.evil.example/order/202309/orders 200',
        'POST /order/202309/orders/search 200',
        'GET /health 200',
      ].join('\n'),
    });
    const { exit, stdout, stderr } = await run(['seen', 'a.log']);
    expect({ exit, stderr }).toEqual({ exit: 1, stderr: '' });
    expect(stdout).toMatchInlineSnapshot(`
      "Seen at run time
      10 requests to the platform in 1 file; 2 requests to other hosts left out

      1 request named no host, and no path of the platform; left out.

      1 request named no host, and were known by their path.

      Refused with 105005, the error of a missing scope:
        GET /return_refund/202309/cancellations    1 request  which scope it needs is unknown to the catalog
        POST /order/202309/orders/search           1 request  needs seller.order.info; seller.order.info is requested, so the token is older than that, or it is not approved: authorize again
        POST /return_refund/202309/returns/search  1 request  needs seller.return_refund.basic, which the declaration does not request

      Refused with 401 or 403, and no code that could be read:
        GET /finance/202309/{}/{}/{}/{}  1 request

      Seen, and not in the code:
        GET /finance/202309/{}/{}/{}/{}            1 request   the catalog lacks it; {} stands for parts that are not shown
        GET /product/202401/products/{product_id}  1 request   the code calls another version of it; needs seller.product.basic
        GET /return_refund/202309/cancellations    1 request   the catalog lacks it; {} stands for parts that are not shown
        POST /return_refund/202309/returns/search  2 requests  needs seller.return_refund.basic

      In the code, and never seen:
        GET /authorization/202309/shops  src/calls.js:3:28

      Seen, and in the code:
        3 endpoints

      For the declaration, if other code makes these calls:

      manualUsage:
        - endpoint: POST /return_refund/202309/returns/search
          where: "TODO: who calls it? Seen at run time, 2 requests"
      "
    `);
  });

  it('gives rows that a declaration takes as they are', async () => {
    const { stdout } = await run(['seen', 'a.log']);
    const rows = stdout.slice(stdout.indexOf('manualUsage:'));
    const whole = declaration.replace(/manualUsage:[^]*/, rows);
    const { parseDeclaration, catalog } = await engine;
    const parsed = parseDeclaration(whole, 'scope-declaration.yaml', catalog);
    expect(parsed.mistakes).toEqual([]);
    expect(parsed.declaration?.manualUsage.map(({ endpoint }) => endpoint)).toEqual(
      (parseDocument(rows).toJS() as { manualUsage: { endpoint: string }[] }).manualUsage.map(
        ({ endpoint }) => endpoint,
      ),
    );
  });

  it('is clean where everything is explained; what was never seen fails nothing', async () => {
    lay({ 'clean.log': `POST ${base}/order/202309/orders/search 200\n` });
    const told = await json('seen', 'clean.log');
    expect(told).toMatchObject({ agreed: 1, notInCode: [], missingScope: [] });
    expect(told['neverSeen']).toHaveLength(2);
    expect((await run(['seen', 'clean.log', '--strict'])).exit).toBe(0);
  });

  it('reads what is zipped, piped or named by a glob, and says what it could not read', async () => {
    lay({
      'zipped.log.gz': gzipSync(`POST ${base}/order/202309/orders/search 200\n`),
      'cut.har': `{"log":{"entries":[{"request":{"method":"POST","url":"${base}/order/202309/orders/search"}},{`,
      'empty.log': 'nothing\n',
    });
    expect(await json('seen', '*.log.gz', 'cut.har', 'empty.log')).toMatchObject({
      files: [
        { file: 'zipped.log.gz', requests: 1, broken: 0 },
        { file: 'cut.har', requests: 1, broken: 1 },
        { file: 'empty.log', requests: 0, broken: 0 },
      ],
      requests: { platform: 2 },
    });
    expect((await run(['seen', 'cut.har'])).exit).toBe(0);
    expect((await run(['seen', 'cut.har', '--strict'])).exit).toBe(3);
    expect((await run(['seen', 'cut.har'])).stdout).toContain(
      'cut.har: 1 part could not be read to the end.',
    );
    const piped = await run(['seen', '-'], [`POST ${base}/order/20`, '2309/orders/search 200']);
    expect(piped).toMatchObject({ exit: 0, stderr: '' });
  });

  it.each([
    [['seen', 'empty.log'], 'empty.log tells of no request that could be understood'],
    [['seen', 'nowhere.har'], 'there is no file nowhere.har'],
    [['token', 'empty.log'], 'empty.log holds no answer that names granted_scopes'],
    [['token', 'src'], 'src holds no .json file'],
    [['seen', 'broken.gz'], 'broken.gz could not be read (Z_DATA_ERROR)'],
  ])('%s is a misuse', async (argv, says) => {
    lay({ 'empty.log': 'nothing\n', 'broken.gz': 'no zip' });
    expect(await run(argv)).toEqual({ exit: 2, stdout: '', stderr: `leastscope: ${says}\n` });
  });
});

describe('leastscope token', () => {
  const answer = (userType: number | null, granted: unknown) =>
    JSON.stringify({
      code: 0,
      data: {
        access_token: 'TTP_S3CRET',
        seller_name: 'S3CRET',
        ...(userType === null ? {} : { user_type: userType }),
        granted_scopes: granted,
      },
    });

  it('tells what is missing, surplus and unknown, and whose tokens lack it', async () => {
    lay({
      'tokens/1.json': answer(0, ['seller.order.info', 'seller.authorization.info', 'seller.finance.info']),
      'tokens/2.json': answer(0, [
        'seller.order.info',
        'seller.product.basic',
        'seller.brand.new',
        'TTP_S3CRET',
      ]),
      'tokens/3.json': answer(1, ['creator.affiliate.info']),
      'tokens/4.json': '{"code":36004004,"message":"S3CRET"}',
    });
    const { exit, stdout, stderr } = await run(['token', 'tokens/']);
    expect({ exit, stderr }).toEqual({ exit: 1, stderr: '' });
    expect(stdout).toMatchInlineSnapshot(`
      "Granted to a creator token
      1 token: 0 missing, 1 surplus, 0 unknown

      tokens/4.json: no granted scopes.

      Surplus:
        creator.affiliate.info  no call needs it

      Granted to seller tokens
      2 tokens: 3 missing, 1 surplus, 1 unknown

      Entries that look like no scope, and are not shown: 1.

      Missing:
        seller.authorization.info  needed by the code, missing on 1 of 2
        seller.logistics           needed by the code, missing on 2 of 2
        seller.product.basic       needed by the code, missing on 1 of 2

      Surplus:
        seller.finance.info  no call needs it, granted on 1 of 2

      Unknown to the catalog:
        seller.brand.new  nothing is claimed of it, granted on 1 of 2

      Granted and needed:
        seller.order.info  granted on 2 of 2
      "
    `);
    await json('token', 'tokens');
  });

  it('knows the answer in whatever it is wrapped, and guesses whose token it is by its scopes', async () => {
    const needed = [
      'seller.order.info',
      'seller.authorization.info',
      'seller.product.basic',
      'seller.logistics',
    ];
    const wrapped = [
      JSON.stringify({ granted_scopes: needed }),
      JSON.stringify({ grantedScopes: needed.join(',') }),
      JSON.stringify({ status: 200, body: { data: { granted_scopes: needed } } }),
      JSON.stringify([{ data: { granted_scopes: needed } }], null, 2),
    ].join('\n');
    const { exit, stdout } = await run(['token', '-'], [wrapped]);
    expect(stdout).toContain('4 tokens: 0 missing, 0 surplus, 0 unknown');
    expect(exit).toBe(0);
  });

  it('an alternative that is granted is neither surplus nor missing', async () => {
    const path = '/logistics/202309/delivery_options/1/shipping_providers';
    lay({ '../other/scope-declaration.yaml': declaration, '../other/a.js': `fetch('${base}${path}');\n` });
    const states = async (...granted: readonly string[]) => {
      const { stdout } = await run(
        ['token', '-', '--cwd', '../other', '--format', 'json'],
        [answer(0, granted)],
      );
      const { tokens } = JSON.parse(stdout) as { tokens: { scopes: { scope: string; state: string }[] }[] };
      return tokens.flatMap(({ scopes }) => scopes.map(({ scope, state }) => `${scope}: ${state}`));
    };
    expect(await states('seller.logistics')).toEqual(['seller.logistics: needed']);
    expect((await states('seller.finance.info')).toSorted()).toContain('seller.finance.info: surplus');
    expect(await states('seller.fulfillment.basic')).not.toContain('seller.fulfillment.basic: missing');
  });

  it('what something open could need is surplus only possibly', async () => {
    lay({
      '../open/scope-declaration.yaml': declaration,
      '../open/a.js': `export const any = (path) => fetch('${base}/finance/' + path);\nany(process.env.PATH_OF_IT);\n`,
    });
    const { stdout, exit } = await run(
      ['token', '-', '--cwd', '../open'],
      [answer(0, ['seller.finance.info'])],
    );
    expect(stdout).toMatch(
      /Possibly surplus:\n {2}seller\.finance\.info {2}an open call could need it \(a\.js:/,
    );
    expect(stdout).toContain('seller.logistics');
    expect(exit).toBe(1);
  });
});

describe('secrets', () => {
  const secret = (where: string) => `S3CRET${where}`;
  const url = `${base}/order/202309/orders/${secret('path')}?access_token=${secret('query')}&x=${secret('more')}`;
  const bodies = JSON.stringify({ code: 105005, message: secret('message'), data: { name: secret('body') } });
  const files = {
    'secret.har': JSON.stringify({
      log: {
        entries: [
          {
            request: {
              method: 'GET',
              url: url.replace('https://', `https://${secret('user')}:${secret('password')}@`),
              headers: [{ name: 'x-tts-access-token', value: secret('header') }],
              postData: { text: secret('post') },
            },
            response: {
              status: 401,
              content: { text: bodies },
              headers: [{ name: secret('name'), value: '' }],
            },
          },
          { request: { method: secret('method'), url }, response: { status: secret('status') } },
        ],
      },
      [secret('key')]: secret('value'),
    }),
    'secret.otlp.json': JSON.stringify({
      resourceSpans: [
        {
          scopeSpans: [
            {
              spans: [
                {
                  name: secret('span'),
                  attributes: [
                    { key: 'http.request.method', value: { stringValue: 'GET' } },
                    { key: 'url.full', value: { stringValue: url } },
                    { key: secret('attribute'), value: { stringValue: secret('attributed') } },
                    { key: 'error.type', value: { stringValue: secret('error') } },
                  ],
                },
              ],
            },
          ],
        },
      ],
    }),
    'secret.log': `${secret('before')} "GET ${url} HTTP/1.1" 401 code=105005 "${secret('agent')}"\n`,
    'secret-rows.log': `${JSON.stringify({ method: 'GET', url, host: secret('host'), body: bodies })}\n{ ${secret('line')}\n`,
    'secret-tokens/a.json': JSON.stringify({
      data: {
        access_token: secret('access'),
        refresh_token: secret('refresh'),
        user_type: secret('type'),
        granted_scopes: [
          'seller.order.info',
          secret('scope'),
          `seller.${secret('dotted')}`,
          's3cret.lower',
          's3cret',
        ],
      },
    }),
  };

  it('in bodies, headers, queries, paths and tokens are in no output of any format', async () => {
    lay(files);
    const named = Object.keys(files).filter((name) => !name.includes('/'));
    for (const format of ['text', 'json', 'markdown']) {
      const { stdout, stderr, exit } = await run(['seen', ...named, '--format', format]);
      expect(exit, format).toBe(1);
      expect(stdout, format).toContain(format === 'json' ? '"missingScope": [\n' : '105005');
      expect(stdout + stderr, format).not.toMatch(/s3cret/i);
    }
    for (const format of ['text', 'json']) {
      const { stdout, stderr } = await run(['token', 'secret-tokens', '--format', format]);
      expect(stdout, format).toContain('seller.order.info');
      expect(stdout + stderr, format).not.toMatch(/s3cret/i);
    }
  });
});
