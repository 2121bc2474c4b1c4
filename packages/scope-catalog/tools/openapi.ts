import { readdirSync, readFileSync } from 'node:fs';
import type { HeldSchema } from '@leastscope/scope-catalog/validate';
import { compareText } from './family.js';

/** What is taken from the platform's OpenAPI set: names only, none of its prose. */
export interface Operation {
  readonly method: string;
  readonly path: string;
  readonly operation: string;
  /** Leaves of the successful answer as dotted paths, `[]` for an array level. */
  readonly responseFields: readonly string[];
  /** Leaves of the request, parameters as `path.x` and `query.x`. */
  readonly requestFields: readonly string[];
}

/** An operation as the catalog is held against it. */
export function schemaOf({ method, path, responseFields, requestFields }: Operation): HeldSchema {
  return { endpoint: `${method} ${path}`, responseFields, requestFields };
}

type Json = Readonly<Record<string, unknown>>;

/** Reads every file of a folder of the OpenAPI set. The files are data: nothing in them is run. */
export function readOpenApi(folder: URL): readonly Operation[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const operations = files.flatMap((name) => operationsIn(readFileSync(new URL(name, folder), 'utf8')));
  return operations.sort((a, b) => compareText(a.path, b.path) || compareText(a.method, b.method));
}

/** What the set says of the values of a leaf: kept nowhere, only compared. */
export interface LeafValues {
  readonly type: string;
  /** Those of its `enum`, else the words in capitals of its description. */
  readonly values: readonly string[];
}

/** Leaf → what is said of its values, by operation; leaves of the request begin with `request `. */
export type ValueTable = ReadonlyMap<string, ReadonlyMap<string, LeafValues>>;

/** As `readOpenApi`, for the values. */
export function readValues(folder: URL): ValueTable {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return new Map(
    files.flatMap((name) =>
      entriesIn(readFileSync(new URL(name, folder), 'utf8')).map(
        ({ method, path, operation }) => [`${method.toUpperCase()} ${path}`, valuesOf(operation)] as const,
      ),
    ),
  );
}

function valuesOf(operation: Json): ReadonlyMap<string, LeafValues> {
  const asked = parameterRows(operation).map(
    (row) =>
      [
        `${String(row['in'])}.${String(row['name'])}`,
        { ...recordAt(row, 'schema'), description: row['description'] },
      ] as const,
  );
  const sent = leafSchemas(bodySchema(recordAt(operation, 'requestBody')), '');
  const answered = leafSchemas(bodySchema(recordAt(recordAt(operation, 'responses'), '200')), '');
  return new Map([
    ...answered.map(([leaf, schema]) => [leaf, leafValues(schema)] as const),
    ...[...asked, ...sent].map(([leaf, schema]) => [`request ${leaf}`, leafValues(schema)] as const),
  ]);
}

function leafValues(schema: Json): LeafValues {
  const listed = schema['enum'];
  const text = typeof schema['description'] === 'string' ? schema['description'] : '';
  const words = [...text.matchAll(/\b[A-Z][A-Z0-9_]{2,}\b/g)].map(([word]) => word);
  const type = typeof schema['type'] === 'string' ? schema['type'] : '';
  return { type, values: unique(Array.isArray(listed) ? listed.map(String) : words) };
}

interface Entry {
  readonly method: string;
  readonly path: string;
  readonly operation: Json;
}

function operationsIn(text: string): readonly Operation[] {
  return entriesIn(text).map(({ method, path, operation }) => operationOf(method, path, operation));
}

function entriesIn(text: string): readonly Entry[] {
  const paths = recordAt(JSON.parse(text), 'paths');
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(recordOf(methods)).map(([method, operation]) => ({
      method,
      path,
      operation: recordOf(operation),
    })),
  );
}

function operationOf(method: string, path: string, operation: Json): Operation {
  const response = recordAt(recordAt(operation, 'responses'), '200');
  return {
    method: method.toUpperCase(),
    path,
    operation: typeof operation['summary'] === 'string' ? operation['summary'] : '',
    responseFields: unique(leaves(bodySchema(response), '')),
    requestFields: unique([
      ...parameters(operation),
      ...leaves(bodySchema(recordAt(operation, 'requestBody')), ''),
    ]),
  };
}

/** The first body of any content type: the set has one each. */
function bodySchema(holder: Json): Json {
  const [body] = Object.values(recordAt(holder, 'content'));
  return recordAt(recordOf(body), 'schema');
}

function parameters(operation: Json): readonly string[] {
  return parameterRows(operation).map((row) => `${String(row['in'])}.${String(row['name'])}`);
}

function parameterRows(operation: Json): readonly Json[] {
  const list = operation['parameters'];
  const rows = Array.isArray(list) ? list.map(recordOf) : [];
  return rows.filter((row) => row['in'] === 'path' || row['in'] === 'query');
}

function leaves(schema: Json, at: string): readonly string[] {
  return leafSchemas(schema, at).map(([leaf]) => leaf);
}

/** What is said of a list of values is said at the list. */
function leafSchemas(schema: Json, at: string): readonly (readonly [string, Json])[] {
  const properties = Object.entries(recordAt(schema, 'properties'));
  if (properties.length > 0) {
    return properties.flatMap(([name, inner]) =>
      leafSchemas(recordOf(inner), at === '' ? name : `${at}.${name}`),
    );
  }
  const items = recordAt(schema, 'items');
  if (Object.keys(items).length > 0)
    return leafSchemas({ description: schema['description'], ...items }, `${at}[]`);
  return at === '' ? [] : [[at, schema]];
}

function recordAt(value: unknown, key: string): Json {
  return recordOf(recordOf(value)[key]);
}

function recordOf(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort();
}
