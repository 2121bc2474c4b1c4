import type { Field } from '@leastscope/scope-catalog';
import { hasPlace } from '@leastscope/scope-catalog/validate';
import { schemaOf } from './openapi.js';
import type { Operation } from './openapi.js';
import { cell } from './read-table.js';
import type { Row } from './read-table.js';

/** A source that is the OpenAPI set and nothing else. */
const onlySet = /^npm:@tts-open-toolkit\/cli@[^|]*$/;

/** What a source text betrays of where a place was seen; the first that fits counts. */
const seenBySource: readonly (readonly [RegExp, NonNullable<Field['seenIn']>])[] = [
  [/^basis: same operation/, 'sibling'],
  [/docv2 page|tiktok-docs-mcp|ecommerce-api-docs/, 'page'],
  [/super-succotash|tiktok-shop-sdk|tiktok-partner-backend|bozone/, 'sdk'],
];

/**
 * Says of each row whose place the OpenAPI set does not have where else it was seen. The table names the rows that were
 * found on the platform's pages when these were at hand (`compare-pages --take`).
 */
export function seenReader(
  operations: readonly Operation[],
  onPages: readonly Row[],
): (field: Field) => Field {
  const held = new Map(operations.map(schemaOf).map((schema) => [schema.endpoint, schema]));
  const isOnPage = pageReader(onPages);
  return (field) => {
    const { endpoint, path, direction } = field;
    const schema = held.get(endpoint);
    if (path === '*' || (schema !== undefined && hasPlace(schema, path, direction))) return field;
    if (isOnPage(field)) return withPlace(field, 'page');
    // Who says that the set has it, of an operation that the set has, is wrong: `validate` tells.
    return schema !== undefined && onlySet.test(field.source)
      ? field
      : withPlace(field, placeBySource(field.source));
  };
}

/** Whether a place was found on the page of its own endpoint. */
export function pageReader(onPages: readonly Row[]): (field: Field) => boolean {
  const found = new Set(
    onPages.map((row) => `${cell(row, 'endpoint')} ${cell(row, 'direction')} ${cell(row, 'path')}`),
  );
  return ({ endpoint, direction, path }) => found.has(`${endpoint} ${direction} ${path}`);
}

function placeBySource(source: string): NonNullable<Field['seenIn']> {
  return seenBySource.find(([pattern]) => pattern.test(source))?.[1] ?? 'third-party';
}

function withPlace({ source, date, ...row }: Field, seenIn: NonNullable<Field['seenIn']>): Field {
  return { ...row, seenIn, source, date };
}
