// Runs every step, tells how each went, and ends with one line that counts them. `scripts/ci/run.mjs lint docs` runs
// only the steps so named. The first ones run alone, because they build; then those that read the whole tree, side by side; then
// the others, of which some write into it while they run (VitePress lays its work into the tree and takes it away again).
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { packForAll } from '../pack.mjs';
import { root } from '../pnpm.mjs';

const node = process.execPath;
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const bin = (path, ...args) => [node, `node_modules/${path}`, ...args];
const script = (name) => [node, `scripts/ci/${name}.mjs`];

/** The first one installs and builds for all that follow; of the others the longest begin. */
const steps = {
  tests: [npm, 'test'],
  demo: [npm, 'run', 'demo'],
  'blank project': script('blank-project'),
  hooks: script('hooks'),
  'ESLint 9 and 10': script('eslint-matrix'),
  'package managers': script('package-managers'),
  lint: bin('eslint/bin/eslint.js', '.', '--max-warnings', '0'),
  monorepo: script('monorepo'),
  packages: script('packages'),
  reports: script('reports'),
  site: [node, 'scripts/site.mjs'],
  format: bin('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'),
  docs: script('docs'),
  'walls can fail': script('walls-can-fail'),
  'types of tests': bin('typescript/bin/tsc', '-p', 'tsconfig.tests.json'),
  walls: bin(
    'dependency-cruiser/bin/dependency-cruise.mjs',
    '--config',
    '.dependency-cruiser.mjs',
    'packages/*/src',
  ),
  examples: script('examples'),
  catalog: [npm, 'run', '--silent', '--prefix', 'packages/scope-catalog', 'validate'],
  extension: script('extension'),
  types: bin('typescript/bin/tsc', '--build'),
};
const alone = ['tests', 'demo'];
const overTheTree = ['lint', 'format', 'types of tests', 'walls'];
const installing = ['blank project', 'hooks', 'ESLint 9 and 10', 'package managers', 'monorepo', 'packages'];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(steps, name));
if (unknown.length > 0) {
  console.error(`No step named ${unknown.join(', ')}. Steps: ${Object.keys(steps).join(', ')}`);
  process.exit(2);
}

const asked = Object.keys(steps).filter((name) => wanted.length === 0 || wanted.includes(name));
const tarballs = mkdtempSync(join(tmpdir(), 'leastscope-tarballs-'));
const results = [];
try {
  for (const name of asked.filter((one) => alone.includes(one))) results.push(await runStep(name));
  await sideBySide(asked.filter((one) => overTheTree.includes(one)));
  const rest = asked.filter((one) => !alone.includes(one) && !overTheTree.includes(one));
  // Packed once, for all steps that install what would be published.
  if (rest.some((one) => installing.includes(one))) packForAll(tarballs);
  await sideBySide(rest);
} finally {
  rmSync(tarballs, { recursive: true, force: true });
}

console.log('\n=== result');
for (const name of asked) {
  const { ok, seconds } = results.find((one) => one.name === name);
  console.log(`${ok ? 'passed' : 'FAILED'}  ${name} (${seconds.toFixed(1)} s)`);
}
const failed = results.filter(({ ok }) => !ok).length;
console.log(`\n${results.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

async function sideBySide(names) {
  const left = [...names];
  const lane = async () => {
    for (let name = left.shift(); name !== undefined; name = left.shift()) results.push(await runStep(name));
  };
  await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, lane));
}

/** What a step says is shown when it has ended: steps run side by side. The tests, which run alone, are watched. */
async function runStep(name) {
  const [command, ...args] = steps[name];
  const started = Date.now();
  const isAlone = alone.includes(name);
  if (isAlone) console.log(`\n=== ${name}`);
  const { ok, said } = await new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, LEASTSCOPE_TARBALLS: tarballs },
      shell: command === 'npm.cmd',
      stdio: isAlone ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    const chunks = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => chunks.push(chunk));
    child.on('error', (error) => resolve({ ok: false, said: `${error.message}\n` }));
    child.on('close', (code) => resolve({ ok: code === 0, said: Buffer.concat(chunks).toString() }));
  });
  if (!isAlone) process.stdout.write(`\n=== ${name}\n${said}`);
  return { name, ok, seconds: (Date.now() - started) / 1000 };
}
