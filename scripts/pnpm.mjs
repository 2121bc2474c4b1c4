// Brings pnpm through npm at the version that package.json pins, and installs the workspace when it is out of date.
// Plain Node without dependencies: this runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, 'node_modules', '.leastscope-installed');

/** Runs a program with its output shown; returns its exit code. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (error) console.error(`${command}: ${error.message}`);
  return status ?? 1;
}

/** `pnpm@` with the version that package.json pins. */
export function pinnedPnpm() {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).packageManager;
}

/** Runs the pinned pnpm. */
export function pnpm(args) {
  // npx is a .cmd file on Windows, and those only start through a shell.
  return run('npx', ['--yes', pinnedPnpm(), ...args], { shell: process.platform === 'win32' });
}

/** Installs unless node_modules was made from exactly this lockfile and these manifests. */
export function install() {
  const wanted = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return 0;
  const status = pnpm(['install', '--frozen-lockfile', '--config.confirmModulesPurge=false']);
  if (status === 0) writeFileSync(stamp, wanted);
  return status;
}

/** Compiles the packages, takes the parser out of the compiler, then bundles the two hosts. */
export function build() {
  const node = (...args) => run(process.execPath, args);
  return inOrder(
    () => node(join('node_modules', 'typescript', 'bin', 'tsc'), '--build'),
    () => node(join('scripts', 'slice-compiler.mjs')),
    () => node(join('scripts', 'bundle-cli.mjs')),
    () => node(join('scripts', 'bundle-plugin.mjs')),
  );
}

/** Runs the steps in order and stops at the first that fails. Returns its exit code. */
export function inOrder(...steps) {
  for (const step of steps) {
    const status = step();
    if (status !== 0) return status;
  }
  return 0;
}

function fingerprint() {
  const manifests = ['packages', 'examples'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .sort()
      .map((name) => join(folder, name, 'package.json')),
  );
  const hash = createHash('sha256').update(process.version);
  for (const file of ['pnpm-lock.yaml', 'package.json', ...manifests]) {
    if (existsSync(join(root, file))) hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

// `node scripts/pnpm.mjs install` is pnpm without a global pnpm.
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  process.exitCode = pnpm(process.argv.slice(2));
