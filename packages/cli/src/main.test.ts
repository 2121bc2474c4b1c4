import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Analysis, Use } from '@leastscope/analyzer';
import {
  analysis,
  coverage,
  engine,
  fieldRead,
  finding,
  host,
  needs,
  openCall,
  outflow,
  place,
  scopeNeed,
  use,
  type TestHost,
} from '../test/samples.js';
import { schemaMistakes } from '../test/schemas.js';
import { loadEngine } from './host/engine.js';
import { main } from './main.js';
import { reportFormats } from './reports/formats.js';

let root: string;

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'leastscope-cli-')));
  lay({ 'scope-declaration.yaml': 'schema: 1\n', 'src/orders.ts': 'a\nb\nawait post(orders);\n' });
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function lay(files: Readonly<Record<string, string>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
}

interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function run(
  argv: readonly string[],
  result: Partial<Analysis> = {},
  where: TestHost | null = null,
): Promise<Ran> {
  const test = where ?? host(root, { loadEngine: () => Promise.resolve(engine(analysis(result))) });
  const code = await main(argv, test);
  return { code, ...test.said };
}

const warning = finding({ severity: 'warning', rule: 'unresolved-call' });
const openNeeds = needs({ open: [openCall()], coverage: { ...coverage, open: 1 }, verdict: 'unknown' });
const unreadNeeds = needs({ unread: [{ file: 'a.ts', reason: 'not UTF-8 text', place: null }] });
const silenced = finding({
  suppressed: { by: 'exception', reason: 'x', place: place('scope-declaration.yaml', 9) },
});
const noCalls = needs({
  uses: [],
  scopes: [],
  coverage: { ...coverage, resolved: 0, open: 0 },
  verdict: 'unknown',
});

describe('exit codes of check', () => {
  it.each<[string, readonly string[], Partial<Analysis>, number]>([
    ['clean', [], {}, 0],
    ['an error', [], { findings: [finding()] }, 1],
    ['a silenced error', [], { findings: [silenced] }, 0],
    ['a warning', [], { findings: [warning] }, 0],
    ['as many warnings as allowed', ['--max-warnings', '1'], { findings: [warning] }, 0],
    ['more warnings than allowed', ['--max-warnings', '0'], { findings: [warning] }, 1],
    ['a note', ['--max-warnings', '0'], { findings: [finding({ severity: 'note' })] }, 0],
    ['an open call', [], { needs: openNeeds }, 0],
    ['an open call, strict', ['--strict'], { needs: openNeeds }, 3],
    ['an unread file, strict', ['--strict'], { needs: unreadNeeds }, 3],
    ['an open call and an error, strict', ['--strict'], { needs: openNeeds, findings: [finding()] }, 1],
    ['clean, strict', ['--strict'], {}, 0],
    ['no calls at all', ['--strict'], { needs: noCalls }, 0],
    ['errors alone are shown', ['--quiet', '--max-warnings', '0'], { findings: [warning] }, 1],
    ['nothing may fail', ['--exit-zero', '--strict'], { findings: [finding()], needs: openNeeds }, 0],
  ])('%s', async (_name, options, result, code) => {
    for (const format of reportFormats) {
      const ran = await run(['check', '--format', format, ...options], result);
      expect({ code: ran.code, stderr: ran.stderr }, format).toEqual({ code, stderr: '' });
    }
  });
});

