import { answerOfPurpose, type CategoryId } from '@leastscope/scope-catalog';
import { answeringPlace } from '../lookups/answering-place.js';
import { resolveEndpoint } from '../lookups/resolve-endpoint.js';
import type { RuleContext } from '../model/judgement.js';

/** What each answer of a kind to one category is worth. */
const worth = { needs: 2, optional: 1, never: -1 } as const;

/**
 * Kinds of purposes by how well they fit what a file reads and calls for, the best first: of several that would take a
 * street address, the one that takes the rest of the file too.
 */
export function byFit(kinds: readonly string[], file: string, context: RuleContext): readonly string[] {
  const { catalog } = context;
  const taken = [...takenIn(file, context)];
  const fit = (kind: string): number =>
    taken.reduce((sum, category) => sum + worth[answerOfPurpose(catalog, kind, category) ?? 'never'], 0);
  return kinds.toSorted((a, b) => fit(b) - fit(a) || rarity(a) - rarity(b));
}

/** Of kinds that fit alike, those that most apps have come first. */
const usual = [
  'order_management',
  'shipping_seller',
  'customer_service',
  'inventory_sync',
  'product_listing',
  'accounting_finance',
  'returns_refunds',
  'tax_invoicing',
];

function rarity(kind: string): number {
  const place = usual.indexOf(kind);
  return place === -1 ? usual.length : place;
}

/** The categories that a file answers for, of fields that it takes and of calls. */
function takenIn(file: string, { reads, outflows, uses, catalog }: RuleContext): ReadonlySet<CategoryId> {
  const points = [...reads, ...outflows].filter(
    (point) => !point.isBeyondImports && answeringPlace(point).file === file && point.part.kind === 'field',
  );
  const calls = uses.filter(({ place }) => place.file === file);
  return new Set([
    ...points.flatMap(({ part }) => part.categories),
    ...calls.flatMap((use) => resolveEndpoint(catalog, use).endpoint?.categories.primary ?? []),
  ]);
}
