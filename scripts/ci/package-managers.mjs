// The packed packages with npm, pnpm and Yarn, with node_modules and with Plug'n'Play: the program starts and finds a scope that
// nothing needs, every line of the documents that starts it works, the plugin is loaded, and the schema that `init` names is where
// it says.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { packOnce } from '../pack.mjs';
import { pinnedPnpm, root } from '../pnpm.mjs';
import { app, madeBy } from '../../packages/cli/test/documented/app.mjs';
import { documentedLines, elsewhere } from '../../packages/cli/test/documented/lines.mjs';
import { commandTable } from '../../packages/cli/dist/commands/table.js';

const yarn = '@yarnpkg/cli-dist@4.10.3';
const yarnSettings = 'enableTelemetry: false\nenableGlobalCache: false\nenableImmutableInstalls: false\n';

/** How each is started, and told to take what another package depends on from a file as well. */
const managers = {
  npm: {
    command: ['npm'],
    overrides: () => ({}),
    run: ['exec', '--'],
    node: ['exec', '--', 'node'],
    files: {},
  },
  pnpm: {
    command: ['npx', '--yes', '--package', pinnedPnpm(), '--', 'pnpm'],
    overrides: (files) => ({ pnpm: { overrides: files } }),
    run: ['exec'],
    node: ['exec', 'node'],
    files: {},
  },
  'Yarn, node_modules': {
    command: ['npx', '--yes', '--package', yarn, '--', 'yarn'],
    overrides: (files) => ({ resolutions: files }),
    run: ['run'],
    node: ['node'],
    files: { 'yarn.lock': '', '.yarnrc.yml': `${yarnSettings}nodeLinker: node-modules\n` },
  },
  "Yarn, Plug'n'Play": {
    command: ['npx', '--yes', '--package', yarn, '--', 'yarn'],
    overrides: (files) => ({ resolutions: files }),
    run: ['run'],
    node: ['node'],
    files: { 'yarn.lock': '', '.yarnrc.yml': `${yarnSettings}nodeLinker: pnp\n` },
  },
};

const tried = documentedLines(commandTable.map(({ name }) => name)).filter(
  ({ args }) => elsewhere[args.join(' ')] === undefined,
);
const inBase64 = (content) => Buffer.from(content).toString('base64');

/** A name with a letter beyond ASCII: what measures it is loaded late. */
const project = {
  'src/orders.js': `export const größe = () =>
  fetch('https://open-api.tiktokglobalshop.com/order/202309/orders/search', { method: 'POST' });
`,
  // One start of the package manager for all lines.
  'type-documented-lines.cjs': readFileSync(join(root, 'scripts/ci/type-documented-lines.cjs')),
  'lay-out.cjs': readFileSync(join(root, 'packages/cli/test/documented/lay-out.cjs')),
  'documented-lines.json': JSON.stringify({
    app: Object.fromEntries(Object.entries(app).map(([name, content]) => [name, inBase64(content)])),
    madeBy,
    lines: tried.map(({ args }) => args),
  }),
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

function prove(name, { command, overrides, run, node, files: settings }, files) {
  const folder = join(top, name.replaceAll(/\W+/g, '-'));
  const manifest = {
    name: 'blank',
    version: '1.0.0',
    private: true,
    type: 'module',
    devDependencies:
      name === 'npm'
        ? files
        : { leastscope: files.leastscope, '@leastscope/eslint-plugin': files['@leastscope/eslint-plugin'] },
    ...overrides(files),
  };
  for (const [file, text] of Object.entries({
    ...project,
    ...settings,
    'package.json': JSON.stringify(manifest),
  }))
    write(join(folder, file), text);
  const [program = '', ...first] = command;
  const start = (...args) =>
    spawnSync(program, [...first, ...args], {
      cwd: folder,
      encoding: 'utf8',
      // In CI Yarn writes no lock file, and both take none that is empty.
      env: { ...process.env, CI: '', npm_config_prefer_offline: 'true' },
      shell: process.platform === 'win32',
    });
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
  const typed = start(...node, 'type-documented-lines.cjs');
  tell(`${name}: ${tried.length} lines of the documents`, typed, typed.status === 0);
  const used = start(...node, 'plugin.cjs');
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