describe('misuse is one sentence and exit 2', () => {
  it.each<[readonly string[], string]>([
    [['chek'], "leastscope: unknown command 'chek'\n(Did you mean check?)\n"],
    [['help', 'chek'], "leastscope: unknown command 'chek'\n(Did you mean check?)\n"],
    [['chek', '--help'], "leastscope: unknown command 'chek'\n(Did you mean check?)\n"],
    [['help', 'nope', '--color', 'always'], "leastscope: unknown command 'nope'\n"],
    [['check', '--strikt'], "leastscope: unknown option '--strikt'\n(Did you mean --strict?)\n"],
    [
      ['check', '--format', 'xml'],
      'leastscope: --format: there is no format "xml"; there are pretty, concise, json, github, gitlab, sarif, junit, markdown, html\n',
    ],
    [
      ['check', '--format', 'json', '--format', 'sarif'],
      'leastscope: --format: only one format can go to the terminal; give sarif a file, as in --format sarif=report\n',
    ],
    [['check', '--format', 'json='], 'leastscope: --format: json= names no file\n'],
    [['check', '--max-warnings', 'many'], 'leastscope: --max-warnings takes a whole number, not "many"\n'],
    [['check', '--max-warnings', '-1'], 'leastscope: --max-warnings takes a whole number, not "-1"\n'],
    [['check', '--as-of', 'yesterday'], 'leastscope: --as-of takes a day as YYYY-MM-DD, not "yesterday"\n'],
    [['check', '--as-of', '2026-02-30'], 'leastscope: --as-of takes a day as YYYY-MM-DD, not "2026-02-30"\n'],
    [['check', '--declaration', 'nope.yaml'], 'leastscope: --declaration: there is no file nope.yaml\n'],
    [['check', '--declaration', 'src'], 'leastscope: --declaration: src is a folder, not a file\n'],
    [['check', '--cwd', 'src/orders.ts'], 'leastscope: --cwd: there is no such folder\n'],
    [
      ['check', '--output', 'no/such/report.json'],
      'leastscope: cannot write no/such/report.json: there is no such folder\n',
    ],
    [['manifest', '--check', '--stdout'], 'leastscope: --check and --stdout exclude each other\n'],
    [['uses', 'src/nope.ts:3'], 'leastscope: there is no file src/nope.ts in this project\n'],
    [['explain'], 'leastscope: explain takes what to explain, say a rule or a scope, or else --list\n'],
    [
      ['explain', '--list', 'missing-scope'],
      "leastscope: option '--list [kind]' argument 'missing-scope' is invalid. Allowed choices are rules, scopes, endpoints, categories, purposes, webhooks.\n",
    ],
    [
      ['explain', '--list', 'rules', 'missing-scope'],
      'leastscope: explain takes what to explain, say a rule or a scope, or else --list\n',
    ],
    [
      ['explain', 'mising-scope'],
      'leastscope: nothing is known of "mising-scope" as a rule, scope, endpoint, category, purpose or webhook; did you mean missing-scope?\n',
    ],
    [
      ['why', 'buyer.contct'],
      'leastscope: nothing is known of "buyer.contct" as a scope, category, endpoint, store or recipient; did you mean buyer.contact?\n',
    ],
    [
      ['why', 'POST', '/order/202309/order/search'],
      'leastscope: nothing is known of "POST /order/202309/order/search" as a scope, category, endpoint, store or recipient; did you mean POST /order/202309/orders/search?\n',
    ],
    [
      ['init'],
      'leastscope: scope-declaration.yaml is there already; --force overwrites it, --stdout only shows the proposal\n',
    ],
  ])('%j', async (argv, stderr) => {
    expect(await run(argv)).toEqual({ code: 2, stdout: '', stderr });
  });

  it('names init where there is no declaration', async () => {
    rmSync(join(root, 'scope-declaration.yaml'));
    mkdirSync(join(root, '.git'));
    expect((await run(['check'])).stderr).toMatch(/leastscope init/);
    expect((await run(['manifest'])).stderr).toMatch(/leastscope init/);
    expect((await run(['manifest'])).code).toBe(2);
    expect((await run(['uses'])).code).toBe(0);
  });
});

describe('a broken declaration', () => {
  it('is a finding of check, as the help says, and a misuse where there is nothing to go by', async () => {
    lay({ 'scope-declaration.yaml': 'schema: 1\napp: [\n' });
    const real = () => host(root, { loadEngine });
    const checked = real();
    expect(await main(['check'], checked)).toBe(1);
    expect(checked.said.stdout).toContain('error[invalid-declaration]');
    expect(await main(['manifest'], real())).toBe(2);
    expect(await main(['check', '--fix'], real())).toBe(2);
  });
});

describe('--stats', () => {
  it.each(['check', 'uses', 'why seller.order.info', 'manifest --stdout'])(
    'of %s tells on stderr',
    async (command) => {
      const { stdout, stderr } = await run([...command.split(' '), '--stats']);
      expect(stderr).toMatch(/^files listed: 120\n[^]*compiler loaded: yes\n$/);
      expect(stdout).toBe((await run(command.split(' '))).stdout);
    },
  );
});

