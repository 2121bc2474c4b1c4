import type { Catalog } from '@leastscope/scope-catalog';
import { declaredClients } from './calls/declared-clients.js';
import { linkCode, type LinkedCode } from './calls/program.js';
import type { Tracker } from './dataflow/domain/tracker.js';
import { createTracker } from './dataflow/tracking/create-tracker.js';
import { forgetFiles } from './dataflow/tracking/forget-files.js';
import type { AnalyzeRequest } from './model/analysis.js';
import { importersNearAndFar } from './project/importers-near-and-far.js';
import { createSession, type Session } from './project/session.js';

/** What is known of a project's code while it is analysed, and what the next run over it begins with. */
export interface Run {
  readonly session: Session;
  readonly code: LinkedCode;
  /** Null once it is of no more use: it holds most of the memory of a run. */
  tracker: Tracker | null;
  /** The catalog with the clients that the project declares. */
  readonly catalog: Catalog;
  /** Steps of work that values had taken when it began. */
  readonly stepsBefore: number;
  /** It began with what another has left. */
  readonly isTakenUp: boolean;
  /** Something was given up for its size, which hangs on all that was worked out before. */
  isCutShort: boolean;
}

/** A run that has ended, and what must be the same for the next one to take it up. */
class EndedRun {
  constructor(
    readonly run: Run,
    readonly catalog: Catalog,
    readonly clients: string,
  ) {}
}

/**
 * Takes up what the last run over the project has left in the memory, without what no longer holds: files that are others by
 * now, those that import them, and what came from there. Else begins from nothing. The answer is the same.
 */
export function beginRun(request: AnalyzeRequest): Run {
  const { root, memory } = request;
  const last = isWhole(request) ? memory?.runs?.get(root) : undefined;
  if (!(last instanceof EndedRun)) return beginAnew(request);
  // Until this run has ended well, there is none to take up.
  memory?.runs?.delete(root);
  const isAlike = last.catalog === request.catalog && last.clients === clientsOf(request);
  return (isAlike ? takeUp(last.run, request) : null) ?? beginAnew(request);
}

/** What responses are followed by. Asked for once a run: where no other run follows, it is let go with the answer. */
export function takeTracker({ memory }: AnalyzeRequest, run: Run): Tracker {
  const tracker = run.tracker ?? createTracker(run.code.program);
  run.tracker = memory?.runs === undefined ? null : tracker;
  return tracker;
}

/** Leaves a run for the next one. */
export function endRun(request: AnalyzeRequest, run: Run): void {
  const { root, memory, catalog } = request;
  run.isCutShort = run.code.resolver.isShort() || run.tracker?.isExhausted === true;
  if (memory?.runs === undefined || !isWhole(request) || run.isCutShort) return;
  memory.runs.set(root, new EndedRun(run, catalog, clientsOf(request)));
}

/** Of single files there is nothing to take up, and where responses are not followed too little. */
function isWhole({ seeds, extent }: AnalyzeRequest): boolean {
  return seeds === null && extent !== 'calls';
}

function clientsOf({ declaration }: AnalyzeRequest): string {
  return JSON.stringify(declaration?.clients ?? []);
}

/** To take back most of a large project costs more than to begin anew. */
const mostTakenBack = 100;

function takeUp(run: Run, request: AnalyzeRequest): Run | null {
  const { session, code, tracker } = run;
  const changed = session.takeUp(request);
  if (changed === null) return null;
  const dropped = importersNearAndFar(session, changed);
  if (dropped.size > mostTakenBack && dropped.size > session.files().length / 2) return null;
  if (dropped.size > 0) {
    code.forget(dropped);
    if (tracker !== null) forgetFiles(tracker, dropped);
  }
  return { ...run, isTakenUp: true, stepsBefore: code.resolver.steps() };
}

/** Begins a run from nothing. */
export function beginAnew(request: AnalyzeRequest): Run {
  const catalog = withDeclaredClients(request);
  const session = createSession(request, declaredModules(request));
  const code = linkCode(catalog, session);
  return { session, code, tracker: null, catalog, stepsBefore: 0, isTakenUp: false, isCutShort: false };
}

function declaredModules({ declaration }: AnalyzeRequest): readonly string[] {
  return declaration?.clients.map(({ module }) => module) ?? [];
}

/** A declared client is one more row of the vocabulary. */
function withDeclaredClients({ catalog, declaration }: AnalyzeRequest): Catalog {
  const clients = declaredClients(declaration, catalog.date);
  return clients.length === 0 ? catalog : { ...catalog, httpClients: [...clients, ...catalog.httpClients] };
}
