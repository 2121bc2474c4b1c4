// Writes schema/scope-declaration.schema.json from the zod schema and the catalog. Run after a build, and when the catalog has changed: node packages/analyzer/tools/write-schema.mjs
import { mkdirSync, writeFileSync } from 'node:fs';
import { loadCatalog } from '@leastscope/scope-catalog';
import { declarationJsonSchema } from '../dist/declaration/json-schema.js';

const folder = new URL('../schema/', import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(
  new URL('scope-declaration.schema.json', folder),
  `${JSON.stringify(declarationJsonSchema(loadCatalog()), null, 2)}\n`,
);
