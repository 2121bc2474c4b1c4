import { isCounted } from '../lookups/counted.js';
import type { Coverage, Needs } from '../model/needs.js';
import type { Place } from '../model/place.js';

/** What the host counted on the way. */
export interface Counts {
  readonly filesListed: number;
  readonly filesRead: number;
}

export interface CoverageInput extends Pick<Needs, 'uses' | 'open' | 'unreached' | 'unread'> {
  readonly counts: Counts;
  readonly includeTests: boolean;
}

/** Calls, not uses: a call that could be two endpoints is one call, and it is open. */
export function measureCoverage(input: CoverageInput): Coverage {
  const counted = input.uses.filter((use) => isCounted(use.fileKind, input.includeTests));
  const openCalls = input.open.filter((call) => isCounted(call.fileKind, input.includeTests));
  const undecided = counted.filter((use) => use.state === 'possibly-needed');
  const open = callsAt([...openCalls, ...undecided].map((call) => call.place));
  const settled = callsAt(counted.map((use) => use.place));
  return {
    resolved: [...settled].filter((call) => !open.has(call)).length,
    open: open.size,
    unreached: input.unreached.length,
    inTests: callsAt(input.uses.filter((use) => use.fileKind === 'test').map((use) => use.place)).size,
    filesListed: input.counts.filesListed,
    filesRead: input.counts.filesRead,
    filesUnread: input.unread.length,
  };
}

function callsAt(places: readonly Place[]): ReadonlySet<string> {
  return new Set(places.map(({ file, start }) => `${file}:${start.line}:${start.column}`));
}
