import { fieldsOf } from '@leastscope/scope-catalog';
import type { Alternative, Catalog, CategoryId, EndpointId } from '@leastscope/scope-catalog';
import { groupBy, type Several } from '../util/group-by.js';
import { personalAmong, isCovered } from './allowed-data.js';
import type { RuleContext } from '../model/judgement.js';
import { familyOf } from './endpoint-family.js';
import { judgedUses } from './judged-uses.js';
import { inMarkets } from './markets.js';
import type { JudgedUse } from './judged-uses.js';
import { narrowerWays, pointsOf, takenOf } from './taken-data.js';
import { oncePer } from '../util/once-per.js';

/** Calls of one endpoint for the same purposes, none of whose personal data is read. */
export interface Unread {
  readonly uses: Several<JudgedUse>;
  readonly personal: readonly CategoryId[];
  /** What is read instead. */
  readonly paths: readonly string[];
  /** Narrower ways that carry all of it; at least one. */
  readonly ways: readonly Alternative[];
}

/**
 * Calls whose personal data nothing reads, though less would do. An absence, so it is claimed only where all code could be read and followed:
 * no open call, no file unread, no use elsewhere, no record that left whole.
 */
export const findUnread = oncePer((context: RuleContext): readonly Unread[] => {
  const { declaration, needs, open } = context;
  if (declaration === null || open.length > 0 || needs.unread.length > 0) return [];
  const elsewhere = new Set(
    declaration.manualUsage.map(({ endpoint }) => familyOf(context.catalog, endpoint)),
  );
  const judged = judgedUses(context).filter(
    (use) => isDecidable(use, context) && !elsewhere.has(familyOf(context.catalog, use.endpoint.id)),
  );
  return [...groupBy(judged, groupOfUse).values()].flatMap((uses) => unreadIn(uses, context));
});

/** One endpoint and one set of purposes. */
export function groupOfUse({ endpoint, owners }: JudgedUse): string {
  return [endpoint.id, ...owners.map((purpose) => purpose.id)].join('\n');
}

/**
 * Reads of this very version, whose fields the catalog has from a source of their own. Whoever writes did not call for
 * the answer.
 */
function isDecidable({ use, endpoint, owners }: JudgedUse, { catalog }: RuleContext): boolean {
  const basis = endpoint.categoriesBasis ?? 'fields';
  return (
    use.fit === 'exact' &&
    basis === 'fields' &&
    endpoint.access === 'read' &&
    isCovered(catalog, owners, endpoint)
  );
}

function unreadIn(uses: Several<JudgedUse>, context: RuleContext): readonly Unread[] {
  const { catalog } = context;
  const [{ endpoint }] = uses;
  const { primary, incidental } = endpoint.categories;
  const personal = inMarkets(context, personalAmong(catalog, [...primary, ...incidental]));
  const calls = uses.map(({ use }) => use.place);
  const taken = takenOf(catalog, pointsOf(context, endpoint.id, calls));
  // Where nothing at all is seen to be taken, more likely the answer was lost sight of.
  if (taken.isOpen || taken.paths.length === 0 || personal.length === 0) return [];
  if (taken.categories.some((category) => personal.includes(category))) return [];
  if (!personal.every((category) => isLocated(catalog, endpoint.id, category))) return [];
  const ways = narrowerWays(
    catalog,
    endpoint.id,
    taken,
    uses.map(({ use }) => use),
  );
  // Whoever takes only what is needed, of the only answer that has it, has nothing left to do.
  if (ways.length === 0) return [];
  return [{ uses, personal, paths: taken.paths, ways }];
}

/** Data that the catalog knows of without knowing in which field it stands may be in any that is read. */
function isLocated(catalog: Catalog, endpoint: EndpointId, category: CategoryId): boolean {
  return fieldsOf(catalog, endpoint).some(
    (field) => field.direction === 'response' && field.category === category,
  );
}
