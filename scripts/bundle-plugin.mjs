// The plugin as it is published: one file that holds the analyzer and what that needs, instead of three hundred, which ESLint
// would load one by one at every start. Makes packages/eslint-plugin/bundle and what lies beside it from what `tsc --build`
// and scripts/slice-compiler.mjs have made.
import { join } from 'node:path';
import { root } from './pnpm.mjs';
import { makeBundle } from './published.mjs';

await makeBundle(join(root, 'packages/eslint-plugin'), {
  entryPoints: ['dist/index.js'],
  // Its types are those of an ES module.
  format: 'esm',
  // Whoever has typescript-eslint has loaded them already.
  external: ['@typescript-eslint/utils'],
  // What is no ES module asks for Node's own modules by `require`.
  banner: {
    js: "import{createRequire as $createRequire}from'node:module';const require=$createRequire(import.meta.url);",
  },
});
