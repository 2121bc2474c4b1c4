// What would be published is well made: publint on each tarball, types that resolve (attw; all but the plugin are ESM only),
// types of no package that is not installed with it, the licence, and nothing in it that is only of use here.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root, run } from '../pnpm.mjs';
import { packOnce } from '../pack.mjs';

const node = process.execPath;
/** ESLint's configurations may be CommonJS. */
const profiles = { 'eslint-plugin': 'node16' };
const licence = readFileSync(join(root, 'LICENSE'), 'utf8');
const ourOwn = /\.test\.|\.tsbuildinfo$|^src\/|^tools\/|^test\//;

for (const { name, tarball, files } of packOnce()) {
  console.log(`\n--- ${name}`);
  const stowaways = files.filter((file) => ourOwn.test(file));
  for (const file of stowaways) console.error(`${file} is packed, and is of no use to anybody but us.`);
  const published = run(node, ['node_modules/publint/src/cli.js', 'run', tarball, '--strict']);
  const types = run(node, [
    'node_modules/@arethetypeswrong/cli/dist/index.js',
    ...[tarball, '--profile', profiles[name] ?? 'esm-only'],
    ...['--format', 'table-flipped', '--no-summary', '--no-emoji'],
  ]);
  const strangers = packagesInTypes(name).filter((one) => !isInstalledWith(name, one));
  for (const one of strangers) console.error(`Its types name ${one}, which is not installed with it.`);
  const isLicensed = files.includes('LICENSE') && isOurLicence(name);
  if (!isLicensed) console.error('It does not bring the text of LICENSE along.');
  const lacking = ['repository', 'homepage', 'bugs', 'keywords', 'publishConfig'].filter(
    (key) => !Object.hasOwn(manifestOf(name), key),
  );
  for (const key of lacking) console.error(`Its package.json has no ${key}.`);
  const faults = stowaways.length + published + types + strangers.length + lacking.length;
  if (faults > 0 || !isLicensed) process.exitCode = 1;
}

function isOurLicence(name) {
  return readFileSync(join(root, 'packages', name, 'LICENSE'), 'utf8') === licence;
}

/** Packages that the public types name, near or far; attw looks at none but the package's own files. */
function packagesInTypes(name) {
  const folder = join(root, 'packages', name);
  const files = new Set([join(folder, manifestOf(name).types)]);
  const packages = new Set();
  // Grows while it is gone through.
  for (const file of files) {
    for (const [, from] of readFileSync(file, 'utf8').matchAll(/^(?:import|export|\}).*\bfrom '([^']+)'/gm)) {
      if (from.startsWith('.')) files.add(join(dirname(file), from.replace(/\.js$/, '.d.ts')));
      else packages.add(from.split('/', from.startsWith('@') ? 2 : 1).join('/'));
    }
  }
  return [...packages];
}

function isInstalledWith(name, other) {
  const { dependencies, peerDependencies } = manifestOf(name);
  return Object.hasOwn({ ...dependencies, ...peerDependencies }, other);
}

function manifestOf(name) {
  return JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8'));
}
