import type { CatalogData, CategoryId, Endpoint, Scope, ScopeKey } from '../types.js';
import type { CatalogProblem } from './problem.js';

/** Scopes and endpoints must hang together: no endpoint without, no scope for nothing, no key that is none. */
export function scopeProblems(data: CatalogData): readonly CatalogProblem[] {
  const known = new Set(data.scopes.map(({ key }) => key));
  return [
    ...data.endpoints.flatMap(missingScope),
    ...unknownScopes(data, known),
    ...familyDifferences(data.endpoints),
    ...data.scopes.flatMap((scope) => useProblems(scope, data)),
  ];
}

/** Either scopes, or a gap that says of itself that it is one. */
function missingScope({ id, scopes, scopeConfidence }: Endpoint): readonly CatalogProblem[] {
  const isGap = scopeConfidence === 'unknown' || scopeConfidence === 'not-needed';
  if (isGap === (scopes.length === 0)) return [];
  const message = isGap
    ? `It lists scopes but says ${scopeConfidence}.`
    : 'It has no scope and is not marked as a gap (scopeConfidence unknown or not-needed).';
  return [{ kind: 'endpoint-without-scope', row: `endpoint ${id}`, message }];
}

function unknownScopes(data: CatalogData, known: ReadonlySet<ScopeKey>): readonly CatalogProblem[] {
  const uses: readonly (readonly [string, readonly ScopeKey[]])[] = [
    ...data.endpoints.map((row) => [`endpoint ${row.id}`, row.scopes] as const),
    ...data.webhooks.map((row) => [`webhook ${String(row.type)}`, withLikely(row)] as const),
    ...data.scopeAliases.map((row) => [`alias ${row.alias}`, [row.key]] as const),
  ];
  return uses.flatMap(([row, keys]) =>
    keys
      .filter((key) => !known.has(key))
      .map((key) => ({ kind: 'unknown-scope', row, message: `${key} is no scope of the catalog.` }) as const),
  );
}

function withLikely(row: {
  readonly scopes: readonly ScopeKey[];
  readonly likelyScope: ScopeKey | null;
}): readonly ScopeKey[] {
  return row.likelyScope === null ? row.scopes : [...row.scopes, row.likelyScope];
}

/** All versions of an operation share its scope: the platform lists operations without version. */
function familyDifferences(endpoints: readonly Endpoint[]): readonly CatalogProblem[] {
  const first = new Map<string, Endpoint>();
  return endpoints.flatMap((endpoint) => {
    if (endpoint.scopes.length === 0) return [];
    const before = first.get(endpoint.family) ?? endpoint;
    first.set(endpoint.family, before);
    if (sameKeys(before.scopes, endpoint.scopes)) return [];
    const message = `Its scopes differ from those of ${before.id}, another version of the operation.`;
    return [{ kind: 'family-scopes-differ', row: `endpoint ${endpoint.id}`, message } as const];
  });
}

function sameKeys(a: readonly ScopeKey[], b: readonly ScopeKey[]): boolean {
  return a.length === b.length && a.every((key) => b.includes(key));
}

function useProblems(scope: Scope, data: CatalogData): readonly CatalogProblem[] {
  const endpoints = data.endpoints.filter(({ scopes }) => scopes.includes(scope.key));
  const webhooks = data.webhooks.filter(({ scopes }) => scopes.includes(scope.key));
  const row = `scope ${scope.key}`;
  const used = endpoints.length + webhooks.length > 0;
  if (used && scope.noEndpoint !== undefined) {
    return [
      { kind: 'orphan-scope', row, message: 'It is excused for opening nothing, but it opens something.' },
    ];
  }
  if (!used && scope.noEndpoint !== undefined) return [];
  if (!used) return [{ kind: 'orphan-scope', row, message: 'No endpoint and no webhook needs it.' }];
  const opened: readonly CategoryId[] = [
    ...endpoints.flatMap(({ categories }) => [...categories.primary, ...categories.incidental]),
    ...webhooks.flatMap(({ categories }) => categories),
  ];
  return opened.length > 0
    ? []
    : [{ kind: 'scope-without-category', row, message: 'It opens no category of data.' }];
}
