// What would be published is well made: publint on each tarball, types that resolve (attw; the packages are ESM only), and
// nothing in it that is only of use here.
import { run } from '../pnpm.mjs';
import { pack } from './pack.mjs';

const node = process.execPath;
const ourOwn = /\.test\.|\.tsbuildinfo$|^src\/|^tools\/|^test\//;

for (const { name, tarball, files } of pack()) {
  console.log(`\n--- ${name}`);
  const stowaways = files.filter((file) => ourOwn.test(file));
  for (const file of stowaways) console.error(`${file} is packed, and is of no use to anybody but us.`);
  const published = run(node, ['node_modules/publint/src/cli.js', 'run', tarball, '--strict']);
  const types = run(node, [
    'node_modules/@arethetypeswrong/cli/dist/index.js',
    ...[tarball, '--profile', 'esm-only', '--format', 'table-flipped', '--no-summary', '--no-emoji'],
  ]);
  if (stowaways.length + published + types > 0) process.exitCode = 1;
}
