import type { Catalog, Endpoint, LegacyEndpoint } from '@leastscope/scope-catalog';
import { describeCategory, sourcesOf } from './describe.js';
import type { Page } from './page.js';

export function endpointPage(endpoint: Endpoint, catalog: Catalog): Page {
  const { categories, sdk } = endpoint;
  const list = (title: string, ids: readonly string[]): Page['lists'][number] => ({
    title,
    items: ids.map((id) => [describeCategory(id, catalog)]),
  });
  return {
    title: endpoint.id,
    subtitle: [
      `endpoint, ${endpoint.access === 'write' ? 'writes' : 'reads'}`,
      endpoint.status === 'current' ? '' : endpoint.status,
      endpoint.tokens.length > 0 ? `takes ${endpoint.tokens.join(' or ')} tokens` : '',
    ]
      .filter((part) => part !== '')
      .join(', '),
    paragraphs: [
      endpoint.title,
      scopeSentence(endpoint),
      endpoint.replacedBy === null ? '' : `Replaced by ${endpoint.replacedBy}.`,
      sdk === null ? '' : `In the official SDK: ${sdk.className}.${sdk.method}.`,
    ],
    lists: [
      list('Called for', categories.primary),
      list('Comes along', categories.incidental),
      list('Hands to the platform', categories.sent),
      { title: 'Other versions', items: otherVersions(endpoint, catalog).map((id) => [id]) },
    ],
    sources: sourcesOf(
      endpoint,
      endpoint.scopeConfidence === 'not-needed' ? 'documented' : endpoint.scopeConfidence,
    ),
  };
}

export function legacyPage(endpoint: LegacyEndpoint, catalog: Catalog): Page {
  const replacement =
    endpoint.replacement === null ? undefined : catalog.endpointById.get(endpoint.replacement);
  return {
    title: endpoint.id,
    subtitle: 'endpoint of the first API generation',
    paragraphs: [
      endpoint.title,
      endpoint.note,
      replacement === undefined ? '' : `Replaced by ${replacement.id}. ${scopeSentence(replacement)}`,
    ],
    lists: [],
    sources: sourcesOf(endpoint, endpoint.confidence),
  };
}

function scopeSentence({ scopes, scopeConfidence }: Endpoint): string {
  if (scopeConfidence === 'not-needed') return 'Needs no scope.';
  if (scopes.length === 0)
    return 'Which scope it needs is unknown to this catalog, so nothing is claimed of it.';
  const needs = scopes.length === 1 ? `Needs ${scopes.join('')}.` : `Needs any one of ${scopes.join(', ')}.`;
  return scopeConfidence === 'inferred' ? `${needs} This is inferred from a sibling, not documented.` : needs;
}

function otherVersions({ family, id }: Endpoint, catalog: Catalog): readonly string[] {
  return catalog.endpoints
    .filter((other) => other.family === family && other.id !== id)
    .map((other) => other.id);
}
