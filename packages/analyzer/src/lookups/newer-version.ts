import type { Catalog } from '@leastscope/scope-catalog';

/** Whether a path names a version of after the catalog was made (`/order/209901/orders`): of that it can say nothing. */
export function isNewerThanCatalog(catalog: Catalog, path: string): boolean {
  const version = /^\/[^/]+\/(\d{6})(?:\/|$)/.exec(path.trim())?.[1];
  return version !== undefined && version > catalog.date.slice(0, 7).replace('-', '');
}
