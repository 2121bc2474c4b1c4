import type { Catalog, CategoryId } from '@leastscope/scope-catalog';

/** Whether a category is data of a person. */
export function isPersonal(catalog: Catalog, category: CategoryId): boolean {
  const tier = catalog.categoryById.get(category)?.tier;
  return tier === 'personal' || tier === 'sensitive-personal';
}
