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

function operationsIn(text: string): readonly Operation[] {
  const paths = recordAt(JSON.parse(text), 'paths');
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(recordOf(methods)).map(([method, operation]) =>
      operationOf(method, path, recordOf(operation)),
    ),
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
  const list = operation['parameters'];
  const rows = Array.isArray(list) ? list.map(recordOf) : [];
  return rows
    .filter((row) => row['in'] === 'path' || row['in'] === 'query')
    .map((row) => `${String(row['in'])}.${String(row['name'])}`);
}

function leaves(schema: Json, at: string): readonly string[] {
  const properties = Object.entries(recordAt(schema, 'properties'));
  if (properties.length > 0) {
    return properties.flatMap(([name, inner]) => leaves(recordOf(inner), at === '' ? name : `${at}.${name}`));
  }
  const items = recordAt(schema, 'items');
  if (Object.keys(items).length > 0) return leaves(items, `${at}[]`);
  return at === '' ? [] : [at];
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
