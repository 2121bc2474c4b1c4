// Writes the schemas of what people write, schema/*.schema.json, from the zod schemas and the catalog. Run after a build, and when the catalog has changed: node packages/analyzer/tools/write-schema.mjs
import { mkdirSync, writeFileSync } from 'node:fs';
import { loadCatalog } from '@leastscope/scope-catalog';
import { acceptedJsonSchema, declarationJsonSchema } from '../dist/declaration/json-schema.js';

const folder = new URL('../schema/', import.meta.url);
mkdirSync(folder, { recursive: true });
const schemas = {
  'scope-declaration': declarationJsonSchema(loadCatalog()),
  'leastscope-accepted': acceptedJsonSchema(),
};
for (const [name, schema] of Object.entries(schemas))
  writeFileSync(
    new URL(`${name}.schema.json`, folder),
    `${JSON.stringify(schema, null, 2)}
`,
  );
