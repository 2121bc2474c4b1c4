import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Mistakes of a document against a schema that the package ships; null when it fits. */
export function schemaMistakes(name: string, document: unknown): string | null {
  const path = fileURLToPath(new URL(`../schema/${name}.schema.json`, import.meta.url));
  const schema = JSON.parse(readFileSync(path, 'utf8')) as { readonly $schema: string };
  const formats = { date: /^\d{4}-\d{2}-\d{2}$/ };
  const options = { allErrors: true, allowUnionTypes: true, formats };
  const ajv = schema.$schema.includes('2020-12') ? new Ajv2020(options) : new Ajv(options);
  const validate = ajv.compile(schema);
  return validate(document) ? null : ajv.errorsText(validate.errors);
}
