// Fails when the shipped data is not whole. Needs only the built package: `node tools/validate.mjs`.
import { readFileSync } from 'node:fs';
import { loadCatalog } from '../dist/index.js';
import { validateCatalog } from '../dist/validate.js';

const catalog = loadCatalog();
const problems = validateCatalog(catalog, catalog.fields(), heldSchemas());
for (const { kind, row, message } of problems) console.error(`${kind}: ${row}: ${message}`);
console.log(`scope-catalog ${catalog.version}: ${String(problems.length)} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;

/** The names of the platform's OpenAPI set that the catalog was last reconciled with. */
function heldSchemas() {
  const table = readFileSync(new URL('sources/openapi.tsv', import.meta.url), 'utf8');
  const lines = table.split('\n').slice(1);
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const [method, path, , response = '', request = ''] = line.split('\t');
      return {
        endpoint: `${method} ${path}`,
        responseFields: namesIn(response),
        requestFields: namesIn(request),
      };
    });
}

/** @param {string} text */
function namesIn(text) {
  return text === '' ? [] : text.split(';');
}