describe('bugs', () => {
  it('are thrown on', async () => {
    const broken = host(root, { loadEngine: () => Promise.reject(new TypeError('a bug')) });
    await expect(main(['check'], broken)).rejects.toThrow(TypeError);
  });
});

describe('help', () => {
  it('loads neither the analyzer nor the catalog', async () => {
    const loud = host(root, { loadEngine: () => Promise.reject(new Error('loaded')) });
    for (const argv of [[], ['--help'], ['check', '--help'], ['--version'], ['completion', 'bash']]) {
      expect(await main(argv, loud)).toBe(0);
    }
    expect(loud.said.stdout).toContain('Examples:');
    loud.said.stdout = '';
    await main(['help', 'check'], loud);
    const byWord = loud.said.stdout;
    loud.said.stdout = '';
    await main(['check', '--help'], loud);
    expect(byWord).toBe(loud.said.stdout);
    expect(byWord).toContain('--changed-since <ref>');
  });

  it('fits onto the screen, however narrow', async () => {
    for (const columns of [100, 60, 40]) {
      const terminal = host(root);
      const looking: TestHost = { ...terminal, stdout: { ...terminal.stdout, columns } };
      for (const argv of [['--help'], ['check', '--help'], ['merge', '--help']]) await main(argv, looking);
      const lines = terminal.said.stdout.split('\n');
      // What stands alone on its line cannot be broken.
      expect(lines.filter((line) => line.length > columns && /\S\s+\S/.test(line.trim()))).toEqual([]);
    }
  });

  it('tells of the exit codes', async () => {
    const loud = host(root);
    await main(['--help'], loud);
    expect(loud.said.stdout).toContain('Exit codes:');
  });
});

describe('check', () => {
  it('finds the declaration upward, and is the same from every folder', async () => {
    const result = { findings: [finding({ related: [] })] };
    const above = await run(['check'], result);
    expect(await run(['check', '--cwd', 'src'], result)).toEqual(above);
    expect(above.stdout).toContain('3 | await post(orders);');
    expect(above.stdout).not.toContain(root);
  });

  it('writes a file whole', async () => {
    lay({ 'report.json': 'old' });
    const ran = await run(['check', '--format', 'json', '--output', 'report.json'], {
      findings: [finding()],
    });
    expect(ran).toEqual({ code: 1, stdout: '', stderr: '' });
    expect(
      schemaMistakes('check-report', JSON.parse(readFileSync(join(root, 'report.json'), 'utf8'))),
    ).toBeNull();
    expect(readdirSync(root).sort()).toEqual(['report.json', 'scope-declaration.yaml', 'src']);
  });

  it('writes one text for the terminal, and as many files as are asked for', async () => {
    const findings = [finding({ related: [] }), warning];
    const ran = await run(
      [
        'check',
        '--format',
        'sarif=a.sarif',
        '--format',
        'concise',
        '--format',
        'json=b.json',
        '--statistics',
      ],
      { findings },
    );
    const line = /^src\/orders\.ts:3:9: error\[missing-scope\]: .*\n/;
    expect(ran).toMatchObject({ code: 1, stderr: '' });
    expect(ran.stdout).toMatch(line);
    expect(ran.stdout).toMatch(
      /\nfindings by rule:\n {2}1 {2}missing-scope {4}in 1 file\n {2}1 {2}unresolved-call {2}in 1 file\n$/,
    );
    const read = (name: string): unknown => JSON.parse(readFileSync(join(root, name), 'utf8'));
    expect(read('a.sarif')).toMatchObject({ version: '2.1.0' });
    expect(schemaMistakes('check-report', read('b.json'))).toBeNull();

    const quiet = await run(['check', '--quiet', '--format', 'json', '--statistics'], { findings });
    expect(JSON.parse(quiet.stdout)).toMatchObject({ summary: { errors: 1, warnings: 0 } });
    expect(quiet.stderr).toBe('\nfindings by rule:\n  1  missing-scope  in 1 file\n');
  });

  it.each(['github', 'gitlab', 'sarif', 'junit'])(
    '%s has paths from the root of the checkout',
    async (format) => {
      rmSync(join(root, 'scope-declaration.yaml'));
      lay({ 'apps/a/scope-declaration.yaml': '', 'apps/a/src/orders.ts': 'x\n' });
      mkdirSync(join(root, '.git'));
      const here = host(join(root, 'apps/a/src'), {
        loadEngine: () => Promise.resolve(engine(analysis({ findings: [finding({ related: [] })] }))),
      });
      const { stdout } = await run(['check', '--format', format], {}, here);
      expect(stdout).toContain('apps/a/src/orders.ts');
      const pretty = await run(['check', '--cwd', 'apps/a/src'], { findings: [finding({ related: [] })] });
      expect(pretty.stdout).toContain('--> src/orders.ts');
    },
  );

  it('puts the apps of a monorepo into one report', async () => {
    rmSync(join(root, 'scope-declaration.yaml'));
    lay({
      'apps/b/scope-declaration.yaml': '',
      'apps/a/scope-declaration.yaml': '',
      'apps/a/src/orders.ts': 'x\n',
    });
    mkdirSync(join(root, '.git'));
    const ran = await run(['check', '--format', 'json'], { findings: [finding()] });
    const report = JSON.parse(ran.stdout) as {
      projects: { declaration: string }[];
      findings: { place: { file: string }; related: { place: { file: string } }[] }[];
      coverage: { resolved: number };
    };
    expect(report.projects.map(({ declaration }) => declaration)).toEqual([
      'apps/a/scope-declaration.yaml',
      'apps/b/scope-declaration.yaml',
    ]);
    expect(report.findings.map(({ place }) => place.file)).toEqual([
      'apps/a/src/orders.ts',
      'apps/b/src/orders.ts',
    ]);
    expect(report.findings[0]?.related[0]?.place.file).toBe('apps/a/src/lib/http.ts');
    expect(report.coverage.resolved).toBe(2);
  });

  it('colours for a terminal only', async () => {
    const terminal = host(root, {
      loadEngine: () => Promise.resolve(engine(analysis({ findings: [finding()] }))),
    });
    const looking: TestHost = { ...terminal, stdout: { ...terminal.stdout, isTerminal: true } };
    expect((await run(['check'], {}, looking)).stdout).toContain('\u001b[');
    expect((await run(['check'], { findings: [finding()] })).stdout).not.toContain('\u001b[');
  });
});

