import type { Category, CategoryId } from '@leastscope/scope-catalog';
import {
  addedCategories,
  categoryDate,
  categoryDefinitions,
  categoryMarkets,
  categoryNotes,
  categorySource,
  compositeHolds,
} from './corrections/categories.js';
import type { AddedCategory } from './corrections/categories.js';
import { compareText } from './family.js';
import { cell, oneOf } from './read-table.js';
import type { Row } from './read-table.js';

const tiers = ['none', 'business', 'personal', 'sensitive-personal', 'secret'] as const;
const levels = { '0': 0, '1': 1, '2': 2 } as const;

export function buildCategories(rows: readonly Row[]): readonly Category[] {
  return [...rows.map(categoryOf), ...addedCategories.map(addedCategory)].sort((a, b) =>
    compareText(a.id, b.id),
  );
}

function categoryOf(row: Row): Category {
  const id: CategoryId = cell(row, 'id');
  return {
    id,
    title: cell(row, 'title'),
    definition: categoryDefinitions[id] ?? cell(row, 'definition'),
    tier: oneOf(tiers, cell(row, 'tier')),
    fideslangKey: cell(row, 'fideslang_key'),
    dpvTerm: cell(row, 'dpv_term'),
    shopifyLevel: levels[oneOf(['0', '1', '2'], cell(row, 'shopify_level'))],
    ...judgedParts(id),
    source: categorySource,
    date: categoryDate,
  };
}

function addedCategory(row: AddedCategory): Category {
  const { id, title, definition, tier, fideslangKey, dpvTerm, shopifyLevel, source, date } = row;
  const vocabulary = { fideslangKey, dpvTerm, shopifyLevel };
  return { id, title, definition, tier, ...vocabulary, ...judgedParts(id), source, date };
}

function judgedParts(id: CategoryId): Pick<Category, 'holds' | 'notes' | 'markets'> {
  const markets = categoryMarkets[id];
  return {
    holds: compositeHolds[id] ?? [],
    notes: categoryNotes[id] ?? '',
    ...(markets === undefined ? {} : { markets }),
  };
}
