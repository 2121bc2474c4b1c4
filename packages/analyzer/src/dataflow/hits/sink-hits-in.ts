import type { Catalog } from '@leastscope/scope-catalog';
import { once } from '../../util/once.js';
import { gather, isAllCurrent } from '../domain/ledger.js';
import type { Asked, Tracker } from '../domain/tracker.js';
import type { FileContext, Keys } from './file-context.js';
import { findSinkHits } from './find-sink-hits.js';
import type { FlowHit } from './flow-hit.js';
import { findCallers } from './receiver-origins.js';

/** Sets that all files make together. */
export type Together = Pick<FileContext, 'answering' | 'called' | 'getters' | 'unknownCallbacks'>;

/** What leaves a file; as it was found before, where all that was asked for it is as it was. */
export function sinkHitsIn(
  tracker: Tracker,
  catalog: Catalog,
  file: string,
  together: Together,
): readonly FlowHit[] {
  const { ledger, found } = tracker;
  const known = found.sinks.get(file);
  if (known !== undefined && isAllCurrent(ledger, known) && isSame(known.asked, together)) return known.value;
  const asking = createAsking(together);
  const callers = once(() => findCallers(tracker.program, [file]));
  const kept = gather(ledger, () => findSinkHits({ tracker, catalog, file, callers, ...asking.sets }));
  found.sinks.set(file, { ...kept, asked: asking.asked });
  return kept.value;
}

function isSame(asked: Asked, together: Together): boolean {
  for (const [set, answers] of asked)
    for (const [key, isIn] of answers) if (together[set].has(key) !== isIn) return false;
  return true;
}

/** The same sets, which remember what they were asked. */
function createAsking(together: Together): { readonly sets: Together; readonly asked: Asked } {
  const asked = new Map<keyof Together, Map<string, boolean>>();
  const asking = (set: keyof Together): Keys => {
    const answers = new Map<string, boolean>();
    asked.set(set, answers);
    return {
      has: (key) => {
        const isIn = together[set].has(key);
        answers.set(key, isIn);
        return isIn;
      },
    };
  };
  return {
    sets: {
      answering: asking('answering'),
      called: asking('called'),
      getters: asking('getters'),
      unknownCallbacks: asking('unknownCallbacks'),
    },
    asked,
  };
}