describe('manifest', () => {
  it('writes, then is current, then is stale', async () => {
    expect(await run(['manifest'])).toEqual({
      code: 0,
      stdout: 'wrote scope-manifest.json: 1 scope\n',
      stderr: '',
    });
    const text = readFileSync(join(root, 'scope-manifest.json'), 'utf8');
    expect(schemaMistakes('scope-manifest', JSON.parse(text))).toBeNull();
    expect(await run(['manifest', '--stdout'])).toEqual({ code: 0, stdout: text, stderr: '' });
    expect(await run(['manifest', '--check'])).toEqual({
      code: 0,
      stdout: 'scope-manifest.json is current\n',
      stderr: '',
    });
    const stale = await run(['manifest', '--check'], { needs: needs({ scopes: [], verdict: 'unknown' }) });
    expect(stale.code).toBe(1);
    expect(stale.stdout).toContain('scope-manifest.json is stale; run `leastscope manifest`\n');
    expect(stale.stdout).toContain('-       "key": "seller.order.info",');
    expect(readFileSync(join(root, 'scope-manifest.json'), 'utf8')).toBe(text);
  });

  it('does not go stale because a call moved down', async () => {
    await run(['manifest']);
    const moved = needs();
    const scopes = moved.scopes.map((need) => ({
      ...need,
      uses: [use({ place: place('src/orders.ts', 90) })],
    }));
    expect((await run(['manifest', '--check'], { needs: { ...moved, scopes } })).code).toBe(0);
  });

  it('is missing before it is written', async () => {
    expect(await run(['manifest', '--check'])).toMatchObject({
      code: 1,
      stdout: 'scope-manifest.json is missing; run `leastscope manifest`\n',
    });
  });
});

