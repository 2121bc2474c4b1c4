import { fateOf } from '../dataflow/deletion/query-runs.js';
import { standingOf } from '../dataflow/deletion/runs.js';
import type { Given } from '../dataflow/deletion/test-holds.js';
import { sinkOf } from '../dataflow/hits/sink-of.js';
import type { CallFact, Expression } from '../model/facts.js';
import type { CallSite, Program } from '../model/program.js';
import type { EvidenceContext } from './evidence-context.js';
import { isConstant, isSubject } from './subject.js';
import { leadsOnTo, leadsToHandler, staysDone, type WithdrawalRun } from './withdrawal-runs.js';

/** Whether a call reaches everything of somebody, where it is said which values are of them. */
export type ReachesAll = (isOfSubject: (value: Expression) => boolean) => boolean;

/** A change of a store that the handler makes. */
export interface Change {
  readonly site: CallSite;
  readonly call: CallFact;
  readonly reachesAll: ReachesAll;
}

/** What a proof rests on. */
export interface Withdrawals {
  readonly context: Pick<EvidenceContext, 'program' | 'catalog'>;
  readonly runs: readonly WithdrawalRun[];
  /** The webhooks that tell of a withdrawal. */
  readonly types: readonly number[];
  /** Many use the app. In one that is made for a single shop, that shop may be a constant. */
  readonly isForMany: boolean;
  /** Other webhooks of the platform lead to the handler, and surely none of these. */
  readonly isMissed: boolean;
}

/** A link that is missing. */
export interface Gap {
  /** The further down a proof comes, the higher. */
  readonly rank: number;
  /** Half a sentence. */
  readonly reason: string;
  /** Nothing is deleted of whoever withdraws, for sure; else it is only not known. */
  readonly isCertain: boolean;
}

/**
 * Why a change is not proven to reach everything of whoever withdraws; null where each link is seen: a webhook that tells of
 * a withdrawal, asked for by its type, always leads to it, it is carried out and stays, and its condition is that somebody.
 */
export function gapInProof(known: Withdrawals, change: Change): Gap | null {
  const found = known.types.map((type) => gapFor(known, change, type));
  return found.find((gap) => gap !== null) ?? null;
}

/** Of several runs, one is enough; told is how far the best of them comes. */
function gapFor(known: Withdrawals, change: Change, type: number): Gap | null {
  const facts = known.context.program.facts(change.site.file);
  const owner = facts === null ? null : standingOf(facts, change.call).owner;
  const own = known.runs.filter(({ frame }) => frame.file === change.site.file && frame.function === owner);
  const gaps = own.map((run) => gapInRun(known, change, type, run));
  if (gaps.includes(null)) return null;
  const best = gaps.flatMap((gap) => gap ?? []).toSorted((a, b) => b.rank - a.rank)[0];
  return best ?? open(0, 'the deletion runs only under a condition');
}

function open(rank: number, reason: string): Gap {
  return { rank, reason, isCertain: false };
}

function gapInRun(known: Withdrawals, change: Change, type: number, run: WithdrawalRun): Gap | null {
  const { program } = known.context;
  return (
    gapBefore(known, type, run) ??
    gapInside(program, change, type, run) ??
    gapInQuestion(program, change, type, run) ??
    gapInQuery(known, change, run) ??
    gapInCondition(known, change, run)
  );
}

function gapBefore({ context, isMissed }: Withdrawals, type: number, run: WithdrawalRun): Gap | null {
  const leads = leadsToHandler(context.program, run, { type });
  if (leads === true) return null;
  if (leads === false)
    return { ...open(2, `webhook ${String(type)} does not lead to the handler`), isCertain: isMissed };
  return run.way.from === 'unknown'
    ? open(1, 'what calls the handler is not seen')
    : open(3, 'the handler is called only under a condition');
}

function gapInside(program: Program, { site }: Change, type: number, run: WithdrawalRun): Gap | null {
  const leads = leadsOnTo(program, run, site, { type });
  if (leads === true) return isUndone(program, run, site, { type });
  return leads === false
    ? open(4, `webhook ${String(type)} does not lead to the deletion`)
    : open(5, 'the deletion runs only under a condition');
}

function isUndone(program: Program, run: WithdrawalRun, site: CallSite, given: Given): Gap | null {
  const undone = staysDone(program, run, site, given);
  if (undone === true) return null;
  const reason = 'an error or a rollback behind the deletion takes it back';
  return { ...open(6, reason), isCertain: undone === false };
}

/** What happens on every webhook is not known to be meant for this one, nor that this one comes. */
function gapInQuestion(program: Program, { site }: Change, type: number, run: WithdrawalRun): Gap | null {
  const isAlways =
    leadsToHandler(program, run, 'another-type') === true &&
    leadsOnTo(program, run, site, 'another-type') === true;
  return isAlways
    ? open(7, `nothing asks whether the webhook is ${String(type)}, which tells of a withdrawal`)
    : null;
}

function gapInQuery({ context }: Withdrawals, change: Change, run: WithdrawalRun): Gap | null {
  const { program, catalog } = context;
  const { site, call } = change;
  const facts = program.facts(site.file);
  const library = sinkOf(catalog, program.callees(site), call)?.package ?? '*';
  const fate = facts === null ? 'unknown' : fateOf(facts, call, library);
  if (fate === 'run' || (fate === 'returned' && isWaitedFor(program, site, call, run))) return null;
  return open(8, 'the query is made, and nothing is seen to wait for it, which is what runs it');
}

/** What a function gives back is waited for by its caller, or by the transaction that runs it. */
function isWaitedFor(program: Program, site: CallSite, call: CallFact, run: WithdrawalRun): boolean {
  const facts = program.facts(site.file);
  if (facts !== null && standingOf(facts, call).owner !== call.function) return true;
  for (let at: typeof run.frame | null = run.frame; at?.via != null; at = at.outer) {
    const outer = program.facts(at.via.file);
    const by = outer?.calls[at.via.call];
    const fate = outer == null || by === undefined ? 'unknown' : fateOf(outer, by, '*');
    if (fate !== 'returned') return fate === 'run';
  }
  return false;
}

function gapInCondition(
  { context: { program }, isForMany }: Withdrawals,
  { reachesAll }: Change,
  { frame }: WithdrawalRun,
): Gap | null {
  const isOwn = (value: Expression): boolean => isSubject(program, frame, value);
  if (reachesAll(isOwn)) return null;
  if (!reachesAll(() => true)) return open(9, 'the deletion may take only some of what is kept');
  if (reachesAll((value) => isOwn(value) || isConstant(program, frame, value)))
    return {
      ...open(11, 'it deletes by a constant, and not by the one who withdraws'),
      isCertain: isForMany,
    };
  return open(10, 'what it deletes by is not seen to be the shop or creator that withdraws');
}
