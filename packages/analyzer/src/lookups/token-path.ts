import type { Catalog } from '@leastscope/scope-catalog';

/** The paths that tokens are asked for by; no scope has to do with them. */
export function tokenEndpoints(catalog: Catalog): readonly string[] {
  return catalog.endpoints.filter(({ host }) => host === 'auth').map(({ id }) => id);
}

/** Whether a path lies where tokens are asked for (`/api/v2/token/…`), be it known or not. */
export function isTokenPath(catalog: Catalog, path: string): boolean {
  const tokens = catalog.endpoints.filter(({ host }) => host === 'auth');
  return tokens.some((endpoint) => path.trim().startsWith(folderOf(endpoint.path)));
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}
