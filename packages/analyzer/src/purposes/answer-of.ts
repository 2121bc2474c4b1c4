import { answerOfPurpose, type Catalog, type CategoryId } from '@leastscope/scope-catalog';
import type { DeclaredPurpose } from '../model/declaration.js';
import { isAllowed } from './allowed-data.js';

/**
 * What the purposes of a place say of a category. `allowed`: one needs it, or declares it. `optional`: the kind of one
 * takes it once it is declared under `also`. `never`: all others.
 */
export type Answer = 'allowed' | 'optional' | 'never';

export function answerOf(
  catalog: Catalog,
  purposes: readonly DeclaredPurpose[],
  category: CategoryId,
): Answer {
  if (isAllowed(catalog, purposes, category)) return 'allowed';
  if (mayDeclare(catalog, purposes, category).length > 0) return 'optional';
  const parts = catalog.categoryById.get(category)?.holds ?? [];
  const isWhole = parts.length > 0 && parts.every((part) => answerOf(catalog, purposes, part) !== 'never');
  return isWhole ? 'optional' : 'never';
}

/** The purposes whose kind takes a category once it is declared. */
export function mayDeclare(
  catalog: Catalog,
  purposes: readonly DeclaredPurpose[],
  category: CategoryId,
): readonly DeclaredPurpose[] {
  return purposes.filter(({ kind }) => answerOfPurpose(catalog, kind, category) === 'optional');
}
