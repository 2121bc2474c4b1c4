import { platformPaths, type Catalog } from '@leastscope/scope-catalog';

/**
 * Whether a path names a version of the month of the catalog's last complete listing, or a later one (`/order/209901/orders`):
 * whether that exists it cannot say, however new single rows of it are. Of versions that tell no month nothing is said.
 */
export function isNewerThanCatalog(catalog: Catalog, path: string): boolean {
  const version = platformPaths(catalog).versionIn(path.trim());
  if (version === null || catalog.platform.paths.versionTells !== 'month') return false;
  return version >= catalog.listed.slice(0, 7).replace('-', '');
}
