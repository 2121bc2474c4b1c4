// The command line as it is published: a few files instead of two hundred, so that Node starts it quickly. What is loaded by
// `import()` is a file of its own: the commands, and the engine. The compiler stays a file of its own. Makes
// packages/cli/bundle and what lies beside it from what `tsc --build` and scripts/slice-compiler.mjs have made.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { root } from './pnpm.mjs';
import { build } from 'esbuild';
import { makeBundle, published } from './published.mjs';

const dist = join(root, 'packages/cli/dist');

/** What a file of ours loads late, by its path below dist. The commands are, as their table says; the engine is. */
const apart = [...new Set(builtFiles().flatMap(loadedLateBy))].sort();

/** Of each file only its name is kept: two of one name would be one file. */
const twins = apart.filter((file) =>
  apart.some((other) => other !== file && basename(other) === basename(file)),
);
if (twins.length > 0) throw new Error(`Loaded late, and of one name: ${twins.join(', ')}`);

/** Run in threads of their own. */
const thread = 'read-ahead-thread';
const judge = 'judge-thread';

const loadedLate = {
  name: 'loaded late',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^\.\.?\// }, ({ kind, path }) => {
      const name = basename(path, '.js');
      const isApart = kind === 'dynamic-import' && apart.some((entry) => basename(entry, '.js') === name);
      return isApart ? { path: `./${name}.cjs`, external: true } : null;
    });
  },
};

/** Whatever the program is made of, in packages/. Its own copies of the data and the compiler are not there yet. */
const ingredients = [
  'scope-catalog/dist',
  'scope-catalog/data',
  'analyzer/dist',
  'analyzer/compiler',
  'cli/dist',
];

const { version, repository, dependencies } = JSON.parse(
  readFileSync(join(root, 'packages/cli/package.json'), 'utf8'),
);

const { outputs } = await makeBundle(join(root, 'packages/cli'), {
  entryPoints: {
    leastscope: 'dist/bin.js',
    ...Object.fromEntries(apart.map((file) => [basename(file, '.js'), `dist/${file}`])),
    [thread]: `../analyzer/dist/disk/${thread}.js`,
    [judge]: `dist/editor/${judge}.js`,
  },
  outExtension: { '.js': '.cjs' },
  define: {
    'import.meta.url': '$url',
    $buildId: JSON.stringify(buildId()),
    $package: JSON.stringify({ version, repository }),
    $readAheadThread: JSON.stringify(`./${thread}.cjs`),
    $judgeThread: JSON.stringify(`./${judge}.cjs`),
  },
  banner: { js: "const $url=require('node:url').pathToFileURL(__filename).href;" },
  plugins: [loadedLate],
  // Of use where a text is no plain one, and where a difference is shown.
  late: ['diff', 'string-width'],
  // As `require`: the other way, Node would search the file for exports first.
  supported: { 'dynamic-import': false },
});
for (const [file, { bytes }] of Object.entries(outputs))
  console.log(`${file}  ${(bytes / 1000).toFixed(1)} kB`);

/** By their sources: what stood in dist before a file was moved is still there. */
function builtFiles() {
  return readdirSync(join(root, 'packages/cli/src'), { recursive: true })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => name.replace(/\.ts$/, '.js'));
}

/** `import('./check.js')` in commands/table.js is commands/check.js. The program itself begins with the same: that is no delay. */
function loadedLateBy(file) {
  if (file === 'bin.js') return [];
  const text = readFileSync(join(dist, file), 'utf8');
  return [...text.matchAll(/\bimport\('(\.{1,2}\/[^']+)'\)/g)].map(([, path]) => join(dirname(file), path));
}

await bundleLibrary();

/** What `import 'leastscope'` gets: one file over the engine, which is a package of its own for whoever wants more of it. */
async function bundleLibrary() {
  const folder = join(root, 'packages/cli');
  const { outputs } = await build({
    ...published,
    absWorkingDir: folder,
    entryPoints: ['dist/index.js'],
    outfile: join(folder, 'bundle/index.js'),
    bundle: true,
    format: 'esm',
    packages: 'external',
    define: { $package: JSON.stringify({ version, repository }) },
    metafile: true,
    logLevel: 'warning',
  }).then(({ metafile }) => metafile);
  const imported = Object.values(outputs).flatMap(({ imports }) => imports.map(({ path }) => path));
  const strangers = imported.filter(
    (path) =>
      !isBuiltin(path) && !Object.keys(dependencies).some((name) => `${path}/`.startsWith(`${name}/`)),
  );
  if (strangers.length > 0)
    throw new Error(`The library needs ${strangers.join(', ')}, which is not installed with it.`);
}

/** Changes with everything that an answer may depend on: what is remembered by another build is of no use. */
function buildId() {
  const hash = createHash('sha256');
  for (const folder of ingredients) hashFolder(hash, join(root, 'packages', folder));
  for (const file of ['pnpm-lock.yaml', 'packages/cli/package.json'])
    hash.update(readFileSync(join(root, file)));
  return hash.digest('hex').slice(0, 32);
}

function hashFolder(hash, folder) {
  const files = readdirSync(folder, { recursive: true }).filter((name) => /\.(?:c?js|json)$/.test(name));
  for (const name of files.sort()) hash.update(`\0${name}\0`).update(readFileSync(join(folder, name)));
}
