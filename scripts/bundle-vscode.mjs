// The extension for Visual Studio Code: one file that starts the program, and the program beside it. Made from what `tsc --build`
// and scripts/bundle-cli.mjs have made.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from './pnpm.mjs';
import { published, writeNotices } from './published.mjs';

const folder = join(root, 'packages/vscode');
const program = join(root, 'packages/cli');

const { metafile } = await build({
  ...published,
  absWorkingDir: folder,
  entryPoints: { extension: 'dist/extension.js' },
  outdir: join(folder, 'bundle'),
  outExtension: { '.js': '.cjs' },
  bundle: true,
  // Given by the editor.
  external: ['vscode'],
  legalComments: 'eof',
  metafile: true,
  logLevel: 'warning',
});
writeNotices(metafile, folder, join(folder, 'bundle'));

const server = join(folder, 'server');
rmSync(server, { recursive: true, force: true });
mkdirSync(server);
for (const name of ['bundle', 'compiler', 'data']) {
  cpSync(join(program, name), join(server, name), {
    recursive: true,
    filter: (path) => !path.endsWith('index.js'),
  });
}
const schema = 'schema/scope-declaration.schema.json';
cpSync(join(program, schema), join(server, schema));
// Of the program's own, only what Node reads to run it: where the compiler lies, and that its files are modules.
const { name, version, type, imports } = JSON.parse(readFileSync(join(program, 'package.json'), 'utf8'));
writeFileSync(
  join(server, 'package.json'),
  `${JSON.stringify({ name, version, private: true, type, imports }, null, 2)}\n`,
);
