import type { Catalog, CategoryId, Confidence, Provenance, Tier } from '@leastscope/scope-catalog';

export const tierWords: Readonly<Record<Tier, string>> = {
  none: 'nobody’s data',
  business: 'business data',
  personal: 'personal data',
  'sensitive-personal': 'sensitive personal data',
  secret: 'secrets',
};

/** `buyer.contact (personal data)`. */
export function describeCategory(id: CategoryId, catalog: Catalog): string {
  const category = catalog.categoryById.get(id);
  return category === undefined ? id : `${id} (${tierWords[category.tier]})`;
}

/** How sure a row is and as of when, then what it rests on, a line each. */
export function sourcesOf({ source, date }: Provenance, confidence?: Confidence): readonly string[] {
  return [[confidence ?? 'our reading', date].join(', '), ...source.split(' | ')];
}
