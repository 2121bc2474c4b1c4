import type { Catalog } from '@leastscope/scope-catalog';
import { declaredClients } from './calls/declared-clients.js';
import { linkCode, type LinkedCode, type SavedCode } from './calls/program.js';
import type { Tracker } from './dataflow/domain/tracker.js';
import { createTracker } from './dataflow/tracking/create-tracker.js';
import { forgetFiles } from './dataflow/tracking/forget-files.js';
import { restoreTracker, saveTracker, type SavedTracker } from './dataflow/tracking/save-tracker.js';
import type { AnalyzeRequest, KeptRuns } from './model/analysis.js';
import { importersNearAndFar } from './project/importers-near-and-far.js';
import { createSession, type SavedSession, type Session } from './project/session.js';

/** What is known of a project's code while it is analysed, and what the next run over it begins with. */
export interface Run {
  readonly session: Session;
  readonly code: LinkedCode;
  /** Null once it is of no more use: it holds most of the memory of a run. */
  tracker: Tracker | null;
  /** What it came to, for another process. */
  savedTracker: SavedTracker | null;
  /** The catalog with the clients that the project declares. */
  readonly catalog: Catalog;
  /** Steps of work that values had taken when it began. */
  readonly stepsBefore: number;
  /** It began with what another has left. */
  readonly isTakenUp: boolean;
  /** Something was given up for its size, which hangs on all that was worked out before. */
  isCutShort: boolean;
}

/** A run that has ended. */
class EndedRun {
  constructor(
    readonly run: Run,
    readonly catalog: Catalog,
    readonly clients: string,
  ) {}

  /** Whether what must be the same for the next run to take it up is. */
  isAlike(request: AnalyzeRequest): boolean {
    return this.catalog === request.catalog && this.clients === clientsOf(request);
  }

  session(): Session {
    return this.run.session;
  }

  begin(): Run {
    return this.run;
  }
}

/** The same as plain data, for another process or from one. */
class RunOnPaper {
  constructor(readonly saved: SavedRun) {}

  isAlike(request: AnalyzeRequest): boolean {
    return this.saved.catalogDate === request.catalog.date && this.saved.clients === clientsOf(request);
  }

  session(request: AnalyzeRequest): Session {
    return createSession(request, declaredModules(request), this.saved.session);
  }

  begin(request: AnalyzeRequest, session: Session): Run {
    const { code: settled, tracker: followed } = this.saved;
    const catalog = withDeclaredClients(request);
    const code = linkCode(catalog, session, settled);
    const tracker = restoreTracker(code.program, followed);
    return {
      session,
      code,
      tracker,
      savedTracker: null,
      catalog,
      stepsBefore: 0,
      isTakenUp: true,
      isCutShort: false,
    };
  }
}

/** Plain data: maps, sets, lists, tables, texts and numbers, some of them in several places. */
interface SavedRun {
  /** When the catalog was made that it was judged by. */
  readonly catalogDate: string;
  readonly clients: string;
  readonly session: SavedSession;
  readonly code: SavedCode;
  readonly tracker: SavedTracker;
}

/**
 * What another process needs to begin where these runs have ended, by root: plain data, with maps and sets in it, which
 * `structuredClone` and `v8.serialize` take. What is in it is the analyzer's own business.
 */
export function saveRuns(runs: KeptRuns): ReadonlyMap<string, unknown> {
  const saved = [...runs].map(([root, run]) => [root, saveRun(run)] as const);
  return new Map(saved.flatMap(([root, run]) => (run === null ? [] : [[root, run] as const])));
}

/** Null where another process could not begin there. */
function saveRun(kept: unknown): SavedRun | null {
  if (kept instanceof RunOnPaper) return kept.saved;
  if (!(kept instanceof EndedRun)) return null;
  const { run, catalog, clients } = kept;
  const tracker = run.savedTracker ?? (run.tracker === null ? null : saveTracker(run.tracker));
  const session = run.session.save();
  if (session === null || tracker === null) return null;
  return { catalogDate: catalog.date, clients, session, code: run.code.save(), tracker };
}

