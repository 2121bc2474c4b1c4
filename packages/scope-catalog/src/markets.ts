import type { Catalog, CategoryId } from './types.js';

/**
 * Whether data of a category can come up for an app of these markets (country codes, in any case). Where no market is
 * declared anything can, and so can a category without limits: `existsInMarkets(catalog, 'buyer.tax_id', ['US'])` is
 * false, since the platform has tax ids of buyers in Brazil alone.
 */
export function existsInMarkets(catalog: Catalog, category: CategoryId, markets: readonly string[]): boolean {
  const limit = catalog.categoryById.get(category)?.markets;
  if (limit === undefined || markets.length === 0) return true;
  return markets.some((market) => limit.codes.includes(market.trim().toUpperCase()));
}
