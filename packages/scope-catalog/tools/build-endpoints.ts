import type {
  CategoryId,
  Endpoint,
  EndpointCategories,
  EndpointId,
  Field,
  HttpMethod,
  Principal,
} from '@leastscope/scope-catalog';
import { sdkNameOf } from '@leastscope/scope-catalog';
import { addedEndpoints } from './corrections/added-endpoints.js';
import { scopeConfidences } from './corrections/scopes.js';
import { primaryCorrections } from './corrections/primary-categories.js';
import { familyOf, fitsFamily, versionOf } from './family.js';
import { cell, listOf, oneOf } from './read-table.js';
import type { Row } from './read-table.js';
import { dateOf } from './source-dates.js';

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
const confidences = ['documented', 'multi-source', 'single-source', 'inferred', 'unknown'] as const;

/** An endpoint before its fields and tokens are known. */
export type BareEndpoint = Omit<Endpoint, 'categories' | 'categoriesBasis' | 'tokens' | 'tokensBasis'>;

export function readEndpoints(rows: readonly Row[]): readonly BareEndpoint[] {
  const bare = [...rows.map(bareEndpoint), ...addedEndpoints.map(addedEndpoint)];
  return bare
    .map(withScopeConfidence)
    .map((endpoint) => withReplacement(endpoint, bare))
    .sort(byPath);
}

function withScopeConfidence(endpoint: BareEndpoint): BareEndpoint {
  const better = scopeConfidences.find(({ endpoints }) => endpoint.id.startsWith(endpoints));
  if (!better) return endpoint;
  const source = `${endpoint.source} | ${better.source}`;
  return { ...endpoint, scopeConfidence: better.confidence, source, date: dateOf(source) };
}

function bareEndpoint(row: Row): BareEndpoint {
  const method = oneOf(methods, cell(row, 'method'));
  const path = cell(row, 'path');
  const source = cell(row, 'source');
  return {
    ...namesOf(method, path),
    group: cell(row, 'group'),
    title: cell(row, 'operation'),
    sdk: { className: cell(row, 'sdk_class'), method: cell(row, 'sdk_method') },
    scopes: [...listOf(cell(row, 'scopes'))].sort(),
    scopeConfidence: oneOf(confidences, cell(row, 'scope_confidence')),
    access: oneOf(['read', 'write'], cell(row, 'access')),
    status: oneOf(['current', 'deprecated', 'legacy'], cell(row, 'status')),
    replacedBy: cell(row, 'replaced_by') || null,
    source,
    date: dateOf(source),
  };
}

function addedEndpoint(row: (typeof addedEndpoints)[number]): BareEndpoint {
  const { title, group, scopes, scopeConfidence, access, source } = row;
  return {
    ...namesOf(row.method, row.path),
    group,
    title,
    sdk: sdkNameOf(row.method, row.path),
    scopes,
    scopeConfidence,
    access,
    status: 'current',
    replacedBy: null,
    source,
    date: dateOf(source),
  };
}

function namesOf(
  method: HttpMethod,
  path: string,
): Pick<Endpoint, 'id' | 'method' | 'path' | 'host' | 'version' | 'family'> {
  return {
    id: `${method} ${path}`,
    method,
    path,
    host: path.startsWith('/api/v2/token/') ? 'auth' : 'api',
    version: versionOf(path),
    family: familyOf(method, path),
  };
}

/** The table names the paths that took over; the same method is preferred, else the only one at that path. */
function withReplacement(endpoint: BareEndpoint, all: readonly BareEndpoint[]): BareEndpoint {
  if (endpoint.replacedBy === null) return endpoint;
  const [replacedBy = null, ...others] = listOf(endpoint.replacedBy).map((name) =>
    successorOf(endpoint, name, all),
  );
  return { ...endpoint, replacedBy, ...(others.length > 0 ? { otherReplacements: others } : {}) };
}

function successorOf(endpoint: BareEndpoint, name: string, all: readonly BareEndpoint[]): EndpointId {
  const named = all.filter(({ id, path }) => id === name || path === name);
  const successor = named.find(({ method }) => method === endpoint.method) ?? named[0];
  if (!successor) throw new Error(`${endpoint.id} is replaced by ${name}, which is no endpoint`);
  return successor.id;
}

/** What the endpoint is called for, what comes along and what it sends. */
export function categoriesFrom(
  endpoint: BareEndpoint,
  fields: readonly Field[],
  also: readonly CategoryId[],
): EndpointCategories {
  const response = fields.filter(({ direction }) => direction === 'response');
  const rest = response.filter(({ path }) => path === '*').map(({ category }) => category);
  const primary = correctedPrimary(endpoint.family) ?? rest;
  const held = [...response.map(({ category }) => category), ...also];
  const incidental = held.filter((category) => !primary.includes(category));
  const sent = fields.filter(({ direction }) => direction === 'request').map(({ category }) => category);
  return { primary: unique(primary), incidental: unique(incidental), sent: unique(sent) };
}

function correctedPrimary(family: string): readonly string[] | null {
  const rule = primaryCorrections.find(({ families }) =>
    families.some((pattern) => fitsFamily(family, pattern)),
  );
  return rule?.primary ?? null;
}

export interface Tokens {
  readonly tokens: readonly Principal[];
  readonly tokensBasis: NonNullable<Endpoint['tokensBasis']>;
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort();
}

function byPath(a: BareEndpoint, b: BareEndpoint): number {
  const [left, right] = [`${a.path} ${a.method}`, `${b.path} ${b.method}`];
  return left < right ? -1 : left > right ? 1 : 0;
}
