// The recipes of docs/ci.md for monorepos, for real: a workspace of three packages with the packed leastscope, under
// `turbo run leastscope`. A second run comes from Turborepo's cache, an edit judges one package again, and the merged
// reports are the bytes of one run over the whole. The recipe for Nx is held to the same inputs and outputs by reading it.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from '../pnpm.mjs';
import { packOnce } from '../pack.mjs';

const turbo = 'turbo@2.11.11';
const page = readFileSync(join(root, 'docs/ci.md'), 'utf8');
const turboJson = block('turbo.json');
const nxJson = JSON.parse(block('nx.json'));
const script = /"leastscope": "(leastscope check [^"]+)"/.exec(page)?.[1];
if (script === undefined) throw new Error('docs/ci.md shows no script called leastscope.');

const purposes = {
  'seller.authorization.info': `  - id: connect-shop
    kind: shop_connection
    text: Identify the shop that the seller has connected, so that its labels carry its name.
    retention: { period: P90D, after: account.closed, onDeauthorization: P7D }
`,
  'seller.order.info': `  - id: ship-orders
    kind: shipping_seller
    text: Create shipping labels for orders the seller has to dispatch and report tracking back.
    retention: { period: P90D, after: order.completed, onDeauthorization: P7D }
`,
};
const declaration = (scope) => `schema: 1
app: { name: App, type: public, tokens: [seller] }
requestedScopes: [${scope}]
purposes:
${purposes[scope]}`;
const calling = (path) => `const HOST = 'https://open-api.tiktokglobalshop.com';

export const call = () => fetch(HOST + '${path}');
`;
const app = (name, scope, path) => ({
  [`apps/${name}/package.json`]: JSON.stringify({
    name,
    private: true,
    type: 'module',
    scripts: { leastscope: script },
  }),
  [`apps/${name}/scope-declaration.yaml`]: declaration(scope),
  [`apps/${name}/src/call.js`]: calling(path),
});
const files = {
  'package.json': JSON.stringify({
    name: 'mono',
    private: true,
    workspaces: ['apps/*'],
    packageManager: 'npm@10.0.0',
  }),
  'turbo.json': turboJson,
  '.gitignore': 'node_modules\n.turbo\nleastscope.json\n',
  ...app('connect', 'seller.authorization.info', '/authorization/202309/shops'),
  ...app('orders', 'seller.order.info', '/order/202507/orders'),
  ...app('both', 'seller.authorization.info', '/authorization/202309/shops'),
};

const folder = mkdtempSync(join(tmpdir(), 'leastscope-mono-'));
try {
  for (const [name, text] of Object.entries(files)) write(name, text);
  const tarballs = packOnce()
    .filter(({ name }) => name !== 'eslint-plugin')
    .map(({ tarball }) => tarball);
  demand('npm', 'install', '--no-audit', '--no-fund', '--save-dev', '--save-exact', turbo, ...tarballs);
  demand('git', 'init', '--quiet');
  demand('git', 'add', '--all');
  demand(
    'git',
    '-c',
    'user.name=t',
    '-c',
    'user.email=t@example.com',
    'commit',
    '--quiet',
    '--message',
    'begin',
  );

  tell('the first run judges three packages', cached(turboRun()) === '0 cached, 3 total');
  const whole = leastscope('check', '--format', 'json', '--as-of', /--as-of (\S+)/.exec(script)[1]);
  const merged = leastscope(
    'merge',
    ...['both', 'connect', 'orders'].map((name) => `apps/${name}/leastscope.json`),
  );
  tell(
    'merged, the reports are one run over the whole',
    merged.stdout === whole.stdout && merged.status === 0,
  );
  tell('the second run comes from the cache', cached(turboRun()) === '3 cached, 3 total');
  rmSync(join(folder, 'apps/orders/leastscope.json'));
  turboRun();
  tell('its output comes back with it', leastscope('merge', 'apps/orders/leastscope.json').status === 0);
  write('apps/orders/src/call.js', calling('/return_refund/202309/cancellations'));
  const edited = turboRun();
  tell('an edit judges its package alone', cached(edited) === '2 cached, 3 total', edited);
  tell('and fails it', edited.status !== 0 && edited.output.includes('leastscope'), edited);
  const { inputs, outputs } = JSON.parse(turboJson).tasks.leastscope;
  const nx = nxJson.targetDefaults.leastscope;
  const same = JSON.stringify(nx.inputs) === JSON.stringify(inputs.map(forNx)) && nx.cache === true;
  tell(
    'Nx is told of the same inputs and outputs (read, not run)',
    same && nx.outputs.join() === outputs.map((one) => `{projectRoot}/${one}`).join(),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** `$TURBO_ROOT$` is the workspace; all else lies in the package. */
function forNx(input) {
  return input.startsWith('$TURBO_ROOT$')
    ? input.replace('$TURBO_ROOT$', '{workspaceRoot}')
    : `{projectRoot}/${input}`;
}

function block(name) {
  const text = new RegExp(`\`\`\`json\\n// ${name.replace('.', '\\.')}\\n([\\s\\S]*?)\`\`\``).exec(page)?.[1];
  if (text === undefined) throw new Error(`docs/ci.md shows no ${name}.`);
  return text;
}

function turboRun() {
  return start('npx', 'turbo', 'run', 'leastscope', '--continue', '--no-color');
}

function cached({ output }) {
  return /Cached:\s+(\d+ cached, \d+ total)/.exec(output)?.[1] ?? output;
}

function leastscope(...args) {
  return start('npx', 'leastscope', ...args);
}

function demand(command, ...args) {
  const { status, output } = start(command, ...args);
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}\n${output}`);
}

function start(command, ...args) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' },
    shell: process.platform === 'win32',
  });
  return { status, stdout, output: `${stdout}${stderr}` };
}

function tell(what, ok, ran = { output: '' }) {
  console.log(`${ok ? 'ok' : 'NOT ok'}  ${what}`);
  if (ok) return;
  console.error(ran.output);
  process.exitCode = 1;
}

function write(name, text) {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}
