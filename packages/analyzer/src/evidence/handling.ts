import type { FunctionAt } from '../dataflow/deletion/reached-functions.js';
import type { RelatedPlace } from '../model/place.js';
import { callAt } from './call-at.js';
import type { EvidenceContext } from './evidence-context.js';
import { handedOn } from './handed-on.js';
import { isConditional } from './is-conditional.js';
import { functionAt, surelyReached } from './surely-reached.js';

/** What the declared handler does and who calls it; nothing of all that where there is none. */
export interface Handling {
  readonly deletions: readonly RelatedPlace[];
  readonly flags: readonly RelatedPlace[];
  readonly handedOn: readonly RelatedPlace[];
  readonly reachedFrom: readonly RelatedPlace[];
  readonly isOpen: boolean;
  /** Functions that always run when the handler does; null where there is no handler. */
  readonly reached: ReadonlyMap<string, FunctionAt> | null;
  /** Some place calls it for every withdrawal, whatever else the webhook says. */
  readonly isAlwaysCalled: boolean;
}

const nothing: Handling = {
  deletions: [],
  flags: [],
  handedOn: [],
  reachedFrom: [],
  isOpen: false,
  reached: null,
  isAlwaysCalled: false,
};

export function handlingOf(context: EvidenceContext): Handling {
  const { deletion, program } = context;
  if (deletion?.handler == null) return nothing;
  const handler = functionAt(program, deletion.handler);
  if (handler === null) return nothing;
  const { deletions, flags, reachedFrom, isOpen } = deletion;
  return {
    deletions,
    flags,
    reachedFrom,
    isOpen,
    handedOn: handedOn(context, handler),
    reached: surelyReached(program, handler),
    isAlwaysCalled: reachedFrom.some((one) => !isCalledSometimes(context, one)),
  };
}

function isCalledSometimes({ program }: EvidenceContext, { place }: RelatedPlace): boolean {
  const found = callAt(program, place);
  const facts = found === null ? null : program.facts(place.file);
  return found !== null && facts !== null && isConditional(facts, found[1]);
}
