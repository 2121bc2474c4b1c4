import type { CategoryId, Field } from '@leastscope/scope-catalog';
import { restCategories } from './corrections/rest-categories.js';
import type { RestCategory } from './corrections/rest-categories.js';
import { compareText, familyOf, fitsFamily } from './family.js';
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
export function buildFields(rows: readonly Row[], endpoints: readonly EndpointRow[]): FieldTable {
  const own = groupByEndpoint(rows.map(fieldOf));
  const basisOf = new Map<string, 'fields' | 'family' | 'module'>();
  const fields = [...own].filter(([id]) => id.startsWith('WEBHOOK ')).flatMap(([, group]) => group);
  for (const endpoint of endpoints) {
    const [basis, group] = fieldsFor(endpoint, own);
    basisOf.set(idOf(endpoint), basis);
    fields.push(...group);
  }
  return { fields: fields.sort(byPlace), basisOf };
}

function fieldsFor(
  endpoint: EndpointRow,
  own: ReadonlyMap<string, readonly Field[]>,
): readonly ['fields' | 'family' | 'module', readonly Field[]] {
  const mine = own.get(idOf(endpoint));
  if (mine) return ['fields', mine];
  const sibling = nearestVersion(endpoint, [...own.keys()]);
  const theirs = sibling === null ? undefined : own.get(sibling);
  if (sibling !== null && theirs) return ['family', theirs.map((field) => borrowed(field, idOf(endpoint), sibling))];
  return ['module', judged(endpoint)];
}

/** The newest other version of the operation that has fields. */
function nearestVersion(endpoint: EndpointRow, ids: readonly string[]): string | null {
  const family = familyOf(endpoint.method, endpoint.path);
  const siblings = ids.filter((id) => familyOf(...split(id)) === family);
  return siblings.sort(compareText).at(-1) ?? null;
}

function borrowed(field: Field, endpoint: string, sibling: string): Field {
  return { ...field, endpoint, confidence: 'inferred', source: `basis: same operation at ${sibling} | ${field.source}` };
}

/** Of what comes along only the category is judged, not the field: it goes to the endpoint, not into the table. */
export function judgedAlso(endpoint: EndpointRow): readonly CategoryId[] {
  return ruleFor(endpoint).also ?? [];
}

function judged(endpoint: EndpointRow): readonly Field[] {
  const source = 'basis: module and operation name';
  return [
    {
      endpoint: idOf(endpoint),
      path: '*',
      direction: 'response',
      category: ruleFor(endpoint).rest,
      confidence: 'inferred',
      source,
      date: dateOf(source),
    },
  ];
}

function ruleFor(endpoint: EndpointRow): RestCategory {
  const family = familyOf(endpoint.method, endpoint.path);
  const rule = restCategories.find(({ families }) => families.some((pattern) => fitsFamily(family, pattern)));
  if (!rule) throw new Error(`No fields and no rule in corrections/rest-categories.ts for ${idOf(endpoint)}`);
  return rule;
}

function fieldOf(row: Row): Field {
  const source = cell(row, 'source');
  return {
    endpoint: `${cell(row, 'method')} ${cell(row, 'path')}`,
    path: cell(row, 'field'),
    // A webhook's payload is received like a response; its endpoint already says that it is a webhook.
    direction: cell(row, 'direction') === 'request' ? 'request' : 'response',
    category: cell(row, 'category'),
    confidence: oneOf(['documented', 'sdk-model', 'inferred'], cell(row, 'confidence')),
    source,
    date: dateOf(source),
  };
}

export function groupByEndpoint(fields: readonly Field[]): ReadonlyMap<string, readonly Field[]> {
  const groups = new Map<string, Field[]>();
  for (const field of fields) groups.set(field.endpoint, [...(groups.get(field.endpoint) ?? []), field]);
  return groups;
}

function byPlace(a: Field, b: Field): number {
  return (
    compareText(a.endpoint, b.endpoint) || compareText(a.direction, b.direction) || compareText(a.path, b.path)
  );
}

function split(id: string): readonly [method: string, path: string] {
  const [method = '', path = ''] = id.split(' ');
  return [method, path];
}

function idOf({ method, path }: EndpointRow): string {
  return `${method} ${path}`;
}
