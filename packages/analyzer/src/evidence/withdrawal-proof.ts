import { fateOf } from '../dataflow/deletion/query-runs.js';
import { standingOf } from '../dataflow/deletion/runs.js';
import { sinkOf } from '../dataflow/hits/sink-of.js';
import type { CallFact, Expression } from '../model/facts.js';
import type { CallSite, Program } from '../model/program.js';
import type { EvidenceContext } from './evidence-context.js';
import { isSubject } from './subject.js';
import { leadsOnTo, leadsToHandler, type WithdrawalRun } from './withdrawal-runs.js';

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
}

/** A link that is missing; the further down a proof comes, the higher its rank. */
interface Gap {
  readonly rank: number;
  readonly reason: string;
}

/**
 * Why a change is not proven to reach everything of whoever withdraws; null where each link is seen: a webhook that tells of
 * a withdrawal, asked for by its type, always leads to it, it is carried out and stays, and its condition is that somebody.
 */
export function gapInProof(known: Withdrawals, change: Change): string | null {
  const found = known.types.map((type) => gapFor(known, change, type));
  return found.find((gap) => gap !== null)?.reason ?? null;
}

/** Of several runs, one is enough; told is how far the best of them comes. */
function gapFor(known: Withdrawals, change: Change, type: number): Gap | null {
  const facts = known.context.program.facts(change.site.file);
  const owner = facts === null ? null : standingOf(facts, change.call).owner;
  const own = known.runs.filter(({ frame }) => frame.file === change.site.file && frame.function === owner);
  const gaps = own.map((run) => gapInRun(known, change, type, run));
  if (gaps.includes(null)) return null;
  const conditional = { rank: 0, reason: 'the deletion runs only under a condition' };
  return gaps.reduce((best, gap) => (gap !== null && gap.rank > (best?.rank ?? 0) ? gap : best), conditional);
}

function gapInRun(known: Withdrawals, change: Change, type: number, run: WithdrawalRun): Gap | null {
  const { program } = known.context;
  return (
    gapBefore(program, type, run) ??
    gapInside(program, change, type, run) ??
    gapInQuestion(program, change, type, run) ??
    gapInQuery(known, change, run) ??
    gapInCondition(program, change, run)
  );
}

function gapBefore(program: Program, type: number, run: WithdrawalRun): Gap | null {
  const leads = leadsToHandler(program, run, { type });
  if (leads === true) return null;
  if (leads === false) return { rank: 2, reason: `webhook ${String(type)} does not lead to the handler` };
  return run.way.from === 'unknown'
    ? { rank: 1, reason: 'what calls the handler is not seen' }
    : { rank: 3, reason: 'the handler is called only under a condition' };
}

function gapInside(program: Program, { site }: Change, type: number, run: WithdrawalRun): Gap | null {
  const leads = leadsOnTo(program, run, site, { type });
  if (leads === true) return null;
  return leads === false
    ? { rank: 4, reason: `webhook ${String(type)} does not lead to the deletion` }
    : { rank: 5, reason: 'the deletion runs only under a condition, or may be taken back' };
}

/** What happens on every webhook is not known to be meant for this one, nor that this one comes. */
function gapInQuestion(program: Program, { site }: Change, type: number, run: WithdrawalRun): Gap | null {
  const isAlways =
    leadsToHandler(program, run, 'another-type') === true &&
    leadsOnTo(program, run, site, 'another-type') === true;
  return isAlways
    ? { rank: 6, reason: `nothing asks whether the webhook is ${String(type)}, which tells of a withdrawal` }
    : null;
}

function gapInQuery({ context }: Withdrawals, change: Change, run: WithdrawalRun): Gap | null {
  const { program, catalog } = context;
  const { site, call } = change;
  const facts = program.facts(site.file);
  const library = sinkOf(catalog, program.callees(site), call)?.package ?? '*';
  const fate = facts === null ? 'unknown' : fateOf(facts, call, library);
  if (fate === 'run' || (fate === 'returned' && isWaitedFor(program, site, call, run))) return null;
  return { rank: 7, reason: 'the query is made, and nothing is seen to wait for it, which is what runs it' };
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

function gapInCondition(program: Program, { reachesAll }: Change, { frame }: WithdrawalRun): Gap | null {
  if (reachesAll((value) => isSubject(program, frame, value))) return null;
  return reachesAll(() => true)
    ? { rank: 9, reason: 'what it deletes by is not seen to be the shop or creator that withdraws' }
    : { rank: 8, reason: 'the deletion may take only some of what is kept' };
}
