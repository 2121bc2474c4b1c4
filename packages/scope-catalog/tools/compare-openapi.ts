import type { BuiltCatalog } from './build-catalog.js';
import { hasPlace } from '@leastscope/scope-catalog/validate';
import { compareText } from './family.js';
import { schemaOf } from './openapi.js';
import type { Operation } from './openapi.js';

/** What a newer state of the OpenAPI set adds, drops and changes, one line each. */
export function diffOperations(before: readonly Operation[], after: readonly Operation[]): readonly string[] {
  const [old, now] = [byId(before), byId(after)];
  const added = after
    .filter((operation) => !old.has(idOf(operation)))
    .map((row) => `+ ${idOf(row)} (${row.operation})`);
  const gone = before
    .filter((operation) => !now.has(idOf(operation)))
    .map((row) => `- ${idOf(row)} (${row.operation})`);
  const changed = after.flatMap((operation) => fieldChanges(old.get(idOf(operation)), operation));
  return [...added, ...gone, ...changed].sort((a, b) => compareText(a.slice(2), b.slice(2)));
}

/** Where the OpenAPI set and the catalog say different things about which endpoints and fields there are. */
export function reconcile(
  { data, fields }: BuiltCatalog,
  operations: readonly Operation[],
): readonly string[] {
  const inSet = byId(operations);
  const inCatalog = new Set(data.endpoints.map(({ id }) => id));
  const lacking = operations
    .filter((row) => !inCatalog.has(idOf(row)))
    .map((row) => `not in the catalog: ${idOf(row)}`);
  const extra = data.endpoints
    .filter(({ id }) => !inSet.has(id))
    .map(({ id }) => `not in the OpenAPI set: ${id}`);
  const unseen = fields
    .filter(({ endpoint, path, direction }) => {
      const operation = inSet.get(endpoint);
      return operation !== undefined && !hasPlace(schemaOf(operation), path, direction);
    })
    .map(({ endpoint, path, direction }) => `field not in the OpenAPI set: ${endpoint} ${direction} ${path}`);
  return [...lacking, ...extra, ...unseen];
}

function fieldChanges(before: Operation | undefined, after: Operation): readonly string[] {
  if (!before) return [];
  return [
    ...listChanges(`${idOf(after)} response`, before.responseFields, after.responseFields),
    ...listChanges(`${idOf(after)} request`, before.requestFields, after.requestFields),
  ];
}

function listChanges(name: string, before: readonly string[], after: readonly string[]): readonly string[] {
  const added = after.filter((path) => !before.includes(path));
  const gone = before.filter((path) => !after.includes(path));
  return [...added.map((path) => `~ ${name} + ${path}`), ...gone.map((path) => `~ ${name} - ${path}`)];
}

function byId(operations: readonly Operation[]): ReadonlyMap<string, Operation> {
  return new Map(operations.map((operation) => [idOf(operation), operation]));
}

function idOf({ method, path }: Operation): string {
  return `${method} ${path}`;
}
