import { namesSubject } from '../lookups/names-subject.js';
import type { DeletionVerdict, StoreDeletion } from '../model/evidence.js';
import type { CallFact } from '../model/facts.js';
import type { RelatedPlace } from '../model/place.js';
import type { CallSite } from '../model/program.js';
import { callAt } from './call-at.js';
import { personalColumns } from './columns.js';
import { deletesAll, deletesSoftly, updatesAll } from './deleting-call.js';
import type { EvidenceContext } from './evidence-context.js';
import { expiryOfKeys } from './expiring-keys.js';
import type { Handling } from './handling.js';
import { overwrittenBy } from './overwriting.js';
import { keyOfStore, storeOfCall, type NamedStore } from './store-of-call.js';
import type { Taken } from './taken.js';
import type { TimedDeletion } from './timed-deletion.js';
import { gapInProof, type Gap } from './withdrawal-proof.js';

/** What is known of deletion in the whole of the code. */
export interface KnownDeletion {
  readonly handling: Handling;
  readonly timed: readonly TimedDeletion[];
}

interface Asked extends KnownDeletion {
  readonly context: EvidenceContext;
  readonly store: NamedStore;
  /** What is written into it. */
  readonly taken: readonly Taken[];
}

/** Verdicts that count as deleted. */
const full: ReadonlySet<DeletionVerdict> = new Set(['erased', 'anonymised']);

/**
 * What the declared handler does with one store, and what timers do. Whatever is not surely a deletion of it is called
 * something less.
 */
export function storeDeletion(asked: Asked): StoreDeletion {
  const none = { at: [], reachedFrom: asked.handling.reachedFrom, after: null, reason: null };
  const handled = byHandler(asked);
  return { ...none, ...(full.has(handled.verdict) ? handled : (byTimer(asked) ?? handled)) };
}

function byHandler(asked: Asked): Verdict {
  const { handling } = asked;
  if (handling.withdrawals === null) return { verdict: 'not-seen', at: [] };
  const deletions = callsOn(asked, handling.deletions);
  const updates = callsOn(asked, handling.flags).filter(isUpdate);
  const whole = deletions.filter((one) => gapIn(asked, one, deletesAll) === null);
  if (whole.length > 0) return told('erased', whole);
  const over = overwriting(asked, updates);
  if (over?.verdict === 'anonymised') return over;
  const touched = [...deletions, ...updates];
  if (touched.length > 0 && handling.reachedFrom.length === 0) return told('no-entry-point', touched);
  const partly = deletions.filter(({ call }) => !deletesSoftly(call));
  if (partly.length > 0) return withGap(asked, partly);
  if (over !== null) return over;
  return touched.length > 0 ? told('flagged', touched) : withoutCalls(asked);
}

/** Deletions that are not proven: told is what the best of them lacks, and `not-seen` only where none is one for sure. */
function withGap(asked: Asked, deletions: readonly Seen[]): Verdict {
  const gaps = deletions.flatMap((one) => gapIn(asked, one, deletesAll) ?? []);
  const [gap] = gaps.filter(({ isCertain }) => !isCertain).concat(gaps);
  const verdict = gaps.every(({ isCertain }) => isCertain) ? 'not-seen' : 'not-known';
  return { ...told(verdict, deletions), reason: gap?.reason ?? null };
}

/** The first link that a proof lacks; null where it lacks none. */
function gapIn(
  { context, handling: { withdrawals } }: Asked,
  { site, call }: Seen,
  reachesAll: typeof deletesAll,
): Gap | null {
  if (withdrawals === null) return { rank: 0, reason: 'there is no handler', isCertain: false };
  const isNamed = (column: string): boolean => namesSubject(context.catalog, column);
  return gapInProof(withdrawals, {
    site,
    call,
    reachesAll: (is) => reachesAll({ ...context, subject: { is, isNamed } }, site, call),
  });
}

type Verdict = Pick<StoreDeletion, 'verdict' | 'at'> & Partial<StoreDeletion>;

/** Nothing of the store itself is touched. */
function withoutCalls({ store, handling }: Asked): Verdict {
  const { handedOn, deletions, isOpen } = handling;
  if (handedOn.length > 0) return { verdict: 'elsewhere', at: handedOn };
  if (!store.isExact && deletions.length > 0)
    return { verdict: 'not-known', at: [], reason: 'which store the code writes to is not known' };
  return isOpen
    ? { verdict: 'not-known', at: [], reason: 'the handler calls what cannot be seen into' }
    : { verdict: 'not-seen', at: [] };
}

interface Seen {
  readonly seen: RelatedPlace;
  readonly site: CallSite;
  readonly call: CallFact;
}

function told(verdict: DeletionVerdict, calls: readonly Seen[]): Verdict {
  return { verdict, at: calls.map(({ seen }) => seen) };
}

/** Those of some calls that are about the store. */
function callsOn({ context, store }: Asked, places: readonly RelatedPlace[]): readonly Seen[] {
  if (!store.isExact) return [];
  return places.flatMap((seen) => {
    const [site, call] = callAt(context.program, seen.place) ?? [];
    if (site === undefined || call === undefined) return [];
    const named = storeOfCall(context.program, site, call);
    return named.isExact && keyOfStore(named) === keyOfStore(store) ? [{ seen, site, call }] : [];
  });
}

/** What makes a new row changes none. */
function isUpdate({ call }: Seen): boolean {
  return !/(?:create\w*|insert\w*|add|push|append|values|bulkCreate)$/i.test(call.calleeText);
}

/** All columns with personal data, overwritten for everybody's rows: by nothing that tells people apart, or by a hash. */
function overwriting(asked: Asked, updates: readonly Seen[]): Verdict | null {
  const { context } = asked;
  const sure = updates.filter((one) => gapIn(asked, one, updatesAll) === null);
  const columns = sure.length === 0 ? null : personalColumns(context, asked.taken);
  if (columns === null || columns.size === 0) return null;
  const put = new Map(sure.flatMap(({ site, call }) => [...overwrittenBy(context, site, call)]));
  const kinds = [...columns].map((column) => put.get(column));
  if (kinds.every((kind) => kind === 'constant')) return told('anonymised', sure);
  return kinds.every((kind) => kind === 'constant' || kind === 'hash') ? told('pseudonymised', sure) : null;
}

function byTimer({ store, taken, timed }: Asked): Verdict | null {
  const own = timed.filter((one) => store.isExact && one.store === keyOfStore(store));
  const [first] = own;
  if (first !== undefined)
    return { verdict: 'erased-by-timer', at: own.map(({ at }) => at), after: first.after, reachedFrom: [] };
  const keys = store.kind === 'key-value' ? expiryOfKeys(taken) : null;
  return keys === null ? null : { verdict: 'erased-by-timer', at: [], after: keys.after, reachedFrom: [] };
}
