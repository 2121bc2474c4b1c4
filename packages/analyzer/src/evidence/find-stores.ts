import { groupBy } from '../util/group-by.js';
import type { SeenStore } from '../model/evidence.js';
import type { EvidenceContext } from './evidence-context.js';
import { seenDataOf } from './seen-data.js';
import { handlingOf } from './handling.js';
import { storeDeletion } from './store-deletion.js';
import { timedDeletions } from './timed-deletions.js';
import { keyOfStore, storeOfCall } from './store-of-call.js';

/** Places where data is kept, each once, with all that is seen to be written into it, and what deletes it there. */
export function findStores(context: EvidenceContext): readonly SeenStore[] {
  const known = { handling: handlingOf(context), timed: timedDeletions(context) };
  const stored = context.taken
    .filter(({ outflow }) => outflow.to === 'stored')
    .map((taken) => ({ taken, store: storeOfCall(context.program, taken.site, taken.call) }));
  return [...groupBy(stored, ({ store }) => keyOfStore(store)).values()].flatMap((group) => {
    const [first] = group;
    const written = seenDataOf(group.map(({ taken }) => taken.outflow));
    if (written.length === 0) return [];
    const { name, kind } = first.store;
    const texts = [name, ...group.map(({ taken }) => taken.call.calleeText)];
    return [
      {
        name,
        kind,
        declaredAs: context.binding.store({ texts }),
        written,
        deletion: storeDeletion({
          ...known,
          context,
          store: first.store,
          taken: group.map(({ taken }) => taken),
        }),
      },
    ];
  });
}
