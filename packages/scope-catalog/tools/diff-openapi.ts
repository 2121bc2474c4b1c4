import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildCatalog } from './build-catalog.js';
import { diffOperations, reconcile } from './compare-openapi.js';
import { readOpenApi } from './openapi.js';
import { openApiTable, readOperations, writeOperations } from './openapi-table.js';

/*
 * node tools/dist/diff-openapi.js            what the installed version of the set changes, and how it and the catalog differ
 * node tools/dist/diff-openapi.js <folder>   the same for another copy: the folder that holds the JSON files of the paths
 * … --take                                   writes what was read into tools/sources, for the next build
 */
const args = process.argv.slice(2);
const folder = args.find((arg) => !arg.startsWith('--'));
const sources = new URL('../sources/', import.meta.url);
const read = readOpenApi(folder === undefined ? installedFolder() : pathToFileURL(`${folder}/`));
const before = existsSync(new URL(openApiTable, sources)) ? readOperations(sources) : [];

console.log('Against the table that the catalog was last reconciled with:');
print(diffOperations(before, read));
if (args.includes('--take')) writeFileSync(new URL(openApiTable, sources), writeOperations(read));
console.log('Against the catalog:');
print(reconcile(buildCatalog(sources), read));

function installedFolder(): URL {
  const manifest = createRequire(import.meta.url).resolve('@tts-open-toolkit/cli/package.json');
  console.log(`@tts-open-toolkit/cli ${versionIn(manifest)}`);
  return pathToFileURL(`${dirname(manifest)}/skills/tts-openapi-guide/references/oas/paths/`);
}

function versionIn(manifest: string): string {
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { readonly version: string }).version;
}

function print(lines: readonly string[]): void {
  console.log(lines.length === 0 ? '  nothing' : lines.map((line) => `  ${line}`).join('\n'));
}
