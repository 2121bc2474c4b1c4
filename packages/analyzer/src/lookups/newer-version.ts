import type { Catalog } from '@leastscope/scope-catalog';

/**
 * Whether a path names a version of the month of the catalog's last complete listing, or a later one (`/order/209901/orders`):
 * whether that exists it cannot say, however new single rows of it are.
 */
export function isNewerThanCatalog(catalog: Catalog, path: string): boolean {
  const version = /^\/[^/]+\/(\d{6})(?:\/|$)/.exec(path.trim())?.[1];
  return version !== undefined && version >= catalog.listed.slice(0, 7).replace('-', '');
}