describe('uses', () => {
  it('lists calls for people', async () => {
    const result = {
      needs: needs({ open: [openCall()], coverage: { ...coverage, resolved: 1, open: 1, inTests: 0 } }),
    };
    expect((await run(['uses'], result)).stdout).toMatchInlineSnapshot(`
      "POST /order/202309/orders/search  src/orders.ts:3:9  via src/lib/http.ts:12:1

      open calls:
        src/proxy.ts:5:3: the path comes from \`req.body.path\`

      1 of 2 calls resolved, 1 open
      "
    `);
  });

  it('lists calls for scripts', async () => {
    const result = { needs: needs({ open: [openCall()], unreached: [openCall()] }) };
    const { stdout } = await run(['uses', '--format', 'json', '--unreached'], result);
    expect(schemaMistakes('uses', JSON.parse(stdout))).toBeNull();
  });

  it('tells the story of a place', async () => {
    expect((await run(['uses', 'src/orders.ts:3'])).stdout).toMatchInlineSnapshot(`
      "src/orders.ts:3:9  POST /order/202309/orders/search
        |
      3 | await post(orders);
        |         ^^^^^^^^^^^

         1. call     src/orders.ts:3:9  \`st(orders);\`
         2. request  src/lib/http.ts:12:1  helper sends the request
         3. read as  POST /order/202309/orders/search, by the text of its path
         4. matches  POST /order/202309/orders/search, exactly
         5. needs    seller.order.info
         6. counts   as needed
      "
    `);
  });

  it('tells where a call was lost, and how to settle it', async () => {
    lay({ 'src/proxy.ts': '\n\n\n\n  proxy(req.body.path);\n' });
    const result = { needs: needs({ uses: [], open: [openCall({ method: 'POST', settledBy: 'caller' })] }) };
    expect((await run(['uses', 'src/proxy.ts:5'], result)).stdout).toMatchInlineSnapshot(`
      "src/proxy.ts:5:3  open: POST path unknown
        |
      5 |   proxy(req.body.path);
        |   ^^^^^^^^^^^^^^^^^^^^^

         1. call          src/proxy.ts:5:3  \`proxy(req.body.path);\`
         2. known         the method is POST
         3. lost          the path comes from \`req.body.path\`
         4. who knows     whoever calls this function: a call of it with a constant path would be followed
         5. to settle it  write \`// leastscope-endpoint POST /…\` above line 5, with the real method and path
      "
    `);
  });

  it('tells of the nearest call where the line has none', async () => {
    const { stdout } = await run(['uses', 'src/orders.ts:1']);
    expect(stdout).toMatch(
      /^no TikTok Shop API call was seen at src\/orders\.ts:1; the nearest is at line 3:\n/,
    );
    expect(stdout).toContain('1. call');
    lay({ 'src/other.ts': '' });
    expect((await run(['uses', 'src/other.ts:1'])).stdout).toBe(
      'no TikTok Shop API call was seen at src/other.ts:1\n',
    );
  });

  it.each<[Partial<Use>, string]>([
    [{ fit: 'family' }, 'all versions of an operation share its scope'],
    [{ endpoint: null, fit: 'none' }, 'nothing in the catalog'],
    [{ evidence: 'directive' }, 'as a leastscope-endpoint comment states'],
    [{ state: 'possibly-needed' }, 'as possibly needed'],
    [
      { endpoint: 'POST /return_refund/202309/returns' },
      'any one of seller.return_refund.basic, seller.fulfillment.basic (the catalog infers this)',
    ],
  ])('tells what is special: %j', async (special, words) => {
    const result = { needs: needs({ uses: [use(special)] }) };
    expect((await run(['uses', 'src/orders.ts:3'], result)).stdout).toContain(words);
  });

  it('leaves tests out unless asked', async () => {
    const result = { needs: needs({ uses: [use({ fileKind: 'test' })] }) };
    expect((await run(['uses'], result)).stdout).not.toContain('POST');
    expect((await run(['uses', '--include-tests'], result)).stdout).toContain('POST');
  });
});

const dataNeeds = needs({
  reads: [fieldRead(), fieldRead({ fileKind: 'test', place: place('test/orders.ts', 8) })],
  outflows: [
    outflow(),
    outflow({
      to: 'logged',
      sink: 'console.log',
      place: place('src/log.ts', 2),
      enteredBy: place('src/orders.ts', 6),
    }),
    outflow({
      to: 'escaped',
      sink: 'render',
      reason: 'it is handed to `render`, which is not part of the project',
    }),
  ],
});

