import { findUpward, forwardSlashes } from '@leastscope/analyzer/disk';
import { createDiskFiles } from '@leastscope/analyzer/disk';
import { isAbsolute, posix, relative } from 'node:path';
import { exitCodes, type ExitCode } from '../host/exit-codes.js';
import type { Host } from '../host/host.js';
import { outputLayout, writeOutput } from '../output/write-output.js';
import { fromTheTop, type ReportFormat } from '../reports/formats.js';
import { putBelow } from '../reports/put-below.js';
import { activeFindings, errorsOnly, type CheckReport } from '../reports/report.js';
import { reporters } from '../reports/reporters.js';
import { statisticsText } from '../reports/statistics.js';
import type { ReportOptions, Tolerance } from './report-options.js';

/** Where a report's places are. */
export interface ReportPlace {
  /** Absolute; every place is relative to it. */
  readonly base: string;
  /** What a relative file of an output is relative to. */
  readonly cwd: string;
  /** The text of a file by its path from the base; null when it cannot be had. */
  readonly sourceOf: (file: string) => string | null;
}

/** Writes a report in all the ways that are asked for, and gives the exit code, which is the same for all of them. */
export function writeReports(
  report: CheckReport,
  { base, cwd, sourceOf }: ReportPlace,
  options: ReportOptions,
  host: Host,
): ExitCode {
  const shown = options.shows === 'errors' ? errorsOnly(report) : report;
  const folder = folderInCheckout(base, host.env);
  for (const { format, output } of options.outputs) {
    const lead = fromTheTop.has(format) ? folder : '';
    const layout = outputLayout({ cwd, output, color: options.color }, host);
    const text = reporters[format](putBelow(lead, shown), {
      ...layout,
      sourceOf: (file) => sourceOf(lead === '' ? file : posix.relative(lead, file)),
      silenced: options.silenced,
      notes: options.notes,
      folder,
    });
    writeOutput(text, { cwd, output }, host);
  }
  if (options.statistics) writeStatistics(shown, options, host);
  return exitCodeOf(report, options);
}

/** Below what people read; beside what machines read, on stderr. */
function writeStatistics(report: CheckReport, { outputs: [main] }: ReportOptions, host: Host): void {
  const readByPeople: readonly ReportFormat[] = ['pretty', 'concise'];
  const isBelow = readByPeople.includes(main.format) && main.output === null;
  const sink = isBelow ? host.stdout : host.stderr;
  sink.write(statisticsText(report));
}

/**
 * Code scanning and the like look places up from the root of the checkout, not from the folder that was checked: `` or
 * `apps/a/`. Where a checkout is no repository, its root is where the runner says that it is.
 */
function folderInCheckout(base: string, env: Host['env']): string {
  const top = findUpward(base, '.git') ?? env['GITHUB_WORKSPACE'] ?? env['CI_PROJECT_DIR'] ?? '';
  if (top === '') return '';
  const files = createDiskFiles();
  const path = forwardSlashes(relative(files.realPath(top), files.realPath(base)));
  return path === '' || path.startsWith('..') || isAbsolute(path) ? '' : `${path}/`;
}

/** Findings win over incompleteness: what was found is sure, whatever was not read. */
export function exitCodeOf(report: CheckReport, { strict, maxWarnings, exitZero }: Tolerance): ExitCode {
  if (exitZero) return exitCodes.clean;
  if (activeFindings(report, 'error').length > 0) return exitCodes.findings;
  if (maxWarnings !== null && activeFindings(report, 'warning').length > maxWarnings)
    return exitCodes.findings;
  // A change answers for its own open calls only; the list is the shorter one then.
  const open = Math.min(report.coverage.open, report.open.length);
  if (strict && (open > 0 || report.unread.length > 0)) return exitCodes.incomplete;
  return exitCodes.clean;
}
