// Writes schema/scope-declaration.schema.json from the zod schema. Run after a build: node packages/analyzer/tools/write-schema.mjs
import { mkdirSync, writeFileSync } from 'node:fs';
import { declarationJsonSchema } from '../dist/declaration/json-schema.js';

const folder = new URL('../schema/', import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(
  new URL('scope-declaration.schema.json', folder),
  `${JSON.stringify(declarationJsonSchema(), null, 2)}\n`,
);
