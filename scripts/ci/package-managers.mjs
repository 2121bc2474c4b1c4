// The packed packages with pnpm and Yarn, with node_modules and with Plug'n'Play: the program starts and finds a scope that
// nothing needs, commands find what they load late, the plugin is loaded, and the schema that `init` names is where it says.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { packOnce } from '../pack.mjs';
import { pinnedPnpm } from '../pnpm.mjs';

const yarn = '@yarnpkg/cli-dist@4.10.3';
const yarnSettings = 'enableTelemetry: false\nenableGlobalCache: false\nenableImmutableInstalls: false\n';

/** How each is told to take what another package depends on from a file as well. */
const managers = {
  pnpm: {
    program: pinnedPnpm(),
    overrides: (files) => ({ pnpm: { overrides: files } }),
    run: ['exec'],
    files: {},
  },
  'Yarn, node_modules': {
    program: yarn,
    overrides: (files) => ({ resolutions: files }),
    run: ['run'],
    files: { 'yarn.lock': '', '.yarnrc.yml': `${yarnSettings}nodeLinker: node-modules\n` },
  },
  "Yarn, Plug'n'Play": {
    program: yarn,
    overrides: (files) => ({ resolutions: files }),
    run: ['run'],
    files: { 'yarn.lock': '', '.yarnrc.yml': `${yarnSettings}nodeLinker: pnp\n` },
  },
};

const request = 'https://open-api.tiktokglobalshop.com/order/202507/orders?ids=1';

/** A name with a letter beyond ASCII: what measures it is loaded late. */
const app = {
  'src/orders.js': `export const größe = () =>
  fetch('https://open-api.tiktokglobalshop.com/order/202309/orders/search', { method: 'POST' });
`,
  'response.json': JSON.stringify({
    data: { access_token: 'x', user_type: 0, granted_scopes: ['seller.order.info'] },
  }),
  'session.har': JSON.stringify({
    log: {
      version: '1.2',
      entries: [{ request: { method: 'GET', url: request }, response: { status: 200 } }],
    },
  }),
  // One start of the package manager for all of them: 2 would be a line that does not work.
  'commands.cjs': `const { spawnSync } = require('node:child_process');
const { dirname, join } = require('node:path');
const program = join(dirname(require.resolve('leastscope/package.json')), 'bundle/leastscope.cjs');
for (const args of ${JSON.stringify([
    ['token', 'response.json'],
    ['seen', 'session.har'],
    ['types'],
    ['what-if', '--drop', 'seller.finance.info'],
    ['report', 'pack', '--out', 'review-pack'],
    ['fix', '--dry-run'],
  ])}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' });
  if ([0, 1, 3].includes(status)) continue;
  console.error(args.join(' '), status, stdout, stderr);
  process.exitCode = 1;
}
`,
  'plugin.cjs': `const plugin = require('@leastscope/eslint-plugin');
if (plugin.configs.recommended.plugins.leastscope !== plugin) process.exit(1);
`,
};

const top = mkdtempSync(join(tmpdir(), 'leastscope-managers-'));
try {
  const packed = packOnce();
  const files = Object.fromEntries(packed.map(({ name, tarball }) => [published(name), `file:${tarball}`]));
  for (const [name, manager] of Object.entries(managers)) prove(name, manager, files);
} finally {
  rmSync(top, { recursive: true, force: true });
}

function prove(name, { program, overrides, run, files: settings }, files) {
  const folder = join(top, name.replaceAll(/\W+/g, '-'));
  const manifest = {
    name: 'blank',
    version: '1.0.0',
    private: true,
    type: 'module',
    devDependencies: {
      leastscope: files.leastscope,
      '@leastscope/eslint-plugin': files['@leastscope/eslint-plugin'],
    },
    ...overrides(files),
  };
  for (const [file, text] of Object.entries({
    ...app,
    ...settings,
    'package.json': JSON.stringify(manifest),
  }))
    write(join(folder, file), text);
  const start = (...args) =>
    spawnSync(
      'npx',
      ['--yes', '--package', program, '--', program.startsWith('pnpm') ? 'pnpm' : 'yarn', ...args],
      {
        cwd: folder,
        encoding: 'utf8',
        // In CI Yarn writes no lock file, and both take none that is empty.
        env: { ...process.env, CI: '', npm_config_prefer_offline: 'true' },
        shell: process.platform === 'win32',
      },
    );
  const installed = start('install');
  tell(`${name}: installs`, installed, installed.status === 0);
  const begun = start(...run, 'leastscope', 'init');
  const declaration = join(folder, 'scope-declaration.yaml');
  tell(`${name}: init`, begun, begun.status === 0);
  const text = readFileSync(declaration, 'utf8');
  const schema = /\$schema=(\S+)/.exec(text)?.[1] ?? '';
  const leads = schema.startsWith('https://unpkg.com/leastscope@') || existsSync(join(folder, schema));
  tell(`${name}: the schema is at ${schema}`, begun, schema !== '' && leads);
  writeFileSync(
    declaration,
    text.replace('requestedScopes:\n', 'requestedScopes:\n  - seller.finance.info\n'),
  );
  const checked = start(...run, 'leastscope', 'check');
  tell(`${name}: check`, checked, checked.status === 1 && checked.stdout.includes('error[unused-scope]'));
  const ran = start(...(program.startsWith('pnpm') ? ['exec', 'node'] : ['node']), 'commands.cjs');
  tell(`${name}: what is loaded late`, ran, ran.status === 0);
  const used = start(...(program.startsWith('pnpm') ? ['exec', 'node'] : ['node']), 'plugin.cjs');
  tell(`${name}: the plugin`, used, used.status === 0);
}

function published(folder) {
  return folder === 'cli' ? 'leastscope' : `@leastscope/${folder}`;
}

function write(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function tell(what, { status, stdout, stderr }, ok) {
  console.log(`${ok ? 'ok' : 'NOT ok'}  ${what}`);
  if (ok) return;
  console.error(`ended with ${status}\n${stdout}${stderr}`);
  process.exitCode = 1;
}
