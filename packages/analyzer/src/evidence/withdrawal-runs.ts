import { frameOf, type Frame } from '../dataflow/deletion/frames.js';
import { callsIn, keyOf, type FunctionAt } from '../dataflow/deletion/reached-functions.js';
import { standingOf } from '../dataflow/deletion/runs.js';
import { allHold, type Given } from '../dataflow/deletion/test-holds.js';
import { siteHolds, siteStays, wayHolds } from '../dataflow/deletion/way-holds.js';
import type { WayIn } from '../model/data-flow.js';
import type { CallSite, Program } from '../model/program.js';

/** More runs than these, or deeper ones, are not looked at. */
const countLimit = 200;
const depthLimit = 12;

/** A run of a function on a way that begins outside of the app and leads over the handler of withdrawals. */
export interface WithdrawalRun {
  readonly frame: Frame;
  readonly way: WayIn;
  readonly handler: FunctionAt;
  /** The calls from the handler on. */
  readonly inside: readonly CallSite[];
}

/** Runs of the handler, and of the functions that it calls, by each way that leads to it. */
export function withdrawalRuns(
  program: Program,
  handler: FunctionAt,
  ways: readonly WayIn[],
): readonly WithdrawalRun[] {
  const starts = ways.map((way) => ({ frame: frameOf(program, way, handler), way, handler, inside: [] }));
  const found: WithdrawalRun[] = [...starts];
  for (const run of found) {
    if (found.length > countLimit || run.inside.length > depthLimit) break;
    found.push(...runsBelow(program, run));
  }
  return found;
}

function runsBelow(program: Program, run: WithdrawalRun): readonly WithdrawalRun[] {
  const { file, function: index } = run.frame;
  if (index === null) return [];
  return callsIn(program, { file, function: index }).flatMap(([site, call]): readonly WithdrawalRun[] => {
    const facts = program.facts(site.file);
    const [callee, ...others] = program.callees(site).functions;
    const isOwn = facts !== null && standingOf(facts, call).owner === index;
    if (!isOwn || callee === undefined || others.length > 0 || isAround(run.frame, callee)) return [];
    const frame = { ...callee, via: site, outer: run.frame };
    return [{ ...run, frame, inside: [...run.inside, site] }];
  });
}

function isAround(frame: Frame, { file, function: index }: FunctionAt): boolean {
  for (let at: Frame | null = frame; at !== null; at = at.outer)
    if (
      at.function !== null &&
      keyOf({ file: at.file, function: at.function }) === keyOf({ file, function: index })
    )
      return true;
  return false;
}

/** Whether a webhook of a type leads to the handler; null where that is not known. */
export function leadsToHandler(program: Program, run: WithdrawalRun, given: Given): boolean | null {
  return wayHolds(program, run.handler, run.way, given);
}

/** Whether a call of a run is made whenever the handler runs. */
export function leadsOnTo(
  program: Program,
  { inside }: WithdrawalRun,
  site: CallSite,
  given: Given,
): boolean | null {
  return allHold([...inside, site].map((one) => siteHolds(program, one, given)));
}

/** Whether what the calls of a run do stays, when they are made in a transaction: it does, it does not, or that is not known. */
export function staysDone(
  program: Program,
  { inside, way }: WithdrawalRun,
  site: CallSite,
  given: Given,
): boolean | null {
  return allHold([...way.sites, ...inside, site].map((one) => siteStays(program, one, given)));
}
