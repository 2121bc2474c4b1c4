// What the plugin adds to a lint run: a project of 1,000 files of which 20 call the platform, linted without it, with it, and
// with one typed rule of typescript-eslint instead; the same project in plain JavaScript; then what it costs on a file that has
// nothing to do with the platform. Every run has ESLint's recommended rules, as everybody has: without any rule ESLint itself
// does less.
//
// Peak memory says more of when the collector ran than of what is needed, so the configurations take turns, and the median
// is shown with the highest.
//
//   node benchmarks/eslint-cost.mjs [--files 1000] [--relevant 20] [--runs 5] [--keep]
//   node benchmarks/eslint-cost.mjs --app 800 [--runs 5] [--keep]
//
// With `--app`, an app of so many files instead in which most concern the platform (benchmarks/app.mjs), as TypeScript, without
// the plugin and with it.
import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import ts from 'typescript';
import { root } from '../scripts/pnpm.mjs';
import { layApp } from './app.mjs';

const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '1000' },
    relevant: { type: 'string', default: '20' },
    runs: { type: 'string', default: '5' },
    app: { type: 'string' },
    keep: { type: 'boolean', default: false },
  },
});
const [files, relevant, runs] = [values.files, values.relevant, values.runs].map(Number);
/** As it is published. */
const plugin = join(root, 'packages/eslint-plugin/bundle/index.js');

const imports = `import js from '@eslint/js';\nimport tseslint from 'typescript-eslint';\n`;
const importOwn = `import leastscope from '${plugin}';\n`;
/** Names of other files are not resolved, so every one would count as undefined. */
const usual = `js.configs.recommended, { rules: { 'no-undef': 'off' } }`;
const parser = `{ files: ['**/*.ts'], languageOptions: { parser: tseslint.parser } }`;
const typed = `{
  files: ['**/*.ts'],
  plugins: { '@typescript-eslint': tseslint.plugin },
  languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
  rules: { '@typescript-eslint/no-floating-promises': 'error' },
}`;
const projects = [
  {
    what: 'TypeScript, where the parser loads the whole compiler in any case',
    name: 'typescript',
    configs: {
      'without the plugin': `${imports}export default [${usual}, ${parser}];\n`,
      'with the plugin': `${imports}${importOwn}export default [${usual}, ${parser}, leastscope.configs.recommended];\n`,
      'one typed rule instead': `${imports}export default [${usual}, ${typed}];\n`,
    },
  },
  {
    what: 'JavaScript, where nothing of the compiler is loaded but the part that the plugin carries',
    name: 'javascript',
    configs: {
      'without the plugin': `${imports.split('\n')[0]}\nexport default [${usual}];\n`,
      'with the plugin': `${imports.split('\n')[0]}\n${importOwn}export default [${usual}, leastscope.configs.recommended];\n`,
    },
  },
];

const [{ configs: typescript }] = projects;
const app = {
  what: 'TypeScript, where most files concern the platform',
  name: 'app',
  configs: Object.fromEntries(Object.entries(typescript).slice(0, 2)),
};

const folder = mkdtempSync(join(tmpdir(), 'leastscope-eslint-cost-'));
try {
  lay();
  console.log(`Node ${process.version}, ${availableParallelism()} cores; median of ${runs} runs in turns.`);
  if (values.app === undefined) {
    console.log(`${files} files, ${relevant} of which call the platform.`);
    projects.forEach(compare);
    await perFile();
  } else {
    console.log(`An app of ${values.app} files.`);
    compare(app);
  }
} finally {
  if (values.keep) console.log(`\nThe files are kept in ${folder}`);
  else rmSync(folder, { recursive: true, force: true });
}

function compare({ what, name, configs }) {
  console.log(`\n${what}:`);
  const names = Object.keys(configs);
  const samples = names.map(() => []);
  for (let run = 0; run < runs; run += 1) {
    names.forEach((_, index) => samples[index].push(lintOnce(name, `config-${index}.mjs`)));
  }
  const rows = samples.map(inTheMiddle);
  rows.forEach((row, index) => tellRow(names[index], row, index === 0 ? null : rows[0]));
}

