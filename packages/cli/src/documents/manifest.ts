import type { Tool } from '../host/about.js';
import type {
  Analysis,
  Declaration,
  OpenCall,
  ScopeNeed,
  UnreadFile,
  Use,
  Verdict,
} from '@leastscope/analyzer';
import type { Catalog, CategoryId, EndpointId, Scope, ScopeKey } from '@leastscope/scope-catalog';
import { compareText } from '@leastscope/analyzer';
import { toSafeJson } from '../text/visible.js';

/** `scope-manifest.json`: the scopes that the code needs, and why. A claim with evidence and a catalog date. */
export interface Manifest {
  readonly schema: 1;
  readonly tool: Tool;
  readonly catalog: {
    readonly version: string;
    readonly date: string;
    readonly listed: string;
    readonly digest: string;
  };
  readonly app: ManifestApp;
  readonly scopes: readonly ManifestScope[];
  /** Requested and surely not needed. */
  readonly drop: readonly ScopeKey[];
  /** Requested and not seen to be needed, but something unresolved could need it. */
  readonly possiblyUnused: readonly ScopeKey[];
  /** Needed and not requested. */
  readonly add: readonly ScopeKey[];
  readonly unresolved: readonly Unresolved[];
  readonly coverage: { readonly resolved: number; readonly open: number; readonly unread: number };
  readonly verdict: Verdict;
}

export type ManifestApp = Pick<Declaration['app'], 'name' | 'type' | 'category' | 'markets' | 'tokens'>;

export interface ManifestScope {
  readonly key: ScopeKey;
  readonly title: string;
  readonly access: Scope['access'];
  readonly kind: Scope['kind'];
  readonly sensitive: boolean;
  readonly status: ScopeNeed['status'] | 'excepted';
  readonly endpoints: readonly EndpointId[];
  readonly callSites: readonly CallSite[];
  readonly categories: readonly CategoryId[];
  /** Other scopes that would have served, and the reason why this one was chosen. */
  readonly alternatives: readonly ScopeKey[];
  readonly reason: string;
  /** `none`: enabled by ticking it. `application`: the platform grants it case by case. */
  readonly approval: 'none' | 'application' | 'unknown';
}

export interface CallSite {
  readonly file: string;
  readonly line: number;
  readonly purpose: string | null;
}

export interface Unresolved {
  readonly file: string;
  readonly line: number | null;
  readonly reason: string;
}

export interface ManifestInput {
  readonly analysis: Analysis;
  readonly declaration: Declaration;
  readonly catalog: Catalog;
  readonly tool: Tool;
  /** The declared purpose that covers a use; null when none does. */
  readonly purposeOf: (use: Use) => string | null;
}

/** Needs written down. Nothing in it depends on the clock, the folder or the order of files. */
export function createManifest(input: ManifestInput): Manifest {
  const { analysis, declaration, catalog, tool } = input;
  const { needs } = analysis;
  const excepted = exceptedScopes(analysis);
  const scopes = [
    ...needs.scopes.filter((need) => need.state === 'needed').map((need) => scopeOf(need, input)),
    ...excepted.map((key) => exceptedScope(key, catalog)),
  ];
  return {
    schema: 1,
    tool: { name: tool.name, version: tool.version },
    catalog: {
      version: catalog.version,
      date: catalog.date,
      listed: catalog.listed,
      digest: catalog.digest,
    },
    app: appOf(declaration),
    scopes: scopes.sort((a, b) => compareText(a.key, b.key)),
    drop: (needs.difference?.drop ?? []).map(({ scope }) => scope).filter((key) => !excepted.includes(key)),
    possiblyUnused: (needs.difference?.possiblyUnused ?? []).map(({ scope }) => scope),
    add: needs.difference?.add ?? [],
    unresolved: [...needs.open.filter(isProduction).map(unresolvedCall), ...needs.unread.map(unreadFile)],
    coverage: { resolved: needs.coverage.resolved, open: needs.coverage.open, unread: needs.unread.length },
    verdict: needs.verdict,
  };
}

/** The bytes of the file. */
export function printManifest(manifest: Manifest): string {
  return toSafeJson(manifest);
}

function appOf({ app: { name, type, category, markets, tokens } }: Declaration): ManifestApp {
  return { name, type, category, markets, tokens };
}

function scopeOf(need: ScopeNeed, { catalog, purposeOf }: ManifestInput): ManifestScope {
  const endpoints = endpointsOf(need);
  return {
    ...describeScope(need.scope, catalog),
    status: need.status,
    endpoints,
    callSites: need.uses.map((use) => ({
      file: use.place.file,
      line: use.place.start.line,
      purpose: purposeOf(use),
    })),
    categories: categoriesOf(endpoints, need.webhooks, catalog),
    alternatives: need.alternatives,
    reason: need.reason,
  };
}

/** Not needed, yet kept for a while by an exception of the declaration. */
function exceptedScope(key: ScopeKey, catalog: Catalog): ManifestScope {
  return {
    ...describeScope(key, catalog),
    status: 'excepted',
    endpoints: [],
    callSites: [],
    categories: [],
    alternatives: [],
    reason: 'No call needs it; an exception in the declaration keeps it.',
  };
}

const approvals = { public: 'none', custom: 'application', unknown: 'unknown' } as const;

function describeScope(
  key: ScopeKey,
  catalog: Catalog,
): Pick<ManifestScope, 'key' | 'title' | 'access' | 'kind' | 'sensitive' | 'approval'> {
  const scope = catalog.scopeByKey.get(key);
  const kind = scope?.kind ?? 'unknown';
  return {
    key,
    title: scope?.title ?? key,
    access: scope?.access ?? 'unknown',
    kind,
    sensitive: scope?.sensitive ?? false,
    approval: approvals[kind],
  };
}

function exceptedScopes({ findings, needs }: Analysis): readonly ScopeKey[] {
  const silenced = findings
    .filter((finding) => finding.rule === 'unused-scope' && finding.suppressed?.by === 'exception')
    .map((finding) => finding.data['scope']);
  return (needs.difference?.drop ?? []).map(({ scope }) => scope).filter((key) => silenced.includes(key));
}

function endpointsOf({ uses, manual }: ScopeNeed): readonly EndpointId[] {
  const called = uses.flatMap((use) => (use.endpoint === null ? [] : [use.endpoint]));
  return sortedOnce([...called, ...manual.map((use) => use.endpoint)]);
}

/** What comes with the endpoints and webhooks that need the scope, not everything that it could open. */
function categoriesOf(
  endpoints: readonly EndpointId[],
  webhooks: readonly number[],
  catalog: Catalog,
): readonly CategoryId[] {
  const fromEndpoints = endpoints.flatMap((id) => {
    const categories = catalog.endpointById.get(id)?.categories;
    return categories === undefined
      ? []
      : [...categories.primary, ...categories.incidental, ...categories.sent];
  });
  const fromWebhooks = webhooks.flatMap((type) => catalog.webhookByType.get(type)?.categories ?? []);
  return sortedOnce([...fromEndpoints, ...fromWebhooks]);
}

function isProduction({ fileKind }: OpenCall): boolean {
  return fileKind !== 'test';
}

function unresolvedCall({ place, reason }: OpenCall): Unresolved {
  return { file: place.file, line: place.start.line, reason };
}

function unreadFile({ file, reason, place }: UnreadFile): Unresolved {
  return { file, line: place?.start.line ?? null, reason: `not read: ${reason}` };
}

function sortedOnce(items: readonly string[]): readonly string[] {
  return [...new Set(items)].sort(compareText);
}