describe('uses --fields', () => {
  it('lists what is read and where it goes, for people', async () => {
    expect((await run(['uses', '--fields'], { needs: dataNeeds })).stdout).toMatchInlineSnapshot(`
      "POST /order/202309/orders/search  src/orders.ts:3:9  via src/lib/http.ts:12:1

      what is done with POST /order/202309/orders/search of src/orders.ts:3:9:
        src/log.ts:2:1      logged by console.log                                                     data.orders[] (a record)  buyer.contact  handed over at src/orders.ts:6:1
        src/orders.ts:4:12  read                                                                      data.orders[].phone       buyer.contact
        src/orders.ts:4:12  stored by prisma.order.create                                             data.orders[] (a record)  buyer.contact
        src/orders.ts:4:12  not followed: it is handed to \`render\`, which is not part of the project  data.orders[] (a record)  buyer.contact

      1 of 1 call resolved
      "
    `);
    expect((await run(['uses'], { needs: dataNeeds })).stdout).not.toContain('phone');
    expect((await run(['uses', '--fields', '--include-tests'], { needs: dataNeeds })).stdout).toContain(
      'test/orders.ts:8',
    );
  });

  it('adds it to the story of a place', async () => {
    const { stdout } = await run(['uses', 'src/orders.ts:3', '--fields'], { needs: dataNeeds });
    expect(stdout).toMatch(
      /counts {3}as needed\n\nwhat is done with POST \/order\/202309\/orders\/search of src\/orders\.ts:3:9:\n/,
    );
    lay({ 'src/log.ts': '\n' });
    const log = await run(['uses', 'src/log.ts:2', '--fields', '--format', 'json'], { needs: dataNeeds });
    expect(JSON.parse(log.stdout)).toMatchObject({ reads: [], outflows: [{ to: 'logged' }] });
  });

  it('lists it for scripts, and only when asked', async () => {
    const { stdout } = await run(['uses', '--fields', '--format', 'json'], { needs: dataNeeds });
    const document: unknown = JSON.parse(stdout);
    expect(schemaMistakes('uses', document)).toBeNull();
    expect(document).toMatchObject({
      reads: [{ path: 'data.orders[].phone', categories: ['buyer.contact'] }],
      outflows: [{ to: 'stored', kind: 'record' }, { to: 'logged', handed: {} }, { to: 'escaped' }],
    });
    const plain = await run(['uses', '--format', 'json'], { needs: dataNeeds });
    expect(JSON.parse(plain.stdout)).not.toHaveProperty('reads');
  });
});

