import type { Catalog, Category, CategoryId, Tier } from '@leastscope/scope-catalog';

const ranks: Readonly<Record<Tier, number>> = {
  secret: 0,
  'sensitive-personal': 1,
  personal: 2,
  business: 3,
  none: 4,
};

/** The most sensitive first; of equals, as they were given. */
export function bySensitivity(catalog: Catalog, categories: readonly CategoryId[]): readonly CategoryId[] {
  const rank = (id: CategoryId): number => rankOf(catalog.categoryById.get(id));
  return [...categories].sort((a, b) => rank(a) - rank(b));
}

function rankOf(category: Category | undefined): number {
  return category === undefined ? 99 : ranks[category.tier] * 10 - category.shopifyLevel;
}
