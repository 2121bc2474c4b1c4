import type { ScopeKey } from '@leastscope/scope-catalog';
import { sdkNameOf } from '@leastscope/scope-catalog';
import type { HttpMethod } from '@leastscope/scope-catalog';
import { versionOf } from '../family.js';
import type { Row } from '../read-table.js';

/** An operation that a source names, as far as it tells. */
export interface NamedOperation {
  readonly method: string;
  readonly path: string;
  readonly title: string;
  /** Empty where the source is silent. */
  readonly scopes: readonly ScopeKey[];
  /** What the row names as its source, with its date. */
  readonly source: string;
}

/**
 * Rows of the table of endpoints for operations that it lacks. A scope is taken only where the source says it: nobody's guess
 * becomes a finding. Reading or writing is judged from the name, and is for a person to look at.
 */
export function newEndpointRows(
  known: readonly Row[],
  operations: readonly NamedOperation[],
): readonly Row[] {
  const ids = new Set(known.map((row) => `${row['method'] ?? ''} ${row['path'] ?? ''}`));
  return mergeOperations(operations)
    .filter(({ method, path }) => !ids.has(`${method} ${path}`))
    .map((operation) => rowOf(operation, groupOf(operation.path, known)));
}

/** What several sources say of one operation, put together. */
function mergeOperations(operations: readonly NamedOperation[]): readonly NamedOperation[] {
  const byId = new Map<string, NamedOperation>();
  for (const operation of operations) {
    const id = `${operation.method} ${operation.path}`;
    const before = byId.get(id);
    byId.set(id, before === undefined ? operation : joined(before, operation));
  }
  return [...byId.values()];
}

function joined(a: NamedOperation, b: NamedOperation): NamedOperation {
  return {
    ...a,
    scopes: [...new Set([...a.scopes, ...b.scopes])],
    source: [...new Set([a.source, b.source])].join(' | '),
  };
}

function rowOf({ method, path, title, scopes, source }: NamedOperation, group: string): Row {
  const sdk = sdkNameOf(method as HttpMethod, path);
  return {
    method,
    path,
    version: versionOf(path) ?? '',
    group,
    operation: clean(title),
    sdk_class: sdk?.className ?? '',
    sdk_method: sdk?.method ?? '',
    scopes: [...scopes].sort().join(';'),
    scope_confidence: scopes.length > 0 ? 'documented' : 'unknown',
    access: accessOf(method, path),
    status: 'current',
    replaced_by: '',
    source: clean(source),
  };
}

const readingWords = /(^|[/_-])(search|list|query|get|check|calculate|preview|statistics)($|[/_-])/;

function accessOf(method: string, path: string): 'read' | 'write' {
  if (method === 'GET') return 'read';
  return method === 'POST' && readingWords.test(path.split('/').at(-1) ?? '') ? 'read' : 'write';
}

/** The group that the other endpoints of the module are in; a module of its own is its own group. */
function groupOf(path: string, known: readonly Row[]): string {
  const module = path.split('/')[1] ?? '';
  const sibling = known.find((row) => row['path']?.startsWith(`/${module}/`));
  return sibling?.['group'] ?? module.replaceAll('_', ' ').replace(/^./, (letter) => letter.toUpperCase());
}

/** One cell of a table: no tabs, no lines. */
function clean(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
