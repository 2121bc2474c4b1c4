import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { declaration, missing, project } from './workbench.js';

/** In a process of its own, on the published plugin: here the compiler has been loaded by other tests. */
const lintAndTell = `
import fs from 'node:fs';
import { createRequire, syncBuiltinESMExports } from 'node:module';
const read = fs.readFileSync;
const opened = [];
fs.readFileSync = (path, ...rest) => { opened.push(String(path)); return read(path, ...rest); };
syncBuiltinESMExports();
const { default: leastscope } = await import(process.argv[1]);
const { Linter } = await import('eslint');
const messages = process.argv.slice(3).flatMap((file) =>
  new Linter({ cwd: process.argv[2] }).verify(read(file, 'utf8'), [leastscope.configs.recommended], { filename: file }),
);
const required = Object.keys(createRequire(import.meta.url).cache);
console.log(JSON.stringify({
  findings: messages.map(({ ruleId }) => ruleId),
  compiler: required.some((path) => /[\\\\/]compiler[\\\\/]typescript\\.cjs$/.test(path)),
  fields: opened.some((path) => path.endsWith('/data/fields.json')),
  catalog: opened.some((path) => path.endsWith('/data/endpoints.json')),
}));`;

const built = new URL('../bundle/index.js', import.meta.url).href;

function told(...files: readonly string[]): unknown {
  const root = project({
    'scope-declaration.yaml': declaration,
    'src/cancel.js': missing,
    'src/paths.js': "export const VERSION = '202309';\n",
    'src/page.js': "import { cancel } from './cancel.js';\nexport const run = () => cancel(1);\n",
    'src/sum.js': "import { round } from './round.js';\nexport const sum = (a, b) => round(a + b);\n",
    'src/round.js': 'export const round = (a) => Math.round(a);\n',
  });
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      lintAndTell,
      '--',
      built,
      root,
      ...files.map((file) => `${root}/${file}`),
    ],
    { encoding: 'utf8', cwd: fileURLToPath(new URL('..', import.meta.url)) },
  );
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}

describe('what is loaded', () => {
  it('is neither the compiler nor the field data for files without a tell-tale, callers elsewhere or not', () => {
    expect(told('src/sum.js', 'src/round.js')).toEqual({
      findings: [],
      compiler: false,
      fields: false,
      catalog: true,
    });
  });

  it('is the compiler once a file imports one that calls the platform', () => {
    expect(told('src/sum.js', 'src/page.js')).toMatchObject({ findings: [], compiler: true });
  });

  it('is the compiler for a file that calls', () => {
    expect(told('src/cancel.js')).toMatchObject({
      findings: ['leastscope/missing-scope'],
      compiler: true,
    });
  });
});
