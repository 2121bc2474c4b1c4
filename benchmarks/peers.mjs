// Other tools, asked for the same text in calls. They are installed into a folder of the system's temporary files, never into
// the workspace.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const packages = {
  oxlint: '1.94.0',
  '@ast-grep/cli': '0.51.1',
  eslint: '10.15.0',
  'typescript-eslint': '8.73.0',
  typescript: '6.0.3',
  'ts-morph': '28.0.0',
};

/** The folder, and a sentence for each that is not to be had. */
export function installPeers() {
  const folder = join(tmpdir(), 'leastscope-bench-peers');
  const missing = [
    '@forge/lint is not run: it fetches its vendor’s descriptions at every start, and no benchmark here goes to the network.',
  ];
  mkdirSync(folder, { recursive: true });
  if (!existsSync(join(folder, 'package.json')))
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  for (const [name, version] of Object.entries(packages)) {
    if (existsSync(join(folder, 'node_modules', name))) continue;
    const args = [
      'install',
      '--no-audit',
      '--no-fund',
      '--ignore-scripts',
      '--save-exact',
      `${name}@${version}`,
    ];
    const { status } = spawnSync('npm', args, { cwd: folder, shell: process.platform === 'win32' });
    if (status !== 0) missing.push(`${name} could not be installed.`);
  }
  return { folder, missing };
}

const selector = 'Literal[value=/\\\\/20\\\\d{4}\\\\//]';

/** Seconds after which a slow peer is stopped: its row then says at least how long it takes. */
const limit = 100;

/** Each with one rule; the slow ones only on request. */
export function peers(checkout, folder, scratch, withSlow) {
  const bin = (path) => join(folder, 'node_modules', path);
  const node = process.execPath;
  const write = (name, text) => {
    writeFileSync(join(scratch, name), text);
    return join(scratch, name);
  };
  const oxlint = write(
    'oxlintrc.json',
    '{ "categories": { "correctness": "off" }, "rules": { "no-debugger": "error" } }\n',
  );
  const rule = write(
    'rule.yml',
    'id: path\nlanguage: typescript\nseverity: warning\nmessage: path\nrule: { kind: string_fragment, regex: "/20[0-9]{4}/" }\n',
  );
  const eslintConfig = (name, parserOptions) =>
    write(
      name,
      `import tseslint from '${bin('typescript-eslint/dist/index.js')}';
export default [{ files: ['**/*.ts'], languageOptions: { parser: tseslint.parser, parserOptions: ${parserOptions} },
  rules: { 'no-restricted-syntax': ['error', { selector: '${selector}', message: 'path' }] } }];\n`,
    );
  const load = write(
    'load.cjs',
    `const { Project } = require('${bin('ts-morph')}');
const project = new Project({ skipAddingFilesFromTsConfig: true });
project.addSourceFilesAtPaths('${checkout}/src/**/*.ts');
console.log(project.getSourceFiles().length);\n`,
  );
  const eslint = (config) => [
    node,
    '--max-old-space-size=16000',
    bin('eslint/bin/eslint.js'),
    '--no-config-lookup',
    '--config',
    config,
    'src',
  ];
  const quick = [
    {
      name: 'oxlint, one rule',
      command: [node, bin('oxlint/bin/oxlint'), '--config', oxlint, 'src'],
      need: 'oxlint',
    },
    {
      name: 'ast-grep, one rule',
      command: [bin('@ast-grep/cli-linux-x64-gnu/ast-grep'), 'scan', '--rule', rule, 'src'],
      need: '@ast-grep/cli-linux-x64-gnu',
    },
  ];
  const slow = [
    { name: 'ts-morph, loading the project', command: [node, load], need: 'ts-morph', limit },
    {
      name: 'ESLint, no-restricted-syntax',
      command: eslint(eslintConfig('eslint.mjs', '{}')),
      need: 'eslint',
      limit,
    },
    {
      name: 'ESLint, the same, typed',
      command: eslint(
        eslintConfig('eslint-typed.mjs', `{ projectService: true, tsconfigRootDir: '${checkout}' }`),
      ),
      need: 'eslint',
      limit,
      runs: 1,
    },
  ];
  return [...quick, ...(withSlow ? slow : [])]
    .filter(({ need }) => existsSync(bin(need)))
    .map((one) => ({ ...one, cwd: checkout }));
}
