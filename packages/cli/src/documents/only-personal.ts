import type { Needs, ResponsePart } from '@leastscope/analyzer';
import type { Catalog } from '@leastscope/scope-catalog';

/** The reads and outflows of personal data alone, of each its personal categories alone. */
export function onlyPersonal(needs: Needs, catalog: Catalog): Needs {
  const personal = <Point extends { readonly part: ResponsePart }>(
    points: readonly Point[],
  ): readonly Point[] =>
    points.flatMap((point) => {
      const categories = point.part.categories.filter((id) => isPersonal(catalog, id));
      return categories.length === 0 ? [] : [{ ...point, part: { ...point.part, categories } }];
    });
  return { ...needs, reads: personal(needs.reads), outflows: personal(needs.outflows) };
}

function isPersonal(catalog: Catalog, category: string): boolean {
  return catalog.categoryById.get(category)?.tier.endsWith('personal') === true;
}
