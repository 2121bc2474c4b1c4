import {
  findEndpoints,
  type Catalog,
  type Endpoint,
  type HttpMethod,
  type ScopeKey,
} from '@leastscope/scope-catalog';
import type { SavedAnswer, SavedOperation } from './saved-answer.js';

/** Where the platform's own word and the catalog, or the declaration, differ. */
export interface Difference {
  readonly kind:
    | 'other-scope'
    | 'unknown-endpoint'
    | 'unknown-package'
    | 'unnamed-package'
    | 'enabled-not-declared'
    | 'declared-not-enabled';
  /** The saved file as it was given. */
  readonly file: string;
  readonly subject: string;
  readonly says: string;
}

/** A saved list of the endpoints of a package, held against the catalog. `of`: the package as the caller names it. */
export function compareList(
  file: string,
  { operations }: SavedAnswer,
  of: string | null,
  catalog: Catalog,
): readonly Difference[] {
  const told = operations.flatMap((operation): readonly Difference[] => {
    const name = of ?? operation.package;
    if (name === null)
      return [
        {
          kind: 'unnamed-package',
          file,
          subject: file,
          says: 'it does not say which package it is of: write <scope or package id>=<file>',
        },
      ];
    const scope = scopeNamed(name, catalog);
    const unknown: Difference = {
      kind: 'unknown-package',
      file,
      subject: name,
      says: 'the catalog has no such scope or package',
    };
    return [...(scope === null ? [unknown] : []), ...compareOperation(file, operation, scope, catalog)];
  });
  return told.filter(
    (one, at) => told.findIndex(({ kind, subject }) => kind === one.kind && subject === one.subject) === at,
  );
}

function scopeNamed(name: string, { scopeByKey, scopes }: Catalog): ScopeKey | null {
  if (scopeByKey.has(name)) return name;
  return scopes.find(({ packageId }) => packageId === name)?.key ?? null;
}

function compareOperation(
  file: string,
  operation: SavedOperation,
  scope: ScopeKey | null,
  catalog: Catalog,
): readonly Difference[] {
  const { method, path, title } = operation;
  const subject = path === null ? title : [method, path].filter((part) => part !== null).join(' ');
  const endpoints = endpointsMeant(operation, catalog);
  if (endpoints.length === 0)
    return [
      {
        kind: 'unknown-endpoint',
        file,
        subject,
        says: `${scope === null ? '' : `in ${scope}; `}the catalog lacks it`,
      },
    ];
  // Whatever the catalog says of its scope cannot be held against a package that it does not know.
  if (scope === null) return [];
  // Titles are not unique: one endpoint of that name under the scope is agreement.
  if (endpoints.some(({ scopes }) => scopes.includes(scope))) return [];
  const ours = [...new Set(endpoints.flatMap(({ scopes }) => scopes))];
  const says = `in ${scope}; the catalog has ${ours.length === 0 ? 'no scope' : ours.join(', ')}`;
  return [{ kind: 'other-scope', file, subject, says }];
}

/** All versions share their scope, so a list without versions says as much. */
function endpointsMeant({ method, path, title }: SavedOperation, catalog: Catalog): readonly Endpoint[] {
  if (path !== null) {
    const match = findEndpoints(catalog, method as HttpMethod | null, path);
    return match?.fit === 'exact' ? match.endpoints : [];
  }
  return catalog.endpoints.filter((endpoint) => plain(endpoint.title) === plain(title));
}

function plain(title: string): string {
  return title.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** What the console has enabled, held against what the declaration requests. */
export function compareRequested(
  file: string,
  { enabled }: SavedAnswer,
  requested: readonly ScopeKey[],
): readonly Difference[] {
  return [
    ...enabled
      .filter((scope) => !requested.includes(scope))
      .map((subject) => ({
        kind: 'enabled-not-declared' as const,
        file,
        subject,
        says: 'enabled in the console, missing in requestedScopes',
      })),
    ...requested
      .filter((scope) => !enabled.includes(scope))
      .map((subject) => ({
        kind: 'declared-not-enabled' as const,
        file,
        subject,
        says: 'in requestedScopes, not enabled in the console',
      })),
  ];
}
