import { existsInMarkets, type CategoryId } from '@leastscope/scope-catalog';
import type { ResponsePart } from '../model/data-flow.js';
import type { RuleContext } from '../model/judgement.js';
import { personalIn, type PersonalCategory } from './personal-parts.js';

/** The markets that the app is declared for; none where it does not say. */
export function marketsOf({ declaration }: Pick<RuleContext, 'declaration'>): readonly string[] {
  return declaration?.app.markets ?? [];
}

/** Those that can come up in the markets of the app. */
export function inMarkets(
  context: Pick<RuleContext, 'catalog' | 'declaration'>,
  categories: readonly CategoryId[],
): readonly CategoryId[] {
  const markets = marketsOf(context);
  return categories.filter((category) => existsInMarkets(context.catalog, category, markets));
}

/** The personal categories of a part of a response that can come up in the markets of the app. */
export function personalHere(context: RuleContext, part: ResponsePart): readonly PersonalCategory[] {
  const markets = marketsOf(context);
  return personalIn(context.catalog, part).filter(({ category }) =>
    existsInMarkets(context.catalog, category, markets),
  );
}