describe('why', () => {
  const why = (subject: string, result: Partial<Analysis> = { needs: dataNeeds }, ...options: string[]) =>
    run(['why', ...subject.split(' '), ...options], result);

  it('tells of a category where it is read, kept, logged and lost from sight, and what for', async () => {
    expect((await why('buyer.contact')).stdout).toMatchInlineSnapshot(`
      "buyer.contact
      category of data: Title of buyer.contact

      The code reads it.

      Read here:
        src/orders.ts:4:12  data.orders[].phone  buyer.contact  for ship-orders  of POST /order/202309/orders/search at src/orders.ts:3:9

      Stored here:
        src/orders.ts:4:12  data.orders[] (a record)  buyer.contact  stored by prisma.order.create  for ship-orders  of POST /order/202309/orders/search at src/orders.ts:3:9

      Logged here:
        src/log.ts:2:1  data.orders[] (a record)  buyer.contact  logged by console.log  of POST /order/202309/orders/search at src/orders.ts:3:9, handed over at src/orders.ts:6:1

      Not followed from here on:
        src/orders.ts:4:12  data.orders[] (a record)  buyer.contact  not followed: it is handed to \`render\`, which is not part of the project  for ship-orders  of POST /order/202309/orders/search at src/orders.ts:3:9

      Calls that bring or take it:
        src/orders.ts:3:9  POST /order/202309/orders/search  comes along  for ship-orders
      "
    `);
    expect((await why('order.order')).stdout).toMatchInlineSnapshot(`
      "order.order
      category of data: Title of order.order

      Calls bring it, and nothing is seen to read it.

      Calls that bring or take it:
        src/orders.ts:3:9  POST /order/202309/orders/search  called for  for ship-orders
      "
    `);
  });

  it('tells of a scope what needs it, or what serves the same', async () => {
    expect((await why('seller.order.info')).stdout).toMatchInlineSnapshot(`
      "seller.order.info
      scope: Title of seller.order.info

      It is requested, and needed. No other scope would do.

      Calls that it serves:
        src/orders.ts:3:9  POST /order/202309/orders/search  for ship-orders
      "
    `);
    const returns = use({
      path: '/return_refund/202309/returns',
      endpoint: 'POST /return_refund/202309/returns',
    });
    const chosen = scopeNeed({ scope: 'seller.fulfillment.basic', uses: [returns] });
    expect(
      (await why('seller.return_refund.basic', { needs: needs({ uses: [returns], scopes: [chosen] }) }))
        .stdout,
    ).toMatchInlineSnapshot(`
      "seller.return_refund.basic
      scope: Title of seller.return_refund.basic

      It is not requested, and not needed: another scope serves the same calls.

      Calls that it serves:
        src/orders.ts:3:9  POST /return_refund/202309/returns  for ship-orders

      Scopes that serve the same:
        seller.fulfillment.basic
      "
    `);
    expect((await why('seller.finance.info')).stdout).toContain(
      'It is not requested, and not needed: no call',
    );
    expect((await why('seller.finance.info', { needs: openNeeds })).stdout).toContain(
      'not seen to be needed',
    );
  });

  it('tells of an endpoint who calls it, what is read of the answers and where they go', async () => {
    const byPath = await why('/order/202309/orders/search');
    expect(byPath.stdout).toMatchInlineSnapshot(`
      "POST /order/202309/orders/search
      endpoint: Title of POST /order/202309/orders/search

      It is called, and needs seller.order.info.

      Read here:
        src/orders.ts:4:12  data.orders[].phone  buyer.contact  for ship-orders  of POST /order/202309/orders/search at src/orders.ts:3:9

      Stored here:
        src/orders.ts:4:12  data.orders[] (a record)  buyer.contact  stored by prisma.order.create  for ship-orders  of POST /order/202309/orders/search at src/orders.ts:3:9

      Logged here:
        src/log.ts:2:1  data.orders[] (a record)  buyer.contact  logged by console.log  of POST /order/202309/orders/search at src/orders.ts:3:9, handed over at src/orders.ts:6:1

      Not followed from here on:
        src/orders.ts:4:12  data.orders[] (a record)  buyer.contact  not followed: it is handed to \`render\`, which is not part of the project  for ship-orders  of POST /order/202309/orders/search at src/orders.ts:3:9

      Called here:
        src/orders.ts:3:9  POST /order/202309/orders/search  for ship-orders
      "
    `);
    expect((await why('POST /order/202309/orders/search')).stdout).toBe(byPath.stdout);
    expect((await why('POST /return_refund/202309/returns')).stdout).toContain('Nothing calls it.');
  });

  it.each(['buyer.contact', 'seller.order.info', '/order/202309/orders/search'])(
    'answers scripts: %s',
    async (subject) => {
      const { stdout, code } = await why(subject, { needs: dataNeeds }, '--format', 'json');
      expect(code).toBe(0);
      expect(schemaMistakes('why', JSON.parse(stdout))).toBeNull();
      expect(JSON.parse(stdout)).toMatchObject({ calls: [{ purpose: 'ship-orders' }] });
    },
  );

  it('needs no declaration, and says what may be missing', async () => {
    const { stdout } = await why('buyer.contact', {
      needs: { ...dataNeeds, open: [openCall()], unread: unreadNeeds.unread },
      declaration: null,
    });
    expect(stdout).not.toContain('purpose');
    expect(stdout).not.toContain('ship-orders');
    expect(stdout).toContain('1 call stayed open and 1 file could not be read: there may be more.');
  });
});

it('explain --list names every rule with its severity', async () => {
  expect((await run(['explain', '--list'])).stdout).toMatchInlineSnapshot(`
    "missing-scope    error    A call needs a scope that is not requested.
    unresolved-call  warning  A call’s endpoint cannot be decided.
    "
  `);
});

