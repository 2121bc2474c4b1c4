// The plugin as it would be installed: the packed packages in blank projects with ESLint 9 and 10, each parser, and
// TypeScript 5, 6, 7 or none of its own beside it. The lines of the README, in a project of nothing but TypeScript, and those
// of docs/editors.md for each other parser must find a planted call and say nothing of a clean file. They must compile as
// well, where the configuration is TypeScript, and `require` and oxlint must get the same plugin.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root } from '../pnpm.mjs';
import { packOnce } from '../pack.mjs';

const manifest = (folder) => JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
const rootManifest = manifest('.');
const own = manifest('packages/eslint-plugin').devDependencies;
const eslint9 = own['eslint-9'].replace('npm:', '');
const eslint10 = `eslint@${own.eslint}`;
const at = (name) => `${name}@${own[name]}`;
const typescriptParser = at('@typescript-eslint/parser');
const vue = at('vue-eslint-parser');
const svelte = [at('svelte-eslint-parser'), at('svelte')];
const babel = [at('@babel/eslint-parser'), at('@babel/core')];
const typescriptEslint = `typescript-eslint@${rootManifest.devDependencies['typescript-eslint']}`;
const oxlint = 'oxlint@1.94.0';

/** The README's lines as they stand, in a project of nothing but TypeScript. */
const readme = 'README.md';

/** Each is installed once, and linted once for each parser in it. */
const projects = [
  {
    name: 'ESLint 9, TypeScript 5',
    install: [eslint9, 'typescript@5.9.3', typescriptParser, typescriptEslint, vue, ...svelte, ...babel],
    parsers: [
      readme,
      'espree',
      'typescript-eslint',
      'typescript-eslint with types',
      'vue',
      'svelte',
      'babel',
    ],
    compiles: true,
  },
  {
    name: 'ESLint 10, TypeScript 6',
    install: [eslint10, 'typescript@6.0.3', typescriptParser, typescriptEslint, vue, ...svelte],
    // The line of Babel's parser that runs on Node 20 is made for ESLint up to 9.
    parsers: [readme, 'espree', 'typescript-eslint', 'typescript-eslint with types', 'vue', 'svelte'],
    compiles: true,
  },
  {
    name: 'ESLint 10, TypeScript 7',
    install: [eslint10, 'typescript@7.0.2', vue, ...svelte],
    // typescript-eslint does not work with TypeScript 7 yet, which has no interface for programs.
    parsers: ['espree', 'vue', 'svelte'],
  },
  {
    name: 'ESLint 10, no TypeScript',
    install: [eslint10, vue, ...svelte, oxlint],
    parsers: ['espree', 'vue', 'svelte'],
    oxlint: true,
  },
];

/** How a parser is put beside the lines of docs/editors.md, and the kind of file that it is for. */
const kinds = {
  [readme]: { ending: 'ts' },
  espree: { ending: 'js', imports: '', options: null },
  'typescript-eslint': {
    ending: 'ts',
    imports: "import * as parser from '@typescript-eslint/parser';",
    options: '{ parser }',
  },
  'typescript-eslint with types': {
    ending: 'ts',
    imports: "import * as parser from '@typescript-eslint/parser';",
    options: '{ parser, parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } }',
  },
  vue: { ending: 'vue', imports: "import parser from 'vue-eslint-parser';", options: '{ parser }' },
  svelte: {
    ending: 'svelte',
    imports: "import * as parser from 'svelte-eslint-parser';",
    options: '{ parser }',
  },
  babel: {
    ending: 'js',
    imports: "import parser from '@babel/eslint-parser';",
    options: '{ parser, parserOptions: { requireConfigFile: false } }',
  },
};

const declaration = `schema: 1
app: { name: Blank, type: public, tokens: [seller] }
requestedScopes: [seller.order.info]
purposes:
  - id: ship-orders
    kind: shipping_seller
    text: Create shipping labels for orders the seller has to dispatch and report tracking back.
    retention: { period: P90D, after: order.completed, onDeauthorization: P7D }
`;

