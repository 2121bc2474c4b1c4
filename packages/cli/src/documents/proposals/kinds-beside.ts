import { compareText } from '@leastscope/analyzer';
import { answerOfPurpose } from '@leastscope/scope-catalog';
import type { Catalog, CategoryId, PurposeKind } from '@leastscope/scope-catalog';

/** Kinds that an app has without a call of its own: its orders are what they need, the address or the tax id in them. */
const usual: readonly PurposeKind[] = ['shipping_seller', 'tax_invoicing'];

/** A kind, and which of the asked categories it takes. */
export interface KindBeside {
  readonly kind: PurposeKind;
  readonly takes: readonly CategoryId[];
}

/** Kinds that together take what the proposed purposes of some code never do: proposed ones first, each takes what is left. */
export function kindsBeside(
  refused: readonly CategoryId[],
  proposed: ReadonlySet<PurposeKind>,
  catalog: Catalog,
): readonly KindBeside[] {
  const order = [...[...proposed].sort(compareText), ...usual];
  let left = [...new Set(refused)];
  return order.flatMap((kind) => {
    const takes = left.filter((category) => isTaken(catalog, kind, category));
    left = left.filter((category) => !takes.includes(category));
    return takes.length === 0 ? [] : [{ kind, takes }];
  });
}

function isTaken(catalog: Catalog, kind: PurposeKind, category: CategoryId): boolean {
  const answer = answerOfPurpose(catalog, kind, category);
  return answer === 'needs' || answer === 'optional';
}
