// `npm run pack`: the four packages as the registry would get them, in one folder, and the one line that installs them elsewhere.
// `npm run pack -- <folder>` puts them there.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, inOrder, install, pinnedPnpm, root } from './pnpm.mjs';

/** In the order in which each needs the ones before. */
export const packages = ['scope-catalog', 'analyzer', 'cli', 'eslint-plugin'];

const folder = join(root, 'packed');

/** Says in a folder of tarballs what it holds. */
const list = 'packed.json';

/** Packs for several processes: each gets the same from `packOnce`, if `LEASTSCOPE_TARBALLS` names the folder. */
export function packForAll(folder) {
  const packed = pack(folder);
  writeFileSync(join(folder, list), JSON.stringify(packed));
}

/** What was packed for all, else packed now. */
export function packOnce() {
  const folder = process.env.LEASTSCOPE_TARBALLS;
  const listed = folder === undefined ? null : join(folder, list);
  if (listed !== null && existsSync(listed)) return JSON.parse(readFileSync(listed, 'utf8'));
  return pack();
}

/** Packs what has been built. One `{ name, tarball, files }` per package; the tarball's path is absolute. */
export function pack(to = join(root, 'node_modules', '.cache', 'leastscope-tarballs')) {
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  return packages.map((name) => {
    const { status, stdout, stderr } = spawnSync(
      'npx',
      ['--yes', pinnedPnpm(), 'pack', '--json', '--pack-destination', to],
      { cwd: join(root, 'packages', name), encoding: 'utf8', shell: process.platform === 'win32' },
    );
    if (status !== 0) throw new Error(`packages/${name} could not be packed: ${stderr}`);
    const { filename, files } = JSON.parse(stdout);
    return { name, tarball: join(to, basename(filename)), files: files.map(({ path }) => path) };
  });
}

/** Installs in the folder where it is run. All at once: each is what another one depends on. */
export function installLine(packed) {
  return ['npm install --save-dev', ...packed.map(({ tarball }) => quoted(tarball))].join(' ');
}

function quoted(path) {
  return /^[\w./:\\@+-]+$/.test(path) ? path : JSON.stringify(path);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const ready = inOrder(install, build);
  if (ready !== 0) process.exit(ready);
  const packed = pack(resolve(process.argv[2] ?? folder));
  console.log(`\nPacked ${packed.length} packages. In your app's folder:\n\n  ${installLine(packed)}\n`);
}
