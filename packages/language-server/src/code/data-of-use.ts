import { isPersonal, narrowerWays, pointsOf, takenOf, type Use } from '@leastscope/analyzer';
import type { Alternative, CategoryId, Endpoint } from '@leastscope/scope-catalog';
import type { View } from '../model/view.js';

/** The personal data of one call: what comes, what is used of it, and whether it comes with less. */
export interface DataOfUse {
  readonly brings: readonly CategoryId[];
  readonly sends: readonly CategoryId[];
  readonly reads: readonly CategoryId[];
  /** Something of the answer goes where it cannot be followed, so more may be read. */
  readonly isOpen: boolean;
  readonly ways: readonly Alternative[];
}

export function dataOfUse(view: View, use: Use, endpoint: Endpoint): DataOfUse {
  const { catalog } = view.engine;
  const { primary, incidental, sent } = endpoint.categories;
  const here = pointsOf(view.analysis.needs, use.endpoint ?? endpoint.id, [use.place]);
  const taken = takenOf(catalog, here);
  const personal = (all: readonly CategoryId[]): readonly CategoryId[] =>
    [...new Set(all)].filter((category) => isPersonal(catalog, category)).sort();
  return {
    brings: personal([...primary, ...incidental]),
    sends: personal(sent),
    reads: personal(here.flatMap(({ part }) => (part.kind === 'field' ? part.categories : []))),
    isOpen: taken.isOpen,
    ways: narrowerWays(catalog, endpoint.id, taken, [use]),
  };
}
