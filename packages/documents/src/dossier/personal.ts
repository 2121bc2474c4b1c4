import type { Catalog, CategoryId } from '@leastscope/scope-catalog';

export function isPersonal(catalog: Catalog, category: CategoryId): boolean {
  const tier = catalog.categoryById.get(category)?.tier;
  return tier === 'personal' || tier === 'sensitive-personal';
}

/** Whose data a category is, for people: `buyer`, `business contact`. */
export function subjectOf(category: CategoryId): string {
  const [owner = category] = category.split('.');
  return subjects[owner] ?? owner;
}

/** Where the category's own first word names no person. */
const subjects: Readonly<Record<string, string>> = {
  business: 'business contact',
  order: 'buyer',
  product: 'business contact',
  shipment: 'buyer',
};

export function titleOf(catalog: Catalog, category: CategoryId): string {
  return catalog.categoryById.get(category)?.title ?? category;
}
