import type { Endpoint, Scope, ScopeAlias } from '@leastscope/scope-catalog';
import { aliasRows, packageIds, principalOf, titles, withoutEndpoint } from './corrections/scopes.js';
import type { BareEndpoint } from './build-endpoints.js';
import { compareText } from './family.js';
import { cell, oneOf } from './read-table.js';
import type { Row } from './read-table.js';
import { dateOf } from './source-dates.js';

const confidences = ['documented', 'multi-source', 'single-source', 'inferred', 'unknown'] as const;

export function buildScopes(rows: readonly Row[], endpoints: readonly BareEndpoint[]): readonly Scope[] {
  return rows
    .filter((row) => !(cell(row, 'scope') in aliasRows))
    .map((row) => scopeOf(row, endpoints))
    .sort((a, b) => compareText(a.key, b.key));
}

function scopeOf(row: Row, endpoints: readonly BareEndpoint[]): Scope {
  const key = cell(row, 'scope');
  const notes = cell(row, 'markets_notes');
  const source = cell(row, 'source');
  const noEndpoint = withoutEndpoint[key];
  return {
    key,
    title: titles[key] ?? cell(row, 'title'),
    description: cell(row, 'description'),
    packageId: packageIds[key]?.id ?? /package id (\d+)/.exec(notes)?.[1] ?? null,
    kind: kindIn(notes),
    sensitive: /tagged sensitive/.test(notes),
    access: accessOf(endpoints.filter(({ scopes }) => scopes.includes(key))),
    principal: principalOf[cell(row, 'principal')] ?? null,
    confidence: oneOf(confidences, cell(row, 'confidence')),
    ...(noEndpoint === undefined ? {} : { noEndpoint }),
    source,
    date: dateOf(source),
  };
}

/** What the package is, and what kind of access it gives, is told by its pages and endpoints, not by its key. */
function kindIn(notes: string): Scope['kind'] {
  if (notes.includes('Public package')) return 'public';
  return notes.includes('Custom package') ? 'custom' : 'unknown';
}

function accessOf(endpoints: readonly Pick<Endpoint, 'access'>[]): Scope['access'] {
  const reads = endpoints.some(({ access }) => access === 'read');
  const writes = endpoints.some(({ access }) => access === 'write');
  if (reads && writes) return 'read-write';
  if (reads) return 'read';
  return writes ? 'write' : 'unknown';
}

export function buildScopeAliases(rows: readonly Row[]): readonly ScopeAlias[] {
  return rows
    .filter((row) => cell(row, 'scope') in aliasRows)
    .map((row) => {
      const alias = cell(row, 'scope');
      const source = cell(row, 'source');
      const reason = 'The platform itself spells this key "serller"; the corrected spelling is no scope.';
      return { alias, key: aliasRows[alias] ?? alias, reason, source, date: dateOf(source) };
    })
    .sort((a, b) => compareText(a.alias, b.alias));
}
