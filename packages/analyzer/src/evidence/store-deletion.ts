import { keyOfPlace } from '../lookups/places.js';
import { placeOf } from '../lookups/place-of.js';
import type { StoreDeletion } from '../model/evidence.js';
import type { CallFact } from '../model/facts.js';
import type { Place, RelatedPlace } from '../model/place.js';
import type { CallSite } from '../model/program.js';
import type { EvidenceContext } from './evidence-context.js';
import { deletesAll, deletesSoftly } from './deleting-call.js';
import { keyOfStore, storeOfCall, type NamedStore } from './store-of-call.js';

/** What the declared handler does with one store. Whatever is not surely a deletion of it is called something less. */
export function storeDeletion(context: EvidenceContext, store: NamedStore): StoreDeletion {
  const { deletion } = context;
  const none = { at: [], reachedFrom: deletion?.reachedFrom ?? [], after: null, reason: null };
  if (deletion?.handler == null) return { ...none, verdict: 'not-seen', reachedFrom: [] };
  const deleted = deletion.deletions.filter((seen) => isOf(context, seen, store));
  const whole = deleted.filter((seen) => isWhole(context, seen));
  const flagged = [...deletion.flags, ...deleted].filter(
    (seen) => isOf(context, seen, store) && !whole.includes(seen),
  );
  if (whole.length > 0)
    return { ...none, at: whole, verdict: deletion.reachedFrom.length > 0 ? 'erased' : 'no-entry-point' };
  const partly = deleted.filter((seen) => !isSoft(context, seen));
  if (partly.length > 0)
    return {
      ...none,
      at: partly,
      verdict: 'not-known',
      reason: 'the deletion may take only some of what is kept',
    };
  if (flagged.length > 0) return { ...none, at: flagged, verdict: 'flagged' };
  if (!store.isExact && deletion.deletions.length > 0)
    return { ...none, verdict: 'not-known', reason: 'which store the code writes to is not known' };
  return deletion.isOpen
    ? { ...none, verdict: 'not-known', reason: 'the handler calls what cannot be seen into' }
    : { ...none, verdict: 'not-seen' };
}

function isOf(context: EvidenceContext, { place }: RelatedPlace, store: NamedStore): boolean {
  const found = callAt(context, place);
  if (found === null || !store.isExact) return false;
  const deleted = storeOfCall(context, ...found);
  return deleted.isExact && keyOfStore(deleted) === keyOfStore(store);
}

function isWhole(context: EvidenceContext, { place }: RelatedPlace): boolean {
  const found = callAt(context, place);
  return found !== null && deletesAll(context, ...found);
}

function isSoft(context: EvidenceContext, { place }: RelatedPlace): boolean {
  const found = callAt(context, place);
  return found !== null && deletesSoftly(found[1]);
}

/** The call whose callee stands at a place. */
function callAt({ program }: EvidenceContext, place: Place): readonly [CallSite, CallFact] | null {
  const facts = program.facts(place.file);
  const index =
    facts?.calls.findIndex(
      ({ calleeSpan }) => keyOfPlace(placeOf(place.file, facts.lineStarts, calleeSpan)) === keyOfPlace(place),
    ) ?? -1;
  const call = facts?.calls[index];
  return call === undefined ? null : [{ file: place.file, call: index }, call];
}
