import type { Catalog, CategoryId } from '@leastscope/scope-catalog';

/** Whether a list of categories promises another one: by name, as a part of one of them, or by all of its parts. */
export function isPromised(
  category: CategoryId,
  promised: readonly CategoryId[],
  { categoryById }: Pick<Catalog, 'categoryById'>,
): boolean {
  const all = new Set(promised.flatMap((id) => [id, ...(categoryById.get(id)?.holds ?? [])]));
  const parts = categoryById.get(category)?.holds ?? [];
  return all.has(category) || (parts.length > 0 && parts.every((part) => all.has(part)));
}