function tellRow(name, { ms, cpu, megabytes, highest, found }, plain) {
  const peak = `${megabytes.toFixed(0)} MB (highest ${highest.toFixed(0)})`;
  const cells = [`${ms.toFixed(0)} ms`, `${cpu.toFixed(0)} ms CPU`, peak, `${found} findings`];
  const row = cells.map((cell, index) => cell.padStart(index === 2 ? 24 : 14)).join('');
  const more =
    plain === null
      ? ''
      : `   ${signed(ms - plain.ms)} ms, ${signed(cpu - plain.cpu)} ms CPU, ${signed(megabytes - plain.megabytes)} MB`;
  console.log(`${name.padEnd(24)}${row}${more}`);
}

/** Each number for itself: the run in the middle by time need not be that by memory. */
function inTheMiddle(samples) {
  const sorted = (key) => samples.map((sample) => sample[key]).sort((a, b) => a - b);
  const median = (key) => sorted(key)[Math.floor(samples.length / 2)];
  return {
    ms: median('ms'),
    cpu: median('cpu'),
    megabytes: median('megabytes'),
    highest: sorted('megabytes').at(-1),
    found: median('found'),
  };
}

/** Two projects, each with its own declaration; or the app alone. */
function lay() {
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  if (values.app !== undefined) {
    layApp(join(folder, app.name), Number(values.app));
    Object.values(app.configs).forEach((config, index) =>
      write(join(app.name, `config-${index}.mjs`), config),
    );
    return;
  }
  for (const { name, configs } of projects) {
    write(join(name, 'package.json'), '{ "name": "cost", "private": true, "type": "module" }\n');
    write(
      join(name, 'scope-declaration.yaml'),
      readFileSync(join(root, 'fixtures/worked-examples/01-minimal/scope-declaration.yaml'), 'utf8'),
    );
    Object.values(configs).forEach((config, index) => write(join(name, `config-${index}.mjs`), config));
  }
  write(
    'typescript/tsconfig.json',
    '{ "compilerOptions": { "module": "NodeNext", "strict": true }, "include": ["src"] }\n',
  );
  laySources();
  layScripts();
}

function laySources() {
  write(
    'typescript/src/platform/http.ts',
    readFileSync(join(root, 'fixtures/worked-examples/01-minimal/src/platform/http.ts'), 'utf8'),
  );
  for (let index = 0; index < files; index += 1) {
    write(
      `typescript/src/part-${index % 40}/file-${index}.ts`,
      isRelevant(index) ? calling(index) : filler(index),
    );
  }
}

/** The same without types. */
function layScripts() {
  const sources = join(folder, 'typescript/src');
  for (const name of readdirSync(sources, { recursive: true })) {
    if (!name.endsWith('.ts')) continue;
    const { outputText } = ts.transpileModule(readFileSync(join(sources, name), 'utf8'), {
      compilerOptions: { target: 'esnext', module: 'esnext' },
    });
    write(join('javascript/src', name.replace(/ts$/, 'js')), outputText);
  }
}

/** Every call lacks its scope, so each file has one finding to show that it was judged. */
function calling(index) {
  return `import { ttsRequest } from '../platform/http.js';

export const load${index} = (ids: readonly string[]) => ttsRequest('POST', '/return_refund/202309/cancellations', { ids, page: '${index}' });
`;
}

/**
 * Code as it is in most files of an app. The neighbour of a caller calls it and keeps to itself what comes back: where every
 * file hands it on to the next, all of them are relevant. The others import one another.
 */
