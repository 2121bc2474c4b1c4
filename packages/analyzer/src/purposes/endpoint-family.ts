import { platformPaths, type Catalog } from '@leastscope/scope-catalog';
import { unnamedHoles } from '../lookups/unnamed-holes.js';

/** `GET /order/202507/orders/{order_id}` without version and parameter names: all versions share their scope. */
export function familyOf(catalog: Catalog, endpoint: string): string {
  const [method = '', path = ''] = endpoint.trim().split(/\s+/);
  const { versionIn, withVersion } = platformPaths(catalog);
  const family = versionIn(path) === null ? path : withVersion(path, null);
  return unnamedHoles(`${method} ${family}`);
}
