// The plugin as it is published: one file that holds the analyzer and what that needs, instead of three hundred, which ESLint
// would load one by one at every start. Makes packages/eslint-plugin/bundle and what lies beside it from what `tsc --build`
// and scripts/slice-compiler.mjs have made.
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './pnpm.mjs';
import { makeBundle } from './published.mjs';

const folder = join(root, 'packages/eslint-plugin');

await makeBundle(folder, {
  entryPoints: ['dist/index.js'],
  outExtension: { '.js': '.cjs' },
  define: { 'import.meta.url': '$url' },
  banner: { js: "const $url=require('node:url').pathToFileURL(__filename).href;" },
  // `require` gives the plugin itself.
  footer: { js: 'module.exports=module.exports.default;' },
});

// Both ways in lead to one object: ESLint refuses two plugins of one name.
const faces = {
  'index.js': "import plugin from './index.cjs';\n\nexport default plugin;\n",
  'index.d.cts': `import type { Plugin } from '../dist/index.js' with { 'resolution-mode': 'import' };

declare const plugin: Plugin;
export = plugin;
`,
};
for (const [name, text] of Object.entries(faces)) writeFileSync(join(folder, 'bundle', name), text);

// For editors: whoever has the plugin alone has the schema of the declaration too.
mkdirSync(join(folder, 'schema'), { recursive: true });
const schema = 'schema/scope-declaration.schema.json';
cpSync(join(root, 'packages/analyzer', schema), join(folder, schema));
