// What the packages that are published as bundles have in common.
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { root } from './pnpm.mjs';

/** How esbuild writes the code that is published beside what `tsc --build` makes. */
export const published = {
  // Node 20 starts it 8 ms sooner than the same as ES modules.
  format: 'cjs',
  platform: 'node',
  target: 'node20.19',
  minifySyntax: true,
  minifyWhitespace: true,
  // Names stay: a stack trace in a report of a bug has to be readable.
  minifyIdentifiers: false,
};

/** Modules of Node that take 2 to 4 ms to load, and that most runs never need. */
const lateBuiltins = ['node:child_process', 'node:worker_threads'];

/** Each of these modules is loaded when something of it is first used, however it is imported. Packages are those of `folder`. */
function loadedWhenUsed(modules, folder) {
  const fromThere = createRequire(join(folder, 'package.json'));
  return {
    name: 'loaded when used',
    setup: ({ onResolve, onLoad }) => {
      onResolve({ filter: new RegExp(`^(?:${modules.join('|')})$`) }, ({ path, namespace }) => {
        if (namespace !== 'late') return { path, namespace: 'late' };
        return isBuiltin(path) ? { path, external: true } : null;
      });
      onLoad({ filter: /.*/, namespace: 'late' }, async ({ path }) => {
        const real = await import(isBuiltin(path) ? path : fromThere.resolve(path));
        const names = Object.keys(real).filter((name) => name !== '__esModule' && name !== 'default');
        const late = names.map((name) => `${name}: { get: () => require('${path}').${name} }`);
        // What imports the default of a module gets `module.exports`, as in Node.
        const isFunction = !isBuiltin(path) && typeof real.default === 'function';
        const whole = isFunction ? `(...args) => real(require('${path}'))(...args)` : '{}';
        const contents = `const real = (one) => one.default ?? one;
          module.exports = Object.defineProperties(${whole}, { ${late.join(', ')} });`;
        return { contents, resolveDir: folder };
      });
    },
  };
}

/**
 * Makes the bundle of a package, and what lies beside it: `bundle`, `data` and `compiler`. `late` names packages that most
 * runs do not need. Gives what esbuild tells of it.
 */
export async function makeBundle(folder, { late = [], ...options }) {
  const outdir = join(folder, 'bundle');
  rmSync(outdir, { recursive: true, force: true });
  const { metafile } = await build({
    absWorkingDir: folder,
    outdir,
    bundle: true,
    ...published,
    legalComments: 'eof',
    metafile: true,
    logLevel: 'warning',
    ...options,
    plugins: [loadedWhenUsed([...lateBuiltins, ...late], folder), ...(options.plugins ?? [])],
  });
  copyBeside(folder);
  writeNotices(metafile, folder, outdir);
  return metafile;
}

/** Data and compiler lie beside a package's bundle as they do beside the code that it is made of. */
function copyBeside(folder) {
  copyData(join(folder, 'data'));
  const compiler = join(folder, 'compiler');
  rmSync(compiler, { recursive: true, force: true });
  cpSync(join(root, 'packages/analyzer/compiler'), compiler, { recursive: true });
}

/** The catalog without its blanks. */
function copyData(to) {
  const from = join(root, 'packages/scope-catalog/data');
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to);
  for (const name of readdirSync(from)) {
    if (!name.endsWith('.json')) cpSync(join(from, name), join(to, name));
    else writeFileSync(join(to, name), JSON.stringify(JSON.parse(readFileSync(join(from, name), 'utf8'))));
  }
}

/** The licences of what a bundle took in, as they ask for: `THIRD-PARTY.txt` beside it. */
export function writeNotices({ inputs }, from, outdir) {
  const folders = Object.keys(inputs).flatMap((file) => {
    const match = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file);
    return match === null ? [] : [resolve(from, match[0])];
  });
  const notices = [...new Set(folders)].map(noticeOf).sort();
  writeFileSync(join(outdir, 'THIRD-PARTY.txt'), notices.join('\n\n'));
}

function noticeOf(folder) {
  const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const licence = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
  if (licence === undefined) throw new Error(`${name} has no licence that could go with it.`);
  return `${name} ${version}\n\n${readFileSync(join(folder, licence), 'utf8').trim()}\n`;
}
