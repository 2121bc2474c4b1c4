import type { Principal, ScopeKey } from '@leastscope/scope-catalog';
import type { HeldSchema } from '@leastscope/scope-catalog/validate';

/** What a saved page of the platform's reference says of one endpoint: names and keys, none of its prose. */
export interface ReferencePage extends HeldSchema {
  readonly title: string;
  readonly scopes: readonly ScopeKey[];
  readonly tokens: readonly Principal[];
}

const methods: Readonly<Record<number, string>> = { 1: 'POST', 2: 'GET', 3: 'PUT', 4: 'DELETE', 5: 'PATCH' };
const principals: Readonly<Record<string, Principal>> = { '0': 'seller', '1': 'creator', '3': 'partner' };

type Json = Readonly<Record<string, unknown>>;

/** Reads one saved page, in the shapes that copies and the platform's command line tool have; null for what is no page. */
export function pageIn(json: unknown): ReferencePage | null {
  const body = recordOf(recordOf(json)['body'])['data'] ?? json;
  const detail = recordOf(recordOf(body)['detail'] ?? body);
  const meta = recordOf(detail['document_api_meta']);
  const method = methods[Number(meta['method'])];
  const path = meta['interface_path'];
  if (method === undefined || typeof path !== 'string') return null;
  return {
    endpoint: `${method} ${path}`,
    title: textOf(meta['title']),
    scopes: unique(rowsOf(meta['scope_list']).map((row) => textOf(row['scope_key']))),
    tokens: tokensIn(rowsOf(meta['request_header_param'])),
    responseFields: leavesOf(rowsOf(meta['response_param'])),
    requestFields: [
      ...placeholdersIn(path),
      ...rowsOf(meta['request_query_param']).map((row) => `query.${textOf(row['name'])}`),
      ...leavesOf(rowsOf(meta['request_body_param'])),
    ],
  };
}

/** The header's description says which kind of user the token is of. */
function tokensIn(headers: readonly Json[]): readonly Principal[] {
  const token = headers.filter(({ name }) => name === 'x-tts-access-token').map((row) => textOf(row['desc']));
  const kinds = token.flatMap((text) =>
    [...text.matchAll(/user_type\s*=\s*(\d)/g)].map(([, kind]) => kind ?? ''),
  );
  return unique(kinds.flatMap((kind) => principals[kind] ?? []));
}

/** A list in which each level is one `^` deeper: `data`, `^orders`, `^^id` is `data.orders[].id`. */
function leavesOf(rows: readonly Json[]): readonly string[] {
  const names = rows.map((row) => textOf(row['name']));
  const depths = names.map((name) => /^\^*/.exec(name)?.[0].length ?? 0);
  let above: readonly string[] = [];
  return unique(
    rows.flatMap((row, at) => {
      const depth = depths[at] ?? 0;
      const levels = textOf(row['type']).split('[]').length - 1;
      above = [...above.slice(0, depth), `${(names[at] ?? '').slice(depth)}${'[]'.repeat(levels)}`];
      return (depths[at + 1] ?? 0) > depth ? [] : [above.join('.')];
    }),
  );
}

function placeholdersIn(path: string): readonly string[] {
  return [...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => `path.${name ?? ''}`);
}

function rowsOf(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.map(recordOf) : [];
}

function recordOf(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function unique<Text extends string>(texts: readonly Text[]): readonly Text[] {
  return [...new Set(texts)].sort();
}
