import type { DeclaredEvidence } from '../model/declaration.js';
import type { RuleContext } from '../model/judgement.js';
import type { Place } from '../model/place.js';
import { isAllFollowed } from './is-all-followed.js';

export interface BindingOfNothing {
  /** `storage` or `recipients`, and which of them. */
  readonly key: string;
  /** What it is bound to. */
  readonly names: readonly string[];
  readonly place: Place;
}

/** Stores and recipients that are bound to something in the code by which no personal data is seen to arrive. */
export function bindingsOfNothing(
  { recipients, storage }: DeclaredEvidence,
  context: Pick<RuleContext, 'evidence' | 'needs' | 'uses'>,
): readonly BindingOfNothing[] {
  const { evidence } = context;
  if (evidence === null || context.uses.length === 0 || !isAllFollowed(context)) return [];
  const seen = [...evidence.stores, ...evidence.recipients, ...evidence.handOvers];
  const isSeen = (kind: 'store' | 'recipient', id: string): boolean =>
    seen.some(({ declaredAs }) => declaredAs?.kind === kind && declaredAs.id === id);
  return [
    ...recipients
      .filter(({ id }) => !isSeen('recipient', id))
      .map(({ code, hosts, id, packages, place }) => ({
        key: `recipients.${id}`,
        names: [...hosts, ...packages, ...code],
        place,
      })),
    ...storage
      .filter(({ id }) => !isSeen('store', id))
      .map(({ code, id, place }) => ({ key: `storage.${id}`, names: code, place })),
  ].filter(({ names }) => names.length > 0);
}