function filler(index) {
  const other = Math.max(index - 1, 0);
  const name = isRelevant(other) ? `load${other}` : `sum${other}`;
  const parts = Array.from(
    { length: 8 },
    (_, part) => `
export interface Row${part} { readonly id: string; readonly label: string; readonly amount: number | null }

/** Adds the amounts of the rows whose label begins with a prefix. */
export async function total${part}(rows: readonly Row${part}[], prefix = '${index}'): Promise<number> {
  const wanted = rows.filter((row) => row.label.startsWith(prefix)).map((row) => row.amount ?? 0);
  return wanted.reduce((total, amount) => total + amount, 0);
}
`,
  );
  return `import { ${name} } from '../part-${other % 40}/file-${other}.js';

export async function sum${index}(rows: readonly Row0[]): Promise<string> {
  const answer = await ${name}([]);
  return \`\${await total0(rows)} \${answer === null ? 'none' : 'some'}\`;
}
${parts.join('')}`;
}

function isRelevant(index) {
  return index % Math.floor(files / relevant) === 0;
}

/** The child tells its own use of processor and memory when it ends: on a busy machine wall time says little. */
function lintOnce(name, config) {
  const told = join(folder, 'used.json');
  const tell = `import fs from 'node:fs'; process.on('exit', () => { const used = process.resourceUsage(); fs.writeFileSync(process.env.USED_FILE, JSON.stringify(used)); });`;
  const started = performance.now();
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      ...['--import', `data:text/javascript,${encodeURIComponent(tell)}`],
      ...[join(root, 'node_modules/eslint/bin/eslint.js'), '--config', config, '--format', 'json', 'src'],
    ],
    {
      cwd: join(folder, name),
      encoding: 'utf8',
      env: { ...process.env, USED_FILE: told },
      maxBuffer: 1 << 28,
    },
  );
  const ms = performance.now() - started;
  if (stdout === '') throw new Error(stderr);
  const found = JSON.parse(stdout).reduce((sum, { messages }) => sum + messages.length, 0);
  const used = JSON.parse(readFileSync(told, 'utf8'));
  const cpu = (used.userCPUTime + used.systemCPUTime) / 1000;
  return { ms, cpu, megabytes: used.maxRSS / 1024, found };
}

/** In this process: the rules alone on files without a tell-tale, once the project has been looked over. */
async function perFile() {
  const { default: leastscope } = await import(plugin);
  const required = createRequire(import.meta.url).cache;
  const isCompilerLoaded = () => Object.keys(required).some((path) => path.endsWith('/typescript.cjs'));
  const rules = Object.values(leastscope.rules);
  const project = join(folder, 'typescript');
  const lint = ({ index, text }) => {
    const sourceCode = { text };
    const filename = join(project, `src/part-${index % 40}/file-${index}.ts`);
    const context = {
      filename,
      cwd: project,
      sourceCode,
      settings: {},
      options: [],
      report: () => undefined,
    };
    for (const rule of rules) rule.create(context).Program();
  };
  const texts = Array.from({ length: 5000 }, (_, index) => index + 1)
    .filter((index) => !isRelevant(index) && !isRelevant(index - 1))
    .map((index) => ({ index, text: filler(index) }));
  const tell = (what) => {
    const first = time(() => lint(texts[0]));
    const each = time(() => texts.forEach(lint)) / texts.length;
    const compiler = isCompilerLoaded() ? 'loaded' : 'not loaded';
    console.log(
      `${what}: the first file ${first.toFixed(1)} ms, then ${each.toFixed(4)} ms each; compiler ${compiler}`,
    );
  };
  console.log('\nFiles without a tell-tale, the rules alone:');
  rmSync(join(project, 'src'), { recursive: true });
  tell('in a project without any call');
  laySources();
  // The look over the project counts for two seconds.
  await setTimeout(2500);
  tell(`in a project with ${relevant} callers`);
}

function time(work) {
  const started = performance.now();
  work();
  return performance.now() - started;
}

function signed(value) {
  return `${value < 0 ? '-' : '+'}${Math.abs(value).toFixed(0)}`;
}

function write(name, text) {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}