/** What `saveRuns` gave, to be taken up by the same program over the same catalog. */
export function keptRuns(saved: ReadonlyMap<string, unknown>): KeptRuns {
  // One of a wrong shape throws where it is taken up.
  return new Map([...saved].map(([root, run]) => [root, new RunOnPaper(run as SavedRun)]));
}

/**
 * Takes up what the last run over the project has left in the memory, without what no longer holds: files that are others by
 * now, those that import them, and what came from there. Else begins from nothing. The answer is the same.
 */
export function beginRun(request: AnalyzeRequest): Run {
  const { root, memory } = request;
  const last = isWhole(request) ? memory?.runs?.get(root) : undefined;
  if (!(last instanceof EndedRun || last instanceof RunOnPaper)) return beginAnew(request);
  // Until this run has ended well, there is none to take up.
  memory?.runs?.delete(root);
  return (last.isAlike(request) ? takeUp(last, request) : null) ?? beginAnew(request);
}

/** What responses are followed by. Asked for once a run: where no other run of this process follows, it is let go with the answer. */
export function takeTracker({ memory }: AnalyzeRequest, run: Run): Tracker {
  const tracker = run.tracker ?? createTracker(run.code.program);
  run.tracker = memory?.runs === undefined || memory.savesRuns === true ? null : tracker;
  return tracker;
}

/** Leaves what responses were followed by, with all that they came to. */
export function leaveTracker({ memory }: AnalyzeRequest, run: Run, tracker: Tracker): void {
  run.isCutShort = tracker.isExhausted;
  if (memory?.savesRuns === true && !run.isCutShort) run.savedTracker = saveTracker(tracker);
}

/** Leaves a run for the next one. */
export function endRun(request: AnalyzeRequest, run: Run): void {
  const { root, memory, catalog } = request;
  run.isCutShort ||= run.code.resolver.isShort();
  if (memory?.runs === undefined || !isWhole(request) || run.isCutShort) return;
  const ended = new EndedRun(run, catalog, clientsOf(request));
  const saved = memory.savesRuns === true ? saveRun(ended) : null;
  memory.runs.set(root, saved === null ? ended : new RunOnPaper(saved));
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

function takeUp(last: EndedRun | RunOnPaper, request: AnalyzeRequest): Run | null {
  const session = last.session(request);
  const changed = session.takeUp(request);
  if (changed === null) return null;
  const dropped = importersNearAndFar(session, changed);
  if (dropped.size > mostTakenBack && dropped.size > session.files().length / 2) return null;
  const run = last.begin(request, session);
  const { code, tracker } = run;
  if (dropped.size > 0) {
    code.forget(dropped);
    if (tracker !== null) forgetFiles(tracker, dropped);
  }
  return { ...run, isTakenUp: true, savedTracker: null, stepsBefore: code.resolver.steps() };
}

/** Begins a run from nothing. */
export function beginAnew(request: AnalyzeRequest): Run {
  const catalog = withDeclaredClients(request);
  const session = createSession(request, declaredModules(request));
  const code = linkCode(catalog, session);
  return {
    session,
    code,
    tracker: null,
    savedTracker: null,
    catalog,
    stepsBefore: 0,
    isTakenUp: false,
    isCutShort: false,
  };
}

function declaredModules({ declaration }: AnalyzeRequest): readonly string[] {
  return declaration?.clients.map(({ module }) => module) ?? [];
}

/** A declared client is one more row of the vocabulary. */
function withDeclaredClients({ catalog, declaration }: AnalyzeRequest): Catalog {
  const clients = declaredClients(declaration, catalog.date);
  return clients.length === 0 ? catalog : { ...catalog, httpClients: [...clients, ...catalog.httpClients] };
}
