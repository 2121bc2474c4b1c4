import type { CategoryId } from '@leastscope/scope-catalog';
import { isPersonal } from '../lookups/personal.js';
import type { DeclaredAs, Evidence, SeenData } from '../model/evidence.js';
import type { Declaration, DeclaredPurpose } from '../model/declaration.js';
import type { RuleContext } from '../model/judgement.js';
import { inMarkets } from './markets.js';
import { purposesOfData } from './purposes-of-data.js';
import { isValid } from './valid-purposes.js';

/** Personal data that surely arrives at an entry of the declaration. */
export interface ShownData {
  readonly id: string;
  readonly data: SeenData;
}

export function shownAt(
  kind: DeclaredAs['kind'],
  evidence: Evidence,
  context: RuleContext,
): readonly ShownData[] {
  const seen =
    kind === 'store'
      ? evidence.stores.map(({ declaredAs, written }) => ({ declaredAs, data: written }))
      : evidence.recipients.map(({ declaredAs, received }) => ({ declaredAs, data: received }));
  return [...seen, ...evidence.handOvers].flatMap(({ declaredAs, data }) =>
    declaredAs?.kind !== kind
      ? []
      : data.filter((one) => isSurelyPersonal(one, context)).map((one) => ({ id: declaredAs.id, data: one })),
  );
}

function isSurelyPersonal({ category, isCertain }: SeenData, context: RuleContext): boolean {
  return isCertain && isPersonal(context.catalog, category) && inMarkets(context, [category]).length > 0;
}

/** The purposes that own a piece of data and may have it; none where one of them holds a mistake. */
export function ownersOf(
  { at, category }: SeenData,
  declaration: Declaration,
  context: RuleContext,
): readonly DeclaredPurpose[] {
  if (declaration.incomplete.includes('purposes')) return [];
  const point = { place: at, enteredBy: null };
  const ids = purposesOfData(point, category, declaration, context.catalog, context.directives);
  const owners = declaration.purposes.filter(({ id }) => ids.includes(id));
  return owners.every((purpose) => isValid(purpose, context)) ? owners : [];
}

export function categoriesOf(shown: readonly ShownData[]): readonly CategoryId[] {
  return [...new Set(shown.map(({ data }) => data.category))].sort();
}
