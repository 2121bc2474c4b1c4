// Packs every package as the registry would get it.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pinnedPnpm, root } from '../pnpm.mjs';

export const packages = ['scope-catalog', 'analyzer', 'cli', 'eslint-plugin'];
const folder = join(root, 'node_modules', '.cache', 'leastscope-tarballs');

/** One `{ name, tarball, files }` per package. */
export function pack() {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return packages.map((name) => {
    const { status, stdout, stderr } = spawnSync(
      'npx',
      ['--yes', pinnedPnpm(), 'pack', '--json', '--pack-destination', folder],
      { cwd: join(root, 'packages', name), encoding: 'utf8', shell: process.platform === 'win32' },
    );
    if (status !== 0) throw new Error(`packages/${name} could not be packed: ${stderr}`);
    const { filename, files } = JSON.parse(stdout);
    return { name, tarball: filename, files: files.map(({ path }) => path) };
  });
}
