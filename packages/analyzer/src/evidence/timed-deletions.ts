import { callsIn } from '../dataflow/deletion/reached-functions.js';
import { placeAt } from '../dataflow/deletion/deletion-effects.js';
import { deletesByAge } from './age-condition.js';
import type { EvidenceInput } from './evidence-context.js';
import { expiringIn } from './expiring-indexes.js';
import { keyOfStore, storeOfCall } from './store-of-call.js';
import { isSure, surelyReached } from './surely-reached.js';
import type { TimedDeletion } from './timed-deletion.js';
import { timedFunctions } from './timed-functions.js';

/** Deletions of everything beyond an age, always carried out by something that runs by the clock. */
export function timedDeletions(input: EvidenceInput): readonly TimedDeletion[] {
  const { program, files } = input;
  const indexes = files.flatMap((file) => expiringIn(program, file));
  const found = timedFunctions(program, files).flatMap((start) => {
    const reached = surelyReached(program, start);
    return [...reached.values()].flatMap((at) =>
      callsIn(program, at).flatMap(([site, call]): readonly TimedDeletion[] => {
        const aged = deletesByAge(input, site, call);
        if (aged === null || !isSure(program, reached, site, call)) return [];
        const store = storeOfCall(program, site, call);
        if (!store.isExact) return [];
        const place = placeAt(program, site);
        return [{ store: keyOfStore(store), after: aged.after, at: { place, note: 'deleted by age' } }];
      }),
    );
  });
  return [...indexes, ...found];
}
