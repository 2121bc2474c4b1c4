import { answerOfPurpose, type Catalog, type CategoryId, type Endpoint } from '@leastscope/scope-catalog';
import type { DeclaredPurpose } from '../model/declaration.js';
import { isPersonal } from '../lookups/personal.js';

/**
 * Why a purpose does not cover a call. `access`: it writes. `undeclared`: its kind takes the data, once that is declared.
 * `category`: its kind never takes it.
 */
export type Refusal = 'access' | 'undeclared' | 'category';

/**
 * Null when a purpose covers a call to an endpoint. A purpose whose kind the catalog lacks refuses nothing: that is one
 * mistake of the declaration, and nothing is known of what it allows.
 */
export function refusalOf(catalog: Catalog, purpose: DeclaredPurpose, endpoint: Endpoint): Refusal | null {
  const kind = catalog.purposeByKind.get(purpose.kind);
  if (kind === undefined) return null;
  if (!allowsSomePrimary(catalog, purpose, endpoint)) {
    return undeclaredOf(catalog, purpose, endpoint).length > 0 ? 'undeclared' : 'category';
  }
  return endpoint.access === 'write' && !kind.access.includes('write') ? 'access' : null;
}

/** Whether one of the purposes covers a call to an endpoint. */
export function isCovered(
  catalog: Catalog,
  purposes: readonly DeclaredPurpose[],
  endpoint: Endpoint,
): boolean {
  return purposes.some((purpose) => refusalOf(catalog, purpose, endpoint) === null);
}

/** Whether one of the purposes allows a category; of what is composed of others (a label), they may share the parts. */
export function isAllowed(
  catalog: Catalog,
  purposes: readonly DeclaredPurpose[],
  category: CategoryId,
): boolean {
  if (purposes.some((purpose) => allowsItself(catalog, purpose, category))) return true;
  const parts = catalog.categoryById.get(category)?.holds ?? [];
  return parts.length > 0 && parts.every((part) => isAllowed(catalog, purposes, part));
}

/** What the kind of the purpose needs and what `also` adds. What the catalog calls optional has to be asked for. */
function allowsItself(catalog: Catalog, purpose: DeclaredPurpose, category: CategoryId): boolean {
  const kind = catalog.purposeByKind.get(purpose.kind);
  if (kind === undefined || kind.needs.includes(category)) return true;
  return purpose.also.some((extra) => extra.category === category) || isNobodysData(catalog, category);
}

/** The part of an endpoint's data that is about people, each category once. */
export function personalAmong(catalog: Catalog, categories: readonly CategoryId[]): readonly CategoryId[] {
  return [...new Set(categories)].filter((category) => isPersonal(catalog, category));
}

/** An endpoint without a known primary category is called for nothing that could be refused. */
function allowsSomePrimary(catalog: Catalog, purpose: DeclaredPurpose, endpoint: Endpoint): boolean {
  const { primary } = endpoint.categories;
  return primary.length === 0 || primary.some((category) => isAllowed(catalog, [purpose], category));
}

/** What the endpoint is called for that the kind of the purpose takes once it is declared. */
export function undeclaredOf(
  catalog: Catalog,
  { kind }: DeclaredPurpose,
  { categories }: Endpoint,
): readonly CategoryId[] {
  return categories.primary.filter((category) => answerOfPurpose(catalog, kind, category) === 'optional');
}

/** Category trees, enumerations and the like. */
export function isNobodysData(catalog: Catalog, category: CategoryId): boolean {
  const tier = catalog.categoryById.get(category)?.tier;
  return tier === undefined || tier === 'none';
}
