import type { Catalog, Category, CategoryId } from '@leastscope/scope-catalog';
import { bySensitivity } from './by-sensitivity.js';

/** More than these nobody takes in; all of them are in the finding's data. */
const mostNamed = 5;

/**
 * Categories by their titles, the most sensitive first: `buyer tax id, buyer phone and 3 more`. What exists in some
 * markets only says so, where the declaration names none of these.
 */
export function categoryNames(
  catalog: Catalog,
  categories: readonly CategoryId[],
  markets: readonly string[] = [],
): string {
  const names = bySensitivity(catalog, categories).map((id) => nameOf(catalog, id, markets));
  const left = names.length - mostNamed;
  if (left > 0) return `${names.slice(0, mostNamed).join(', ')} and ${String(left)} more`;
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

function nameOf(catalog: Catalog, id: CategoryId, markets: readonly string[]): string {
  const category = catalog.categoryById.get(id);
  if (category === undefined) return `\`${id}\``;
  return `${inSentence(category)}${limitOf(category, markets)}`;
}

/** Titles begin with a capital; within a sentence only what is one anywhere keeps it. */
function inSentence({ title }: Category): string {
  return /^[A-Z][a-z]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}

function limitOf({ markets: limit }: Category, markets: readonly string[]): string {
  const isThere = limit === undefined || limit.codes.some((code) => markets.includes(code));
  return isThere ? '' : ` (in ${limit.codes.join(', ')} only)`;
}
