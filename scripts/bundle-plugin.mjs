// The plugin as it is published: one file that holds the analyzer and what that needs, instead of three hundred, which ESLint
// would load one by one at every start. Makes packages/eslint-plugin/bundle and what lies beside it from what `tsc --build`
// and scripts/slice-compiler.mjs have made.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from './pnpm.mjs';
import { copyBeside, lateBuiltins, published, writeNotices } from './published.mjs';

const plugin = join(root, 'packages/eslint-plugin');
const outdir = join(plugin, 'bundle');

rmSync(outdir, { recursive: true, force: true });
const { metafile } = await build({
  absWorkingDir: plugin,
  entryPoints: ['dist/index.js'],
  outdir,
  bundle: true,
  ...published,
  // Its types are those of an ES module.
  format: 'esm',
  // Whoever has typescript-eslint has loaded them already.
  external: ['@typescript-eslint/utils'],
  plugins: [lateBuiltins],
  legalComments: 'eof',
  // What is no ES module asks for Node's own modules by `require`.
  banner: {
    js: "import{createRequire as $createRequire}from'node:module';const require=$createRequire(import.meta.url);",
  },
  metafile: true,
  logLevel: 'warning',
});
copyBeside(plugin);
writeNotices(metafile, plugin, outdir);
