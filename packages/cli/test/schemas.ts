import { Ajv } from 'ajv';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Mistakes of a document against a schema that the package ships; null when it fits. */
export function schemaMistakes(name: string, document: unknown): string | null {
  const path = fileURLToPath(new URL(`../schema/${name}.schema.json`, import.meta.url));
  const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
  const validate = ajv.compile(JSON.parse(readFileSync(path, 'utf8')) as object);
  return validate(document) ? null : ajv.errorsText(validate.errors);
}
