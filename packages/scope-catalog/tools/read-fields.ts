import { buildCatalog } from './build-catalog.js';
import { readOperations } from './openapi-table.js';
import { readTable } from './read-table.js';
import { rowOfLeaf } from './reading/category-of-leaf.js';
import { compareReading, dataLeaves } from './reading/compare-reading.js';
import { idOf, pickOperations } from './reading/pick-operations.js';

/*
 * node tools/dist/read-fields.js --seed 20261129 [--size 60]   the leaves of so many answers, each beside its category, to be read
 * node tools/dist/read-fields.js                               what a person read in such a sample, held against the catalog
 */
const args = process.argv.slice(2);
const sources = new URL('../sources/', import.meta.url);
const operations = readOperations(sources);
const { data, fields } = buildCatalog(sources);
const seed = numberAfter('--seed');

if (seed === null) compare();
else for (const operation of pickOperations(operations, seed, numberAfter('--size') ?? 60)) print(operation);

function print(operation: (typeof operations)[number]): void {
  const endpoint = idOf(operation);
  const rows = fields.filter((field) => field.endpoint === endpoint && field.direction === 'response');
  console.log(`\n${endpoint} (${operation.operation})`);
  for (const leaf of dataLeaves(operation)) {
    const row = rowOfLeaf(rows, leaf);
    const by = row === null || row.path === leaf ? '' : ` (${row.path})`;
    console.log(`  ${leaf}  ${row?.category ?? 'none'}${by}`);
  }
}

function compare(): void {
  const result = compareReading(data, fields, operations, readTable(sources, 'read-fields'));
  for (const { what, endpoint, leaf, read, catalog } of result.differences)
    console.log(`${what}: ${endpoint} ${leaf}: read as ${read}, the catalog has ${catalog}`);
  console.log(
    `${String(result.endpoints)} endpoints, ${String(result.leaves)} leaves, ${String(result.personal)} of persons and accounts, ${String(result.differences.length)} differences`,
  );
}

function numberAfter(name: string): number | null {
  const at = args.indexOf(name);
  return at < 0 ? null : Number(args[at + 1]);
}
