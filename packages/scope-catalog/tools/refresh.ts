import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { validateCatalog } from '@leastscope/scope-catalog/validate';
import { buildCatalog } from './build-catalog.js';
import { diffOperations } from './compare-openapi.js';
import { dataFiles } from './data-files.js';
import { describeCatalog } from './describe-catalog.js';
import { fillPlaces } from './fill-places.js';
import { readOpenApi, schemaOf } from './openapi.js';
import { readOperations } from './openapi-table.js';
import { readTable } from './read-table.js';
import { mergePages } from './pages/compare-pages.js';
import { readPages, readWebhookPages } from './pages/read-pages.js';
import { describeRefresh, prependChange } from './refresh/describe-refresh.js';
import { refreshSources } from './refresh/refresh-sources.js';
import { webhookChanges } from './refresh/webhook-changes.js';

/*
 * node tools/dist/refresh.js --of YYYY-MM-DD [folder]…
 *
 * Takes the installed OpenAPI set, and pages of the reference saved below the folders, all of that day. Appends rows, rebuilds the
 * data and the tables of docs/catalog.md, writes CATALOG-CHANGES.md, prints the change as Markdown; exit 1 on an invalid catalog.
 */
const args = process.argv.slice(2);
const day = args[args.indexOf('--of') + 1] ?? '';
if (!args.includes('--of') || !/^\d{4}-\d{2}-\d{2}$/.test(day))
  throw new Error('Say of which day the newer sources are: --of YYYY-MM-DD');
const folders = args.filter((arg, at) => !arg.startsWith('--') && args[at - 1] !== '--of');

// Runs from tools/dist, where the compiler puts it.
const root = new URL('../../', import.meta.url);
const sources = new URL('tools/sources/', root);
const manifest = createRequire(import.meta.url).resolve('@tts-open-toolkit/cli/package.json');
const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { readonly version: string };
const set = 'skills/tts-openapi-guide/references/oas/paths';

const [before, operationsBefore] = [buildCatalog(sources), readOperations(sources)];
refreshSources(sources, {
  openApi: {
    operations: readOpenApi(pathToFileURL(`${dirname(manifest)}/${set}/`)),
    source: `npm:@tts-open-toolkit/cli@${version}:${set} (state of ${day})`,
  },
  pages: {
    pages: mergePages(folders.flatMap(readPages)),
    source: `saved pages of the reference (state of ${day})`,
  },
});
const [after, operations] = [buildCatalog(sources), readOperations(sources)];
for (const [name, text] of dataFiles(after)) writeFileSync(new URL(`data/${name}`, root), text);
const page = new URL('../../docs/catalog.md', root);
const places = describeCatalog(after, operations, readTable(sources, 'read-fields'));
writeFileSync(page, fillPlaces(readFileSync(page, 'utf8'), places));

const change = describeRefresh(
  before.data,
  after.data,
  diffOperations(operationsBefore, operations),
  webhookChanges(after.data, folders.flatMap(readWebhookPages)),
);
const log = new URL('CATALOG-CHANGES.md', root);
const written = existsSync(log) ? readFileSync(log, 'utf8') : '# Changes of the catalog\n';
if (change !== '') writeFileSync(log, prependChange(written, change));
console.log(change === '' ? 'Nothing is new.' : change);

const problems = validateCatalog(after.data, after.fields, operations.map(schemaOf));
for (const { kind, row, message } of problems) console.error(`${kind}: ${row}: ${message}`);
process.exitCode = problems.length > 0 ? 1 : 0;
