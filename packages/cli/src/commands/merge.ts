import { existsSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { mergeReports, type ReportPart } from '../reports/merge-reports.js';
import { exitCodes, type ExitCode } from '../host/exit-codes.js';
import { Misuse } from '../host/misuse.js';
import { flag, text, wholeNumber } from '../command-line/read-options.js';
import { toForwardSlashes } from '../project/project-options.js';
import { toSafeJson } from '../text/visible.js';
import type { CommandInput, RunCommand } from '../command-line/command.js';
import { writeOutput } from '../output/write-output.js';

/** `leastscope merge`: reports of packages or shards to the report of the whole, with its exit code. */
export const run: RunCommand = (input, host) => {
  const cwd = resolve(host.cwd, text(input, 'cwd') ?? '.');
  const merged = mergeReports(input.arguments.map((given) => readPart(given, cwd)));
  if (merged.kind === 'trouble') throw new Misuse(merged.reason);
  writeOutput(toSafeJson(merged.report), { cwd, output: text(input, 'output') }, host);
  return Promise.resolve(exitCodeOf(merged.report, input));
};

/** `apps/a=report.json`, or a report alone: then its folder is where the declarations lie that it speaks of. */
function readPart(given: string, cwd: string): ReportPart {
  const [, folder, file = given] = /^([^=]*)=(.+)$/.exec(given) ?? [];
  const report = readReport(resolve(cwd, file), file);
  return { shown: file, report, folder: asPrefix(folder ?? folderOf(report, resolve(cwd, file), cwd)) };
}

function readReport(path: string, shown: string): ReportPart['report'] {
  if (!existsSync(path)) throw new Misuse(`there is no file ${shown}`);
  try {
    const report: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return typeof report === 'object' && report !== null ? (report as ReportPart['report']) : {};
  } catch {
    throw new Misuse(`${shown} cannot be read as JSON`);
  }
}

/** A package writes its report into its own folder, beside its declaration; a shard speaks of the whole. */
function folderOf({ projects }: ReportPart['report'], path: string, cwd: string): string {
  const declarations = (Array.isArray(projects) ? (projects as readonly unknown[]) : []).map((project) =>
    typeof project === 'object' && project !== null && 'declaration' in project ? project.declaration : null,
  );
  const isBeside = declarations.every(
    (name) => typeof name === 'string' && existsSync(resolve(dirname(path), name)),
  );
  return declarations.length > 0 && isBeside ? relative(cwd, dirname(path)) : '';
}

function asPrefix(folder: string): string {
  const clean = toForwardSlashes(folder).replace(/\/+$/, '');
  return clean === '' || clean === '.' ? '' : `${clean}/`;
}

function exitCodeOf(report: ReportPart['report'], input: CommandInput): ExitCode {
  const summary = report['summary'] as Readonly<Record<string, number>>;
  const most = wholeNumber(input, 'maxWarnings', '--max-warnings');
  if ((summary['errors'] ?? 0) > 0) return exitCodes.findings;
  if (most !== null && (summary['warnings'] ?? 0) > most) return exitCodes.findings;
  const open = report['open'] as readonly unknown[];
  const unread = report['unread'] as readonly unknown[];
  return flag(input, 'strict') && open.length + unread.length > 0 ? exitCodes.incomplete : exitCodes.clean;
}
