import { readFileSync, writeFileSync } from 'node:fs';
import { openApiTable, writeOperations } from '../openapi-table.js';
import type { Operation } from '../openapi.js';
import type { ReferencePage } from '../pages/page.js';
import { readTable } from '../read-table.js';
import type { Row } from '../read-table.js';
import { addedEndpoints } from '../corrections/added-endpoints.js';
import { newEndpointRows, type NamedOperation } from './new-endpoints.js';

/** What is newer than the tables. */
export interface NewerSources {
  /** Null where no OpenAPI set was given: the table of it stays. */
  readonly openApi: { readonly operations: readonly Operation[]; readonly source: string } | null;
  readonly pages: { readonly pages: readonly ReferencePage[]; readonly source: string };
}

/**
 * Takes the names over and appends a row for each operation that the tables lack, and whose token it takes where a page says so.
 * Gives the ids of the new rows.
 */
export function refreshSources(sources: URL, { openApi, pages }: NewerSources): readonly string[] {
  const known = [
    ...readTable(sources, 'endpoints'),
    ...addedEndpoints.map(({ method, path, group }) => ({ method, path, group })),
  ];
  const named: readonly NamedOperation[] = [
    ...pages.pages.map(({ endpoint, title, scopes }) => {
      const [method = '', path = ''] = endpoint.split(' ');
      return { method, path, title, scopes, source: pages.source };
    }),
    ...(openApi?.operations ?? []).map(({ method, path, operation }) => ({
      method,
      path,
      title: operation,
      scopes: [],
      source: openApi?.source ?? '',
    })),
  ];
  const rows = newEndpointRows(known, named);
  append(sources, 'endpoints', rows);
  append(sources, 'endpoint_auth', newTokenRows(readTable(sources, 'endpoint_auth'), pages));
  if (openApi !== null) writeFileSync(new URL(openApiTable, sources), writeOperations(openApi.operations));
  return rows.map((row) => `${row['method'] ?? ''} ${row['path'] ?? ''}`);
}

/** Rows for endpoints of which nobody had said whose token they take. */
function newTokenRows(known: readonly Row[], { pages, source }: NewerSources['pages']): readonly Row[] {
  const ids = new Set(known.map((row) => `${row['method'] ?? ''} ${row['path'] ?? ''}`));
  return pages
    .filter(({ endpoint, tokens }) => tokens.length > 0 && !ids.has(endpoint))
    .map(({ endpoint, title, tokens }) => {
      const [method = '', path = ''] = endpoint.split(' ');
      const operation = title.replace(/\s+/g, ' ').trim();
      return { method, path, operation, token_user_type: tokens.join(';'), source };
    });
}

/** What is there stays, byte for byte. */
function append(sources: URL, name: string, rows: readonly Row[]): void {
  const table = new URL(`${name}.tsv`, sources);
  const text = readFileSync(table, 'utf8');
  const columns = (text.split('\n')[0] ?? '').split('\t');
  const lines = rows.map((row) => columns.map((column) => row[column] ?? '').join('\t'));
  writeFileSync(table, `${[text.trimEnd(), ...lines].join('\n')}\n`);
}
