import { withdrawalTypes } from '../lookups/withdrawal-types.js';
import type { RelatedPlace } from '../model/place.js';
import type { EvidenceContext } from './evidence-context.js';
import { handedOn } from './handed-on.js';
import { functionAt } from './surely-reached.js';
import type { Withdrawals } from './withdrawal-proof.js';
import { withdrawalRuns } from './withdrawal-runs.js';

/** What the declared handler does and who calls it; nothing of all that where there is none. */
export interface Handling {
  readonly deletions: readonly RelatedPlace[];
  readonly flags: readonly RelatedPlace[];
  readonly handedOn: readonly RelatedPlace[];
  readonly reachedFrom: readonly RelatedPlace[];
  readonly isOpen: boolean;
  /** The ways on which a withdrawal may come to what is deleted; null where there is no handler. */
  readonly withdrawals: Withdrawals | null;
}

const nothing: Handling = {
  deletions: [],
  flags: [],
  handedOn: [],
  reachedFrom: [],
  isOpen: false,
  withdrawals: null,
};

export function handlingOf(context: EvidenceContext): Handling {
  const { catalog, declaration, deletion, program } = context;
  if (deletion?.handler == null) return nothing;
  const handler = functionAt(program, deletion.handler);
  if (handler === null) return nothing;
  const { deletions, flags, reachedFrom, isMissed, isOpen, ways } = deletion;
  const runs = withdrawalRuns(program, handler, ways);
  const isForMany = declaration?.app.type === 'public';
  const types = withdrawalTypes(catalog, declaration?.app.tokens ?? []);
  return {
    deletions,
    flags,
    reachedFrom,
    isOpen,
    handedOn: handedOn(context, handler),
    withdrawals: { context, runs, types, isForMany, isMissed },
  };
}
