import type { Field } from '@leastscope/scope-catalog';
import { fieldKinds } from './corrections/fields/field-kinds.js';
import type { FieldKind } from './corrections/fields/field-kinds.js';
import { familyOf, fitsFamily } from './family.js';
import type { Operation } from './openapi.js';
import { rowOfLeaf } from './reading/category-of-leaf.js';
import { dateOf } from './source-dates.js';

/** The basis of rows that rest on a field's name in the OpenAPI set. */
export const openApiSource =
  'npm:@tts-open-toolkit/cli@0.1.7:skills/tts-openapi-guide/references/oas/paths | basis: field name';

/** The rows of one endpoint with one more for every field of a kind that only the rest of an answer spoke for. */
export function withKinds(
  fields: readonly Field[],
  operation: Operation | undefined,
  kinds: readonly FieldKind[] = fieldKinds,
): readonly Field[] {
  if (operation === undefined) return fields;
  const family = familyOf(operation.method, operation.path);
  const fitting = kinds.filter(({ families }) => families.some((pattern) => fitsFamily(family, pattern)));
  return [
    ...fields,
    ...rowsOf(operation, 'response', fields, fitting),
    ...rowsOf(operation, 'request', fields, fitting),
  ];
}

function rowsOf(
  operation: Operation,
  direction: Field['direction'],
  fields: readonly Field[],
  kinds: readonly FieldKind[],
): readonly Field[] {
  const rows = fields.filter((field) => field.direction === direction);
  const spoken = kinds.filter((kind) => (kind.direction ?? 'response') === direction);
  const leaves = direction === 'response' ? operation.responseFields : operation.requestFields;
  return leaves.flatMap((leaf) => {
    const kind = spoken.find(({ pattern }) => pattern.test(leaf));
    const row = rowOfLeaf(rows, leaf);
    if (kind === undefined || row?.path === leaf || row?.category === kind.category) return [];
    return [rowOf(operation, leaf, direction, kind)];
  });
}

function rowOf(
  { method, path }: Operation,
  leaf: string,
  direction: Field['direction'],
  { category }: FieldKind,
): Field {
  return {
    endpoint: `${method} ${path}`,
    path: leaf,
    direction,
    category,
    confidence: 'inferred',
    source: openApiSource,
    date: dateOf(openApiSource),
  };
}
