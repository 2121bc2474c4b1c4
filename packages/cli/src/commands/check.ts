import { createDiskFiles, type DiskFiles } from '@leastscope/analyzer/disk';
import { isAbsolute, relative } from 'node:path';
import type { FixKind } from '../documents/fix/plan-fixes.js';
import { exitCodes, type ExitCode } from '../host/exit-codes.js';
import type { Host } from '../host/host.js';
import { Misuse } from '../host/misuse.js';
import { analyzeRemembered } from '../cache/analyze-remembered.js';
import { createStagedMemory } from '../cache/remember-staged.js';
import { analyzeChange, type ChangedProject } from '../change/analyze-change.js';
import { analyzeFiles, type AnalyzedWorkspace } from '../project/analyze-workspace.js';
import { openComparison, type Compared, type Comparison } from '../change/comparison.js';
import { readShard, shardOf, type Shard } from '../project/shard.js';
import { watchWorkspace } from '../project/watch-workspace.js';
import { findWorkspace, type Workspace } from '../project/find-projects.js';
import { color, flag, readProjectOptions, text, wholeNumber } from '../command-line/read-options.js';
import { toForwardSlashes, type ProjectOptions } from '../project/project-options.js';
import { activeFindings, createReport, type CheckReport } from '../reports/report.js';
import { reporters, type ReportFormat } from '../reports/reporters.js';
import type { ColorChoice } from '../text/painter.js';
import { tool } from '../host/version.js';
import type { CommandInput, RunCommand } from '../command-line/command.js';
import { statsText } from '../reports/stats-text.js';
import { outputLayout, writeOutput } from '../output/write-output.js';

interface CheckOptions extends ProjectOptions, Tolerance {
  readonly format: ReportFormat;
  readonly output: string | null;
  readonly color: ColorChoice;
  readonly compared: Compared | null;
  readonly fix: FixKind | null;
  readonly mode: 'write' | 'dry-run';
  readonly watch: boolean;
  /** Null: everything. */
  readonly shard: Shard | null;
}

interface Tolerance {
  readonly strict: boolean;
  /** Null: any number. */
  readonly maxWarnings: number | null;
}

/** What a run is about, and the state of the files that it judges. */
interface Subject {
  readonly workspace: Workspace;
  readonly files: DiskFiles;
  readonly comparison: Comparison | null;
}

/** `leastscope check`: what code and declaration disagree about. */
export const run: RunCommand = async (input, host) => {
  const options = readOptions(input, host);
  if (!options.watch) return report(await answer(options, host), options, host);
  const { workspace, files } = findSubject(options);
  await watchWorkspace(workspace, options, host, (analyzed) => {
    report({ ...analyzed, base: workspace.base, files: () => files }, options, host);
  });
  return exitCodes.clean;
};

function report(found: Answer, options: CheckOptions, host: Host): ExitCode {
  const { asOf, catalog, rules, projects, base, files } = found;
  const lead = leadOf(base, options.format, host.env);
  const placed = projects.map((project) => ({ ...project, folder: lead + project.folder }));
  const told = createReport({ tool, catalog, asOf, rules }, placed);
  const sourceOf = (file: string): string | null => files().readFile(`${base}/${file}`);
  const layout = outputLayout(options, host);
  writeOutput(reporters[options.format](told, { ...layout, sourceOf }), options, host);
  if (options.stats) host.stderr.write(statsText(projects.map(({ analysis }) => analysis.stats)));
  return exitCodeOf(told, options);
}

/** What was found, and the files that it was found in, which are opened only to show their lines. */
interface Answer extends AnalyzedWorkspace<ChangedProject> {
  /** Absolute; every place is relative to it. */
  readonly base: string;
  readonly files: () => DiskFiles;
}

async function answer(options: CheckOptions, host: Host): Promise<Answer> {
  const isStaged = options.compared?.kind === 'staged' && options.shard === null;
  const memory = isStaged ? createStagedMemory(options, host) : null;
  const recalled = memory?.recall() ?? null;
  if (recalled !== null) return { ...recalled, files: () => findSubject(options).files };
  const found = findSubject(options);
  const subject = options.fix === null ? found : await fixFirst(found, options.fix, options, host);
  const analyzed = { ...(await analyzeSubject(subject, options, host)), base: subject.workspace.base };
  memory?.keep(analyzed);
  return { ...analyzed, files: () => subject.files };
}

/** GitHub looks annotations and results up from the root of the checkout, not from the folder that was checked. */
function leadOf(base: string, format: ReportFormat, { GITHUB_WORKSPACE: top }: Host['env']): string {
  if ((format !== 'github' && format !== 'sarif') || top === undefined || top === '') return '';
  const path = toForwardSlashes(relative(createDiskFiles().realPath(top), createDiskFiles().realPath(base)));
  return path === '' || path.startsWith('..') || isAbsolute(path) ? '' : `${path}/`;
}

