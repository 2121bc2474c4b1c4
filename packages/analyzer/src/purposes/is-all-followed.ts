import type { RuleContext } from '../model/judgement.js';

/** Whether nothing stayed open, so that what is not seen is not there as far as this code goes. */
export function isAllFollowed({ evidence, needs }: Pick<RuleContext, 'evidence' | 'needs'>): boolean {
  if (evidence === null || needs.open.length + needs.unread.length > 0) return false;
  return evidence.handOvers.every(({ declaredAs }) => declaredAs !== null);
}
