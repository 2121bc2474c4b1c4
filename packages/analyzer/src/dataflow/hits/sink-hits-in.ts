import type { Catalog } from '@leastscope/scope-catalog';
import { once } from '../../util/once.js';
import { gatherIn, hold } from '../domain/ledger.js';
import type { Together, Tracker } from '../domain/tracker.js';
import type { Keys } from './file-context.js';
import { findSinkHits } from './find-sink-hits.js';
import type { FlowHit } from './flow-hit.js';
import { findCallers } from './receiver-origins.js';

/** What leaves each of these files; as it was found before, where all that was asked for it is as it was. */
export function sinkHitsIn(
  tracker: Tracker,
  catalog: Catalog,
  files: readonly string[],
  together: Together,
): readonly FlowHit[] {
  const { ledger, found, program } = tracker;
  const changed = differences(found.together, together);
  found.together = together;
  return files.flatMap((file) => {
    const known = found.sinks.get(file);
    if (
      known !== undefined &&
      !changed.some(([set, key]) => known.asked[set].has(key)) &&
      hold(ledger, known)
    )
      return known.value;
    const { sets, asked } = createAsking(together);
    const callers = once(() => findCallers(program, [file]));
    const kept = gatherIn(ledger, file, () => findSinkHits({ tracker, catalog, file, callers, ...sets }));
    found.sinks.set(file, { ...kept, asked });
    return kept.value;
  });
}

const kinds = ['answering', 'called', 'getters', 'unknownCallbacks'] as const;

/** Keys that are in one of two and not in the other. */
function differences(
  before: Together,
  after: Together,
): readonly (readonly [kind: keyof Together, key: string])[] {
  return kinds.flatMap((kind) => [
    ...beyond(after[kind], before[kind]).map((key) => [kind, key] as const),
    ...beyond(before[kind], after[kind]).map((key) => [kind, key] as const),
  ]);
}

function beyond(some: ReadonlySet<string>, others: ReadonlySet<string>): readonly string[] {
  return [...some].filter((key) => !others.has(key));
}

/** The same sets, which remember what they were asked for. */
function createAsking(together: Together): {
  readonly sets: Readonly<Record<keyof Together, Keys>>;
  readonly asked: Together;
} {
  const asked = {
    answering: new Set<string>(),
    called: new Set<string>(),
    getters: new Set<string>(),
    unknownCallbacks: new Set<string>(),
  };
  const asking = (kind: keyof Together): Keys => ({
    has: (key) => {
      asked[kind].add(key);
      return together[kind].has(key);
    },
  });
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