const calling = (path) => `const HOST = 'https://open-api.tiktokglobalshop.com';

export const call = () => fetch(HOST + '${path}', { method: 'POST' });
`;
const bad = calling('/return_refund/202309/cancellations');
const good = calling('/order/202309/orders/search');
const inScript = (code, ending) =>
  ending === 'vue' || ending === 'svelte' ? `<script>\n${code}</script>\n` : code;

/** What --print-config has to tell: every rule of the plugin with its severity, as ESLint counts it. */
const { default: plugin } = await import('../../packages/eslint-plugin/bundle/index.js');
const severities = Object.entries(plugin.configs.recommended.rules).map(
  ([id, severity]) => `${id} ${{ warn: 1, error: 2 }[severity]}`,
);

const folder = mkdtempSync(join(tmpdir(), 'leastscope-matrix-'));
try {
  // Nothing else of ours: the plugin stands alone.
  const tarballs = packOnce()
    .filter(({ name }) => name === 'eslint-plugin')
    .map(({ tarball }) => tarball);
  const results = await Promise.all(
    projects.map((project, index) => tryOut(project, join(folder, `p${index}`), tarballs)),
  );
  for (const line of results.flat()) console.log(line);
  if (results.flat().some((line) => line.startsWith('NOT ok'))) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function tryOut({ name, install, parsers, compiles, oxlint: hasOxlint }, to, tarballs) {
  write(
    to,
    'package.json',
    JSON.stringify({ name: 'blank', version: '1.0.0', private: true, type: 'module' }),
  );
  write(to, 'scope-declaration.yaml', declaration);
  write(
    to,
    'tsconfig.json',
    '{ "compilerOptions": { "module": "NodeNext", "strict": true }, "include": ["src"] }\n',
  );
  const npm = ['install', '--no-audit', '--no-fund', '--prefer-offline', '--save-dev', '--save-exact'];
  const installed = await run('npm', [...npm, ...install, ...tarballs], to, process.platform === 'win32');
  if (installed.status !== 0) return [`NOT ok  ${name}: npm install failed\n${installed.output}`];
  const lines = [];
  for (const parser of parsers) lines.push(await lintWith(parser, name, to));
  lines.push(await describesItself(name, to), await isRequired(name, to));
  if (compiles) lines.push(await compilesThere(name, to));
  if (hasOxlint) lines.push(await runsInOxlint(name, to));
  return lines;
}

async function lintWith(parser, name, to) {
  const { ending, imports = '', options = null } = kinds[parser];
  write(to, `src/bad.${ending}`, inScript(bad, ending));
  write(to, `src/good.${ending}`, inScript(good, ending));
  const config = `eslint-${parser.replaceAll(' ', '-')}.config.js`;
  write(to, config, parser === readme ? linesOf('README.md') : configFor(ending, imports, options));
  const files = [`src/bad.${ending}`, `src/good.${ending}`];
  const { status, output } = await eslint(['--config', config, '--format', 'json', ...files], to);
  const what = `${name}, ${parser}`;
  try {
    const [ofBad, ofGood] = JSON.parse(output).map(({ messages }) =>
      messages.map(({ ruleId, line, column }) => `${ruleId} ${line}:${column}`),
    );
    const line = ending === 'js' || ending === 'ts' ? 3 : 4;
    const isRight =
      status === 1 && ofBad.join() === `leastscope/missing-scope ${line}:27` && ofGood.length === 0;
    return isRight ? `ok  ${what}` : `NOT ok  ${what}: bad file ${ofBad.join()}; clean file ${ofGood.join()}`;
  } catch {
    return `NOT ok  ${what}: ended with ${status}\n${output}`;
  }
}

/** The first configuration that a document shows. */
function linesOf(document, name = 'eslint.config.mjs') {
  const text = readFileSync(join(root, document), 'utf8');
  const fence = new RegExp(`\`\`\`\\w+\\n(?://|#) ${name.replaceAll('.', '\\.')}\\n([\\s\\S]*?)\`\`\``);
  const lines = fence.exec(text)?.[1];
  if (lines === undefined) throw new Error(`${document} shows no ${name}.`);
  return lines;
}

/** The lines for JavaScript alone, and where a parser is needed, the lines that bring it. */
function configFor(ending, imports, options) {
  const lines = linesOf('docs/editors.md');
  if (options === null) return lines;
  const block = `[\n  { files: ['**/*.${ending}'], languageOptions: ${options} },`;
  return `${imports}\n${lines.replace('export default [', `export default ${block} `)}`;
}

/** `require` gives the plugin itself, and the same one as `import`. */
async function isRequired(name, to) {
  const script = `const plugin = require('@leastscope/eslint-plugin');
    import('@leastscope/eslint-plugin').then(({ default: same }) => {
      if (plugin !== same || plugin.configs.strict.plugins.leastscope !== plugin) process.exitCode = 1;
    });`;
  const { status, output } = await run(process.execPath, ['--eval', script], to, false);
  return status === 0 ? `ok  ${name}, require()` : `NOT ok  ${name}, require(): ${output}`;
}

/** The documented lines as TypeScript: the README's, and those with `defineConfig` and with `Linter.Config[]`. */
async function compilesThere(name, to) {
  write(to, 'types/readme.ts', linesOf('README.md'));
  write(to, 'types/define-config.ts', linesOf('docs/editors.md', 'eslint.config.ts'));
  write(to, 'types/list.ts', linesOf('docs/editors.md', 'eslint.config.ts, without defineConfig'));
  write(
    to,
    'types/required.cts',
    "import plugin = require('@leastscope/eslint-plugin');\nexport = [plugin.configs.strict];\n",
  );
  const options = [
    '--noEmit',
    '--strict',
    '--exactOptionalPropertyTypes',
    '--module',
    'nodenext',
    '--skipLibCheck',
  ];
  const files = ['readme.ts', 'define-config.ts', 'list.ts', 'required.cts'].map((file) => `types/${file}`);
  const tsc = join(to, 'node_modules/typescript/bin/tsc');
  const { status, output } = await run(
    process.execPath,
    [tsc, '--ignoreConfig', ...options, ...files],
    to,
    false,
  );
  // TypeScript 5 takes no tsconfig beside named files anyway, and does not know the option.
  const again = output.includes('ignoreConfig')
    ? await run(process.execPath, [tsc, ...options, ...files], to, false)
    : { status, output };
  return again.status === 0
    ? `ok  ${name}, tsc of the documented lines`
    : `NOT ok  ${name}, tsc: ${again.output}`;
}

/** As docs/editors.md has it. */
async function runsInOxlint(name, to) {
  write(to, 'src/ox.ts', bad);
  write(to, '.oxlintrc.json', linesOf('docs/editors.md', '.oxlintrc.json'));
  const { status, output } = await run(
    join(to, 'node_modules/.bin/oxlint'),
    ['src/ox.ts'],
    to,
    process.platform === 'win32',
  );
  const isRight =
    status === 1 && output.includes('leastscope(missing-scope)') && output.includes('src/ox.ts:3:27');
  return isRight ? `ok  ${name}, oxlint` : `NOT ok  ${name}, oxlint: ${output}`;
}

/** What ESLint tells of a configuration: all rules of the plugin, each with its severity, and nothing else of it. */
async function describesItself(name, to) {
  const { output } = await eslint(
    ['--config', 'eslint-espree.config.js', '--print-config', 'src/bad.js'],
    to,
  );
  const told = Object.entries(JSON.parse(output).rules)
    .filter(([id]) => id.startsWith('leastscope/'))
    .map(([id, [severity]]) => `${id} ${severity}`);
  return told.length > 0 && told.sort().join() === [...severities].sort().join()
    ? `ok  ${name}, --print-config: ${told.length} rules`
    : `NOT ok  ${name}: ${output}`;
}

function eslint(args, cwd) {
  return run(process.execPath, [join(cwd, 'node_modules/eslint/bin/eslint.js'), ...args], cwd, false);
}

function run(command, args, cwd, shell) {
  return new Promise((done) => {
    const child = spawn(command, args, { cwd, shell });
    let output = '';
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (output += data));
    // oxlint colours its text wherever it sees a CI, whatever it is asked.
    child.on('close', (status) => done({ status, output: stripVTControlCharacters(output) }));
  });
}

function write(to, name, text) {
  mkdirSync(dirname(join(to, name)), { recursive: true });
  writeFileSync(join(to, name), text);
}
