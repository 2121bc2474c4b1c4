// Fails when the shipped data is not whole. Needs only the built package: `node tools/validate.mjs`.
import { loadCatalog } from '../dist/index.js';
import { validateCatalog } from '../dist/validate.js';

const catalog = loadCatalog();
const problems = validateCatalog(catalog, catalog.fields());
for (const { kind, row, message } of problems) console.error(`${kind}: ${row}: ${message}`);
console.log(`scope-catalog ${catalog.version}: ${String(problems.length)} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;
