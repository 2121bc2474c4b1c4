import type {
  Analysis,
  Coverage,
  Finding,
  OpenCall,
  RuleInfo,
  ScopeDifference,
  Severity,
  UnreadFile,
  Verdict,
} from '@leastscope/analyzer';
import { compareText } from '@leastscope/analyzer';
import type { ScopeChange } from '../change/scope-change.js';
import type { Tool } from '../host/about.js';
import { heldBackCalls } from './held-back.js';
import { putBelow } from './put-below.js';
import { unknownBecause } from './unknown-because.js';

/** What `check` has to tell: the analyses of one or more projects, put together. Plain data; reporters only word it. */
export interface CheckReport {
  readonly tool: Tool;
  readonly catalog: { readonly version: string; readonly date: string; readonly listed: string };
  readonly asOf: string;
  readonly verdict: Verdict;
  readonly coverage: Coverage;
  readonly findings: readonly Finding[];
  readonly open: readonly OpenCall[];
  readonly unread: readonly UnreadFile[];
  readonly projects: readonly ProjectSummary[];
  readonly rules: readonly RuleInfo[];
}

export interface ProjectSummary {
  /** Relative to the root of the report. */
  readonly declaration: string | null;
  readonly verdict: Verdict;
  /** Why it is unknown; empty where it is not. */
  readonly unknownBecause: readonly string[];
  /** Calls of which `exceeds-purpose` speaks, so that no field of theirs was judged. */
  readonly heldBack: number;
  /** Scopes that are requested and surely not needed, possibly not needed, and needed but not requested. */
  readonly drop: readonly string[];
  readonly possiblyUnused: readonly string[];
  readonly add: readonly string[];
  /** What a change does to the whole; null when nothing is compared. */
  readonly change: ScopeChange | null;
}

/** One project's analysis and where the project lies: `` for the root of the report, else `apps/a/`. */
export interface PlacedAnalysis {
  readonly folder: string;
  readonly analysis: Analysis;
  readonly change?: ScopeChange;
}

/** Everything in a report that does not come from the analyses. */
export type ReportFrame = Pick<CheckReport, 'tool' | 'catalog' | 'asOf' | 'rules'>;

/** Puts the analyses together; with one project at the root nothing is changed. */
export function createReport(frame: ReportFrame, projects: readonly PlacedAnalysis[]): CheckReport {
  const moved = projects.map(({ folder, analysis }) => putBelow(folder, analysis));
  return {
    ...frame,
    verdict: worstVerdict(moved.map((analysis) => analysis.needs.verdict)),
    coverage: addCoverage(moved.map((analysis) => analysis.needs.coverage)),
    findings: byFile(
      moved.flatMap((analysis) => analysis.findings),
      (finding) => finding.place.file,
    ),
    open: byFile(
      moved.flatMap((analysis) => analysis.needs.open),
      (open) => open.place.file,
    ),
    unread: byFile(
      moved.flatMap((analysis) => analysis.needs.unread),
      (unread) => unread.file,
    ),
    projects: moved.map((analysis, index) => ({
      declaration: analysis.declaration?.file ?? null,
      verdict: analysis.needs.verdict,
      unknownBecause: unknownBecause(analysis),
      heldBack: heldBackCalls(analysis),
      ...scopesOf(analysis.needs.difference),
      change: projects[index]?.change ?? null,
    })),
  };
}

function scopesOf(
  difference: ScopeDifference | null,
): Pick<ProjectSummary, 'drop' | 'possiblyUnused' | 'add'> {
  return {
    drop: difference?.drop.map(({ scope }) => scope) ?? [],
    possiblyUnused: difference?.possiblyUnused.map(({ scope }) => scope) ?? [],
    add: difference?.add ?? [],
  };
}

/** Findings that count: the silenced ones stay in the record, but fail nothing. */
export function activeFindings(report: CheckReport, severity?: Severity): readonly Finding[] {
  return report.findings.filter(
    (finding) => finding.suppressed === null && (severity === undefined || finding.severity === severity),
  );
}

/** The same report with the errors alone: what `--quiet` shows. */
export function errorsOnly(report: CheckReport): CheckReport {
  return { ...report, findings: report.findings.filter(({ severity }) => severity === 'error') };
}

export function hasCalls({ coverage }: CheckReport): boolean {
  return coverage.resolved + coverage.open > 0;
}

export function worstVerdict(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('not-minimal')) return 'not-minimal';
  return verdicts.includes('unknown') || verdicts.length === 0 ? 'unknown' : 'minimal';
}

function addCoverage(coverages: readonly Coverage[]): Coverage {
  const sum = (key: keyof Coverage): number =>
    coverages.reduce((total, coverage) => total + coverage[key], 0);
  return {
    resolved: sum('resolved'),
    open: sum('open'),
    unreached: sum('unreached'),
    inTests: sum('inTests'),
    filesListed: sum('filesListed'),
    filesRead: sum('filesRead'),
    filesUnread: sum('filesUnread'),
  };
}

/** Stable: inside a file the analysis has sorted already. */
function byFile<T>(items: readonly T[], fileOf: (item: T) => string): readonly T[] {
  return [...items].sort((a, b) => compareText(fileOf(a), fileOf(b)));
}
