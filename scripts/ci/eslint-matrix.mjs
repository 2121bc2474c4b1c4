// The plugin as it would be installed: the packed packages in blank projects with ESLint 9 and 10, each parser, and
// TypeScript 5, 6, 7 or none of its own beside it. The five lines of the README must find a planted call and say nothing of a
// clean file.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from '../pnpm.mjs';
import { pack } from './pack.mjs';

const own = JSON.parse(
  readFileSync(join(root, 'packages/eslint-plugin/package.json'), 'utf8'),
).devDependencies;
const eslint9 = own['eslint-9'].replace('npm:', '');
const eslint10 = `eslint@${own.eslint}`;
const at = (name) => `${name}@${own[name]}`;
const typescriptParser = at('@typescript-eslint/parser');
const vue = at('vue-eslint-parser');
const svelte = [at('svelte-eslint-parser'), at('svelte')];
const babel = [at('@babel/eslint-parser'), at('@babel/core')];

/** Each is installed once, and linted once for each parser in it. */
const projects = [
  {
    name: 'ESLint 9, TypeScript 5',
    install: [eslint9, 'typescript@5.9.3', typescriptParser, vue, ...svelte, ...babel],
    parsers: ['espree', 'typescript-eslint', 'typescript-eslint with types', 'vue', 'svelte', 'babel'],
  },
  {
    name: 'ESLint 10, TypeScript 6',
    install: [eslint10, 'typescript@6.0.3', typescriptParser, vue, ...svelte],
    // The line of Babel's parser that runs on Node 20 is made for ESLint up to 9.
    parsers: ['espree', 'typescript-eslint', 'typescript-eslint with types', 'vue', 'svelte'],
  },
  {
    name: 'ESLint 10, TypeScript 7',
    install: [eslint10, 'typescript@7.0.2', vue, ...svelte],
    // typescript-eslint does not work with TypeScript 7 yet, which has no interface for programs.
    parsers: ['espree', 'vue', 'svelte'],
  },
  {
    name: 'ESLint 10, no TypeScript',
    install: [eslint10, vue, ...svelte],
    parsers: ['espree', 'vue', 'svelte'],
  },
];

/** How a parser is put beside the five lines, and the kind of file that it is for. */
const kinds = {
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
  const tarballs = pack()
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

async function tryOut({ name, install, parsers }, to, tarballs) {
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
  lines.push(await describesItself(name, to));
  return lines;
}

async function lintWith(parser, name, to) {
  const { ending, imports, options } = kinds[parser];
  write(to, `src/bad.${ending}`, inScript(bad, ending));
  write(to, `src/good.${ending}`, inScript(good, ending));
  const config = `eslint-${parser.replaceAll(' ', '-')}.config.js`;
  write(to, config, configFor(ending, imports, options));
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

/** The README's own lines, and where a parser is needed, the lines that bring it. */
function configFor(ending, imports, options) {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const lines = /```js\n\/\/ eslint\.config\.js\n([\s\S]*?)```/.exec(readme)?.[1];
  if (lines === undefined) throw new Error('README.md shows no eslint.config.js.');
  if (options === null) return lines;
  const block = `[\n  { files: ['**/*.${ending}'], languageOptions: ${options} },`;
  return `${imports}\n${lines.replace('export default [', `export default ${block} `)}`;
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
    child.on('close', (status) => done({ status, output }));
  });
}

function write(to, name, text) {
  mkdirSync(dirname(join(to, name)), { recursive: true });
  writeFileSync(join(to, name), text);
}
