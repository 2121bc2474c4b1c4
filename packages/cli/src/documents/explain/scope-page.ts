import {
  categoriesOfScope,
  endpointsOfScope,
  webhooksOfScope,
  type Catalog,
  type Endpoint,
  type Scope,
} from '@leastscope/scope-catalog';
import { describeCategory, sourcesOf } from './describe.js';
import type { Page } from './page.js';

export function scopePage(scope: Scope, catalog: Catalog): Page {
  const endpoints = endpointsOfScope(catalog, scope.key);
  return {
    title: scope.key,
    subtitle: [
      `scope, ${kindWords[scope.kind]}`,
      accessWords[scope.access],
      scope.sensitive ? 'tagged sensitive' : '',
    ]
      .filter((part) => part !== '')
      .join(', '),
    paragraphs: [scope.title, scope.description, ...aliasesOf(scope, catalog)],
    lists: [
      { title: 'Opens these endpoints', items: endpoints.map((endpoint) => [endpointItem(endpoint, scope)]) },
      {
        title: 'Webhooks that need it',
        items: webhooksOfScope(catalog, scope.key).map(({ type, title }) => [`${type} ${title}`]),
      },
      {
        title: 'Opens data of these categories',
        items: categoriesOfScope(catalog, scope.key).map((id) => [describeCategory(id, catalog)]),
      },
    ],
    sources: sourcesOf(scope, scope.confidence),
  };
}

const kindWords = {
  public: 'open to every app',
  custom: 'granted on application',
  unknown: 'access unknown',
} as const;

const accessWords = {
  read: 'reads',
  write: 'writes',
  'read-write': 'reads and writes',
  unknown: '',
} as const;

function endpointItem({ id, scopes, scopeConfidence }: Endpoint, { key }: Scope): string {
  const others = scopes.filter((other) => other !== key);
  const alternatives = others.length > 0 ? ` (or ${others.join(' or ')})` : '';
  return `${id}${alternatives}${scopeConfidence === 'inferred' ? ' (inferred)' : ''}`;
}

function aliasesOf(scope: Scope, catalog: Catalog): readonly string[] {
  const aliases = catalog.scopeAliases.filter((row) => row.key === scope.key);
  return aliases.map(({ alias, reason }) => `Often written ${alias}: ${reason}`);
}
