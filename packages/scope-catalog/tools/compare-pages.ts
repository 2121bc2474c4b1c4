import { writeFileSync } from 'node:fs';
import { validateCatalog } from '@leastscope/scope-catalog/validate';
import { buildCatalog } from './build-catalog.js';
import { explainedDifferences } from './corrections/page-differences.js';
import { comparePages, mergePages } from './pages/compare-pages.js';
import { readPages } from './pages/read-pages.js';
import { schemaOf } from './openapi.js';
import { readOperations } from './openapi-table.js';
import { seenOnPages } from './pages/seen-on-pages.js';

/*
 * node tools/dist/compare-pages.js <folder>…   recomputes what saved pages of the platform's reference document (scopes,
 *                                              whose token, path, fields) and holds the catalog against it
 * … --take                                     writes which places of the catalog were found on them, for the next build
 */
const folders = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
const sources = new URL('../sources/', import.meta.url);
const { data, fields } = buildCatalog(sources);
const pages = folders.flatMap(readPages);
const endpoints = mergePages(pages);
const found = [
  ...comparePages(data, fields, pages),
  ...validateCatalog(data, fields, endpoints)
    .filter(({ kind }) => kind === 'swallowed-identity')
    .map(({ row, message }) => ({ what: 'creator' as const, id: row.replace('endpoint ', ''), message })),
];
const isExplained = ({ what, id }: (typeof found)[number]): boolean =>
  explainedDifferences.some((one) => one.what === what && id.startsWith(one.endpoints));
const open = found.filter((difference) => !isExplained(difference));
const idle = explainedDifferences.filter(
  (one) => !found.some(({ what, id }) => what === one.what && id.startsWith(one.endpoints)),
);

if (process.argv.includes('--take')) {
  const rows = seenOnPages(fields, endpoints, readOperations(sources).map(schemaOf));
  writeFileSync(new URL('seen-on-pages.tsv', sources), rows);
}
for (const { what, id, message } of open) console.log(`${what}: ${id}: ${message}`);
for (const { what, endpoints: ids } of idle) console.log(`explained, but no difference: ${what}: ${ids}`);
console.log(
  `${String(pages.length)} pages of ${String(endpoints.length)} endpoints: ${String(open.length)} differences, ` +
    `${String(found.length - open.length)} explained`,
);
process.exitCode = pages.length === 0 || open.length + idle.length > 0 ? 1 : 0;
