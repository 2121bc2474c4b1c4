import { purposesTaking, type Catalog, type CategoryId } from '@leastscope/scope-catalog';
import type { DeclaredPurpose } from '../../model/declaration.js';
import type { RuleContext } from '../../model/judgement.js';
import { mayDeclare } from '../../purposes/answer-of.js';
import { categoryNames } from '../../purposes/category-names.js';
import { byFit } from '../../purposes/fit-of-kind.js';
import { marketsOf } from '../../purposes/markets.js';
import { listOf } from './list-of.js';

/** What to do about a category that no purpose allows, and the purposes that may declare it. */
export interface Remedy {
  readonly remedy: string;
  readonly asked: readonly string[];
}

/**
 * Where the kind of a purpose takes the category once it is declared: the line to write. Where none ever does: the kinds
 * that would, since what needs it is a purpose of its own.
 */
export function remedyFor(
  category: CategoryId,
  owners: readonly DeclaredPurpose[],
  context: RuleContext,
  file: string,
): Remedy {
  const { catalog } = context;
  const asked = mayDeclare(catalog, owners, category).map(({ id }) => id);
  if (asked.length > 0) {
    return {
      asked,
      remedy: `If ${listOf(asked)} needs it, declare it there: ${alsoLine(category)}. If not, drop it.`,
    };
  }
  const parts = (catalog.categoryById.get(category)?.holds ?? []).filter(
    (part) => mayDeclare(catalog, owners, part).length > 0,
  );
  if (parts.length > 0) {
    const able = owners.filter((purpose) =>
      parts.some((part) => mayDeclare(catalog, [purpose], part).length > 0),
    );
    const ids = able.map(({ id }) => id);
    const lines = parts.map(alsoLine).join(' and ');
    return {
      asked: ids,
      remedy: `If ${listOf(ids)} needs it, declare what it holds there: ${lines}. If not, drop it.`,
    };
  }
  return { asked: owners.map(({ id }) => id), remedy: `Drop it, or ${ownPurpose(category, context, file)}.` };
}

/** `also: [{ category: buyer.name, because: … }]` */
export function alsoLine(category: CategoryId): string {
  return alsoLineOf([category]);
}

export function alsoLineOf(categories: readonly CategoryId[]): string {
  const items = categories.map((category) => `{ category: ${category}, because: … }`);
  return `\`also: [${items.join(', ')}]\``;
}

function ownPurpose(category: CategoryId, context: RuleContext, file: string): string {
  const { catalog, declaration } = context;
  const declared = (declaration?.purposes ?? []).filter(({ also }) =>
    also.some((extra) => extra.category === category),
  );
  if (declared.length > 0)
    return `move it into code of ${listOf(declared.map(({ id }) => id))}, which declares it`;
  const kinds = byFit(kindsTaking(category, catalog), file, context);
  const code = 'declare a purpose of its own for the code that needs it';
  return kinds.length === 0
    ? code
    : `${code}: ${categoryNames(catalog, [category], marketsOf(context))} belongs to purposes of kind ${listOf(kinds)}`;
}

/** Kinds that cannot do without it; where none is, kinds that may declare it. */
export function kindsTaking(category: CategoryId, catalog: Catalog): readonly string[] {
  const taking = purposesTaking(catalog, category);
  const needing = taking.filter(({ needs }) => needs.includes(category));
  return (needing.length > 0 ? needing : taking).map(({ kind }) => kind);
}

export function compositionOf(category: CategoryId, context: RuleContext): string {
  const { catalog } = context;
  const parts = catalog.categoryById.get(category)?.holds ?? [];
  return parts.length === 0 ? '' : ` This one may hold ${categoryNames(catalog, parts, marketsOf(context))}.`;
}
