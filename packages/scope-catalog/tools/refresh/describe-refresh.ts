import type { CatalogData } from '@leastscope/scope-catalog';
import { code } from '../describe/table.js';

/** What a refresh changes, as Markdown for a pull request and for the log. Empty where nothing changes. */
export function describeRefresh(
  before: CatalogData,
  after: CatalogData,
  openApiChanges: readonly string[],
  webhookLines: readonly string[],
): string {
  const known = new Map(before.endpoints.map((endpoint) => [endpoint.id, endpoint]));
  const fresh = after.endpoints.filter(({ id }) => !known.has(id));
  const list = (title: string, lines: readonly string[]): string =>
    lines.length === 0 ? '' : `### ${title}\n\n${lines.map((line) => `- ${line}`).join('\n')}\n`;
  const parts = [
    list(
      'New endpoints',
      fresh.map(
        ({ id, scopes, access, tokens, tokensBasis }) =>
          `${code(id)}: ${access === 'write' ? 'writes' : 'reads'} (judged from its name), ${
            scopes.length === 0 ? 'scope unknown' : scopes.map(code).join(' or ')
          }${tokensBasis === 'documented' ? `, takes a ${tokens.join(' or ')} token` : ''}`,
      ),
    ),
    list('What the OpenAPI set changes', openApiChanges.map(code)),
    list('Webhooks, for a person to judge', webhookLines),
  ].filter((part) => part !== '');
  if (parts.length === 0) return '';
  return [`## ${after.version}, newest source of ${after.date}\n`, ...parts].join('\n');
}

/** The newest state stands first, below the title. */
export function prependChange(log: string, change: string): string {
  const [title = '', ...rest] = log.split('\n\n');
  return change === '' ? log : `${[title.trimEnd(), change.trimEnd(), ...rest].join('\n\n').trimEnd()}\n`;
}
