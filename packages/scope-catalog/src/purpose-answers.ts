import type { Catalog, CategoryId, Purpose, PurposeKind } from './types.js';

/** What a kind of purpose says of a category of data. */
export type PurposeAnswer = 'needs' | 'optional' | 'never';

/**
 * The answer of a kind of purpose for a category: `answerOfPurpose(catalog, 'inventory_sync', 'seller.address')` is
 * `needs`. Null where the catalog lacks the kind or the category: nothing may be claimed then.
 */
export function answerOfPurpose(
  catalog: Catalog,
  kind: PurposeKind,
  category: CategoryId,
): PurposeAnswer | null {
  const purpose = catalog.purposeByKind.get(kind);
  if (purpose === undefined) return null;
  const answers = ['needs', 'optional', 'never'] as const;
  return answers.find((answer) => purpose[answer].includes(category)) ?? null;
}

/**
 * The kinds of purposes that take a category, those that need it first: what to name where a purpose never takes it.
 * `purposesTaking(catalog, 'buyer.tax_id')`. The gateway, which takes anything, comes last.
 */
export function purposesTaking(catalog: Catalog, category: CategoryId): readonly Purpose[] {
  const needing = catalog.purposes.filter(({ needs }) => needs.includes(category));
  const asking = catalog.purposes.filter(({ optional }) => optional.includes(category));
  return [...needing, ...asking].sort((a, b) => breadth(a) - breadth(b));
}

/** What may take everything says the least. */
function breadth({ never }: Purpose): number {
  return never.length === 0 ? 1 : 0;
}