function findSubject(options: CheckOptions): Subject {
  const { compared } = options;
  const comparison = compared === null ? null : openComparison(compared, options.cwd);
  const files = comparison?.files ?? createDiskFiles();
  const cwd = comparison?.cwd ?? options.cwd;
  const workspace = findWorkspace({ ...options, cwd }, files, comparison?.finder);
  if (workspace.projects.every((project) => project.declaration === null)) {
    throw new Misuse(
      compared?.kind === 'staged'
        ? 'nothing that is staged or committed is a scope-declaration.yaml here or above; `git add` it, or write a first one with `leastscope init`'
        : 'there is no scope-declaration.yaml here or above; `leastscope init` writes a first one',
    );
  }
  return { workspace: shardOf(workspace, options.shard), files, comparison };
}

async function fixFirst(
  { workspace, files }: Subject,
  fix: FixKind,
  options: CheckOptions,
  host: Host,
): Promise<Subject> {
  // Late: it brings the YAML library along.
  const { fixScopes, tellFixed, withText, writeFixed } = await import('./fix-scopes.js');
  const fixed = await fixScopes(workspace, files, { ...options, fix }, host);
  if (options.mode === 'write') writeFixed(fixed);
  const told = tellFixed(fixed, options.mode);
  // Beside a machine's format, the sentences would be noise in it.
  if (options.format === 'pretty') host.stdout.write(`${told}\n`);
  else host.stderr.write(told);
  const mended = fixed.reduce((state, { path, after }) => withText(state, path, after), files);
  return { workspace, files: mended, comparison: null };
}

function analyzeSubject(
  { workspace, files, comparison }: Subject,
  options: CheckOptions,
  host: Host,
): Promise<AnalyzedWorkspace<ChangedProject>> {
  if (comparison !== null) return analyzeChange(workspace, comparison, options, host);
  // Mended texts may not be on the disk.
  return options.fix === null
    ? analyzeRemembered(workspace, options, host)
    : analyzeFiles(workspace, options, host, { files });
}

function readOptions(input: CommandInput, host: Host): CheckOptions {
  const options: CheckOptions = {
    ...readProjectOptions(input, host),
    format: readFormat(text(input, 'format')),
    output: text(input, 'output'),
    strict: flag(input, 'strict'),
    maxWarnings: wholeNumber(input, 'maxWarnings', '--max-warnings'),
    color: color(input),
    compared: readCompared(input),
    fix: readFix(input),
    mode: flag(input, 'dryRun') ? 'dry-run' : 'write',
    watch: flag(input, 'watch'),
    shard: readShard(text(input, 'shard')),
  };
  if (options.fix !== null && options.compared !== null) {
    throw new Misuse(
      '--fix mends the file in the work tree; it goes with neither --staged nor --changed-since',
    );
  }
  if (options.watch && (options.fix !== null || options.compared !== null)) {
    throw new Misuse(
      '--watch judges the work tree after every save; it goes with no --fix, --staged or --changed-since',
    );
  }
  if (options.fix === null && options.mode === 'dry-run') {
    throw new Misuse('--dry-run shows what --fix or --fix-unsafe would do; name one of them');
  }
  return options;
}

function readCompared(input: CommandInput): Compared | null {
  const ref = text(input, 'changedSince');
  if (!flag(input, 'staged')) return ref === null ? null : { kind: 'since', ref };
  if (ref !== null) throw new Misuse('--staged and --changed-since exclude each other');
  return { kind: 'staged' };
}

function readFix(input: CommandInput): FixKind | null {
  if (flag(input, 'fixUnsafe')) return 'unsafe';
  return flag(input, 'fix') ? 'safe' : null;
}

/** Findings win over incompleteness: what was found is sure, whatever was not read. */
export function exitCodeOf(report: CheckReport, { strict, maxWarnings }: Tolerance): ExitCode {
  if (activeFindings(report, 'error').length > 0) return exitCodes.findings;
  if (maxWarnings !== null && activeFindings(report, 'warning').length > maxWarnings)
    return exitCodes.findings;
  // A change answers for its own open calls only; the list is the shorter one then.
  const open = Math.min(report.coverage.open, report.open.length);
  if (strict && (open > 0 || report.unread.length > 0)) return exitCodes.incomplete;
  return exitCodes.clean;
}

function readFormat(given: string | null): ReportFormat {
  return given !== null && given in reporters ? (given as ReportFormat) : 'pretty';
}
