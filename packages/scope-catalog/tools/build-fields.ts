import type { CategoryId, Field } from '@leastscope/scope-catalog';
import { namedFields } from './corrections/named-fields.js';
import { correctFields } from './correct-fields.js';
import { restCategories } from './corrections/rest-categories.js';
import type { RestCategory } from './corrections/rest-categories.js';
import { compareText, familyOf, fitsFamily } from './family.js';
import { hasPlace } from '@leastscope/scope-catalog/validate';
import { openApiSource, withKinds } from './fields-by-kind.js';
import { schemaOf } from './openapi.js';
import type { Operation } from './openapi.js';
import { cell, oneOf } from './read-table.js';
import type { Row } from './read-table.js';
import { dateOf } from './source-dates.js';

/** The classified fields, and how each endpoint came by its own. */
export interface FieldTable {
  readonly fields: readonly Field[];
  readonly basisOf: ReadonlyMap<string, 'fields' | 'family' | 'module'>;
}

interface EndpointRow {
  readonly method: string;
  readonly path: string;
}

/** Every endpoint gets fields: its own, else those of the nearest other version, else what its module suggests. */
export function buildFields(
  rows: readonly Row[],
  endpoints: readonly EndpointRow[],
  operations: readonly Operation[],
  isOnPage: (field: Field) => boolean,
): FieldTable {
  const operationOf = new Map(operations.map((operation) => [idOf(operation), operation]));
  const own = corrected(groupByEndpoint(rows.map(fieldOf)));
  const basisOf = new Map<string, 'fields' | 'family' | 'module'>();
  const fields: Field[] = [];
  for (const endpoint of endpoints) {
    const operation = operationOf.get(idOf(endpoint));
    const [basis, group] = fieldsFor(endpoint, own, operation, isOnPage);
    basisOf.set(idOf(endpoint), basis);
    const known = basis === 'fields' ? group : correctFields(idOf(endpoint), group);
    fields.push(...withKinds(known, operation));
  }
  return { fields: fields.sort(byPlace), basisOf };
}

/** Corrected before anything is borrowed from them. */
function corrected(own: ReadonlyMap<string, readonly Field[]>): ReadonlyMap<string, readonly Field[]> {
  return new Map([...own].map(([id, group]) => [id, correctFields(id, group)]));
}

function fieldsFor(
  endpoint: EndpointRow,
  own: ReadonlyMap<string, readonly Field[]>,
  operation: Operation | undefined,
  isOnPage: (field: Field) => boolean,
): readonly ['fields' | 'family' | 'module', readonly Field[]] {
  const mine = own.get(idOf(endpoint));
  if (mine) return ['fields', mine];
  const sibling = nearestVersion(endpoint, [...own.keys()]);
  const theirs = sibling === null ? undefined : own.get(sibling);
  if (sibling !== null && theirs)
    return [
      'family',
      theirs
        .map((field) => borrowed(field, idOf(endpoint), sibling))
        .filter((field) => isOnPage(field) || isStillThere(field, operation)),
    ];
  return ['module', judged(endpoint, operation)];
}

/** Another version is believed only as far as the schema of this one does not say otherwise. */
function isStillThere({ path, direction }: Field, operation: Operation | undefined): boolean {
  return operation === undefined || hasPlace(schemaOf(operation), path, direction);
}

/** The newest other version of the operation that has fields. */
function nearestVersion(endpoint: EndpointRow, ids: readonly string[]): string | null {
  const family = familyOf(endpoint.method, endpoint.path);
  const siblings = ids.filter((id) => familyOf(...split(id)) === family);
  return siblings.sort(compareText).at(-1) ?? null;
}

function borrowed(field: Field, endpoint: string, sibling: string): Field {
  return {
    ...field,
    endpoint,
    confidence: 'inferred',
    source: `basis: same operation at ${sibling} | ${field.source}`,
  };
}

/** Of what comes along only the category is judged, not the field: it goes to the endpoint, not into the table. */
export function judgedAlso(endpoint: EndpointRow): readonly CategoryId[] {
  return ruleFor(endpoint)?.also ?? [];
}

function judged(endpoint: EndpointRow, operation: Operation | undefined): readonly Field[] {
  const rule = ruleFor(endpoint);
  const rest =
    rule === undefined
      ? []
      : [fieldRow(endpoint, '*', 'response', rule.rest, 'basis: module and operation name')];
  if (!operation) return rest;
  return [
    ...rest,
    ...namedIn(operation.responseFields).map(([path, category]) =>
      fieldRow(endpoint, path, 'response', category, openApiSource),
    ),
    ...namedIn(operation.requestFields).map(([path, category]) =>
      fieldRow(endpoint, path, 'request', category, openApiSource),
    ),
  ];
}

function namedIn(paths: readonly string[]): readonly (readonly [path: string, category: CategoryId])[] {
  return paths.flatMap((path) => {
    const named = namedFields.find(({ pattern }) => pattern.test(path));
    return named ? [[path, named.category] as const] : [];
  });
}

function fieldRow(
  endpoint: EndpointRow,
  path: string,
  direction: Field['direction'],
  category: CategoryId,
  source: string,
): Field {
  return {
    endpoint: idOf(endpoint),
    path,
    direction,
    category,
    confidence: 'inferred',
    source,
    date: dateOf(source),
  };
}

/** Of a module that nobody has judged nothing is claimed: a refresh may bring one. */
function ruleFor(endpoint: EndpointRow): RestCategory | undefined {
  const family = familyOf(endpoint.method, endpoint.path);
  return restCategories.find(({ families }) => families.some((pattern) => fitsFamily(family, pattern)));
}

function fieldOf(row: Row): Field {
  const source = cell(row, 'source');
  return {
    endpoint: `${cell(row, 'method')} ${cell(row, 'path')}`,
    path: cell(row, 'field'),
    direction: oneOf(['response', 'request'], cell(row, 'direction')),
    category: cell(row, 'category'),
    confidence: confidenceOf(row),
    source,
    date: dateOf(source),
  };
}

/** A file of the SDK that shows only method and path says nothing of what the rest of an answer holds. */
function confidenceOf(row: Row): Field['confidence'] {
  const confidence = oneOf(['documented', 'sdk-model', 'inferred'], cell(row, 'confidence'));
  const showsPathOnly = /:api\/\w+Api\.ts@/.test(cell(row, 'source'));
  return cell(row, 'field') === '*' && showsPathOnly ? 'inferred' : confidence;
}

export function groupByEndpoint(fields: readonly Field[]): ReadonlyMap<string, readonly Field[]> {
  const groups = new Map<string, Field[]>();
  for (const field of fields) groups.set(field.endpoint, [...(groups.get(field.endpoint) ?? []), field]);
  return groups;
}

function byPlace(a: Field, b: Field): number {
  return (
    compareText(a.endpoint, b.endpoint) ||
    compareText(a.direction, b.direction) ||
    compareText(a.path, b.path)
  );
}

function split(id: string): readonly [method: string, path: string] {
  const [method = '', path = ''] = id.split(' ');
  return [method, path];
}

function idOf({ method, path }: EndpointRow): string {
  return `${method} ${path}`;
}
