import {
  findEndpoints,
  type Catalog,
  type Endpoint,
  type HttpMethod,
  type LegacyEndpoint,
} from '@leastscope/scope-catalog';
import type { SeenRequest } from './request.js';

/** Which operation of the platform a request is, in words that hold nothing of the request itself. */
export type PlacedRequest =
  | { readonly kind: 'endpoint'; readonly endpoint: Endpoint | LegacyEndpoint; readonly isByPath: boolean }
  /** The operation is known, at other versions: `GET /order/202612/orders`. */
  | { readonly kind: 'version'; readonly name: string; readonly endpoint: Endpoint }
  | { readonly kind: 'unknown'; readonly name: string }
  | { readonly kind: 'other-host' }
  /** No method, host or path that could be understood. */
  | { readonly kind: 'unclear' };

/** Hosts of the platform that take calls; those where people authorize an app are pages. */
export function apiHosts({ hosts }: Catalog): ReadonlySet<string> {
  return new Set(hosts.filter(({ use }) => use !== 'authorize').map(({ host }) => host));
}

const methods: ReadonlySet<string> = new Set<HttpMethod>(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']);

/** Holds a request against the catalog. Without a host only a path that the catalog has exactly is taken. */
export function placeRequest(
  { method, address, host: told }: SeenRequest,
  catalog: Catalog,
  hosts: ReadonlySet<string>,
): PlacedRequest {
  const { host, path } = split(address, told);
  if (host !== null && !hosts.has(host)) return { kind: 'other-host' };
  if (!isMethod(method) || !path.startsWith('/')) return { kind: 'unclear' };
  const placed = placePath(method, path, catalog);
  if (host !== null) return placed;
  const isSure = placed.kind === 'endpoint' && 'version' in placed.endpoint;
  return isSure ? { ...placed, isByPath: true } : { kind: 'unclear' };
}

function placePath(method: HttpMethod, path: string, catalog: Catalog): PlacedRequest {
  // In a path that was sent, a brace is a character and no hole.
  const sent = path.replaceAll('{', '%7B').replaceAll('}', '%7D');
  const match = findEndpoints(catalog, method, sent);
  const [endpoint] = match?.endpoints ?? [];
  const found = endpoint ?? match?.legacy[0];
  if (found === undefined) return { kind: 'unknown', name: `${method} ${knownWords(sent, catalog)}` };
  if (match?.fit === 'exact' || endpoint === undefined)
    return { kind: 'endpoint', endpoint: found, isByPath: false };
  return { kind: 'version', name: `${method} ${atVersionOf(sent, endpoint.path)}`, endpoint };
}

function split(
  address: string,
  told: string | null,
): { readonly host: string | null; readonly path: string } {
  const [, scheme, rest = ''] = /^(https?):\/\/(.*)$/is.exec(address) ?? [];
  if (scheme === undefined) return { host: told === null ? null : bareHost(told), path: address };
  const slash = rest.indexOf('/');
  const authority = slash < 0 ? rest : rest.slice(0, slash);
  return { host: bareHost(authority), path: slash < 0 ? '/' : rest.slice(slash) };
}

/** Without user, password and port. */
function bareHost(authority: string): string {
  return authority
    .slice(authority.lastIndexOf('@') + 1)
    .replace(/:\d+$/, '')
    .toLowerCase();
}

function isMethod(method: string): method is HttpMethod {
  return methods.has(method);
}

/** The catalog's template, with the version that was asked for. */
function atVersionOf(path: string, template: string): string {
  const version = versionIn(path);
  return version === null ? template : template.replace(/(?<=^\/[^/]+\/)\d{6}(?=\/|$)/, version);
}

function versionIn(path: string): string | null {
  return /^\/[^/]+\/(20\d\d(?:0[1-9]|1[0-2]))(?:\/|$)/.exec(path)?.[1] ?? null;
}

/** Of a path that the catalog lacks, the words that it knows; anything else could be an id, a name or a token. */
function knownWords(path: string, catalog: Catalog): string {
  const words = wordsOf(catalog);
  const version = versionIn(path);
  const parts = path.split('/').slice(1, 13);
  const shown = parts.map((part, index) => {
    if (part === '' || words.has(part) || (index === 1 && part === version)) return part;
    return '{}';
  });
  return `/${shown.join('/')}`;
}

const known = new WeakMap<Catalog, ReadonlySet<string>>();

function wordsOf(catalog: Catalog): ReadonlySet<string> {
  const before = known.get(catalog);
  if (before !== undefined) return before;
  const rows = [...catalog.endpoints, ...catalog.legacyEndpoints];
  const words = new Set(
    rows.flatMap(({ path }) => path.split('/')).filter((word) => /^[a-z_]+$/i.test(word)),
  );
  known.set(catalog, words);
  return words;
}
