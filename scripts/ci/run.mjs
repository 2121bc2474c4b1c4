// Runs every step, tells how each went, and ends with one line that counts them. `scripts/ci/run.mjs lint docs` runs
// only the steps so named.
import { run, root } from '../pnpm.mjs';

const node = process.execPath;
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const bin = (path, ...args) => [node, `node_modules/${path}`, ...args];
const script = (name) => [node, `scripts/ci/${name}.mjs`];

/** The first one installs and builds for all that follow. */
const steps = {
  tests: [npm, 'test'],
  demo: [npm, 'run', 'demo'],
  types: bin('typescript/bin/tsc', '--build'),
  'types of tests': bin('typescript/bin/tsc', '-p', 'tsconfig.tests.json'),
  examples: script('examples'),
  lint: bin('eslint/bin/eslint.js', '.', '--max-warnings', '0'),
  format: bin('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'),
  walls: bin(
    'dependency-cruiser/bin/dependency-cruise.mjs',
    '--config',
    '.dependency-cruiser.mjs',
    'packages/*/src',
  ),
  'walls can fail': script('walls-can-fail'),
  catalog: [npm, 'run', '--silent', '--prefix', 'packages/scope-catalog', 'validate'],
  docs: script('docs'),
  site: [node, 'scripts/site.mjs'],
  packages: script('packages'),
  'blank project': script('blank-project'),
  'package managers': script('package-managers'),
  reports: script('reports'),
  'ESLint 9 and 10': script('eslint-matrix'),
  hooks: script('hooks'),
  monorepo: script('monorepo'),
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(steps, name));
if (unknown.length > 0) {
  console.error(`No step named ${unknown.join(', ')}. Steps: ${Object.keys(steps).join(', ')}`);
  process.exit(2);
}

const results = [];
for (const [name, [command, ...args]] of Object.entries(steps)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n=== ${name}`);
  const started = Date.now();
  const ok = run(command, args, { cwd: root, shell: command === 'npm.cmd' }) === 0;
  results.push({ name, ok, seconds: (Date.now() - started) / 1000 });
}

console.log('\n=== result');
for (const { name, ok, seconds } of results) {
  console.log(`${ok ? 'passed' : 'FAILED'}  ${name} (${seconds.toFixed(1)} s)`);
}
const failed = results.filter(({ ok }) => !ok).length;
console.log(`\n${results.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