it('uses --personal lists what is done with personal data, and nothing else', async () => {
  const part = fieldRead().part;
  const result = {
    needs: needs({
      reads: [
        fieldRead(),
        fieldRead({ part: { ...part, path: 'data.orders[].id', categories: ['order.order'] } }),
        fieldRead({
          part: { ...part, path: 'data.orders[].both', categories: ['buyer.contact', 'order.order'] },
        }),
      ],
    }),
  };
  const all = (await run(['uses', '--fields'], result)).stdout;
  expect(all).toContain('data.orders[].id');
  const personal = (await run(['uses', '--personal'], result)).stdout;
  expect(personal).toContain('data.orders[].phone');
  expect(personal).not.toContain('data.orders[].id');
  expect(personal.match(/data\.orders\[\]\.both +buyer\.contact *\n/)).not.toBeNull();
});

it('uses marks a call in a helper that nothing calls', async () => {
  const result = { needs: needs({ uses: [use({ uncalled: 'pullOrders' })] }) };
  expect((await run(['uses'], result)).stdout).toContain('in pullOrders, which nothing is seen to call');
  const scripted: unknown = JSON.parse((await run(['uses', '--format', 'json'], result)).stdout);
  expect(scripted).toMatchObject({ uses: [{ uncalled: 'pullOrders' }] });
  expect(schemaMistakes('uses', scripted)).toBeNull();
});

describe('init', () => {
  it('proposes scopes and purposes, and asks nothing', async () => {
    lay({ 'package.json': '{ "name": "free-dashboard-template" }' });
    expect((await run(['init', '--stdout'])).stdout).toMatchInlineSnapshot(`
      "# What this app is, and why it needs the data it asks for. Checked by \`leastscope check\`.

      schema: 1

      app:
        name: TODO # the name in the App Store
        type: public # TODO: public or custom
        tokens: [seller]
        # category: shipping-fulfillment # TODO: the app’s category in the store
        # markets: [GB, DE] # TODO: where its sellers are

      # Proposed from the calls in the code. Compare with what is enabled in Manage API today.
      requestedScopes:
        - seller.order.info # POST /order/202309/orders/search (src/orders.ts:3)

      # Proposed from the calls, and from what the code does with their answers. Keep what is true, and say it in your own words.
      purposes:
        # POST /order/202309/orders/search
        - id: order-management
          kind: order_management # Order management
          text: "TODO: say what your app does for the seller here. (Show orders.)"
          code: [src/orders.ts]
          # retention: { period: P30D, after: order.completed, onDeauthorization: P7D } # TODO
      "
    `);
    lay({ 'node_modules/leastscope/schema/scope-declaration.schema.json': '{}' });
    expect((await run(['init', '--stdout'])).stdout.split('\n')[0]).toBe(
      '# yaml-language-server: $schema=./node_modules/leastscope/schema/scope-declaration.schema.json',
    );
    rmSync(join(root, 'node_modules'), { recursive: true });
    const firstLine = async (folder = '.'): Promise<string | undefined> =>
      (await run(['init', '--stdout', '--cwd', folder])).stdout.split('\n')[0];
    expect(await firstLine()).not.toContain('$schema');
    lay({ 'node_modules/@leastscope/eslint-plugin/schema/scope-declaration.schema.json': '{}' });
    expect(await firstLine('src')).toBe(
      '# yaml-language-server: $schema=../node_modules/@leastscope/eslint-plugin/schema/scope-declaration.schema.json',
    );
    rmSync(join(root, 'node_modules'), { recursive: true });
    lay({ '.pnp.cjs': '' });
    expect(await firstLine()).toMatch(
      /\$schema=https:\/\/unpkg\.com\/leastscope@\d+\.\d+\.\d+\/schema\/scope-declaration\.schema\.json$/,
    );
    lay({ '.env.example': 'TIKTOK_SHOP_SCOPES=seller.order.info,seller.finance.info' });
    expect((await run(['init', '--stdout'])).stdout).toContain(
      '  # Asked for in .env.example, and no call needs it: seller.finance.info',
    );
    expect(await run(['init', '--force'])).toMatchObject({ code: 0 });
    expect(readFileSync(join(root, 'scope-declaration.yaml'), 'utf8')).toContain('seller.order.info');
  });
});
