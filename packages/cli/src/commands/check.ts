import { createDiskFiles, type DiskFiles } from '@leastscope/analyzer/disk';
import { analyzeOrRecall } from '../cache/analyze-or-recall.js';
import { createStagedMemory, type StagedMemory } from '../cache/remember-staged.js';
import { analyzeChange, type ChangedProject } from '../change/analyze-change.js';
import { openComparison, type Comparison } from '../change/comparison.js';
import type { RunCommand } from '../command-line/command.js';
import { tool } from '../host/about.js';
import { pathFrom } from '../project/path-from.js';
import { exitCodes, type ExitCode } from '../host/exit-codes.js';
import type { Host } from '../host/host.js';
import { Misuse } from '../host/misuse.js';
import { analyzeFiles, type AnalyzedWorkspace } from '../project/analyze-workspace.js';
import { onDisk } from '../project/declaration-finder.js';
import { findWorkspace, workspaceOf, type Workspace } from '../project/find-projects.js';
import { readSelection, rootsOf, selectFrom, type Selection } from '../project/selection.js';
import { shardOf } from '../project/shard.js';
import { watchWorkspace } from '../project/watch-workspace.js';
import { createReport } from '../reports/report.js';
import { readCheckOptions, type CheckOptions } from './check-options.js';
import { writeReports } from './write-reports.js';
import { writeStats } from './write-stats.js';

/** What a run is about, and the state of the files that it judges. */
interface Subject {
  readonly workspace: Workspace;
  readonly files: DiskFiles;
  readonly comparison: Comparison | null;
  /** Null: everything. */
  readonly selection: Selection | null;
}

/** `leastscope check`: what code and declaration disagree about. */
export const run: RunCommand = async (input, host) => {
  const options = readCheckOptions(input, host);
  if (!options.watch) return report(await answer(options, host), options, host);
  const { workspace, files, selection } = await findSubject(options);
  await watchWorkspace(workspace, options, host, (analyzed) => {
    report({ ...analyzed, base: workspace.base, files: () => files, selection }, options, host);
  });
  return exitCodes.clean;
};

function report(found: Answer, options: CheckOptions, host: Host): ExitCode {
  const { asOf, catalog, rules, projects, base, files, selection } = found;
  const named = selection === null ? projects : projects.map((one) => select(one, selection));
  const told = createReport({ tool, catalog, asOf, rules }, named);
  const sourceOf = (file: string): string | null => files().readFile(pathFrom(base, file));
  const exitCode = writeReports(told, { base, cwd: options.cwd, sourceOf }, options, host);
  writeStats(projects, options, host);
  return exitCode;
}

function select(one: ChangedProject, selection: Selection): ChangedProject {
  return { ...one, analysis: selectFrom(one.analysis, one.project.root, selection) };
}

/** What was found, and the files that it was found in, which are opened only to show their lines. */
interface Answer extends AnalyzedWorkspace<ChangedProject> {
  /** Absolute; every place is relative to it. */
  readonly base: string;
  readonly files: () => DiskFiles;
  readonly selection: Selection | null;
}

async function answer(options: CheckOptions, host: Host): Promise<Answer> {
  const isStaged =
    options.compared?.kind === 'staged' && options.shard === null && options.paths.length === 0;
  const memory = isStaged ? createStagedMemory(options, host) : null;
  const recalled = memory?.recall() ?? null;
  if (recalled !== null) return { ...recalled, files: () => openFiles(options).files, selection: null };
  const found = await findSubject(options);
  const subject = await mendFirst(found, options, host);
  const analyzed = {
    ...(await analyzeSubject(subject, options, host, memory)),
    base: subject.workspace.base,
  };
  memory?.keep(analyzed);
  return { ...analyzed, files: () => subject.files, selection: subject.selection };
}

/** The state of the files that is judged: what is staged, else what lies on the disk. */
function openFiles({ compared, cwd }: CheckOptions): Pick<Subject, 'files' | 'comparison'> {
  const comparison = compared === null ? null : openComparison(compared, cwd);
  return { comparison, files: comparison?.files ?? createDiskFiles() };
}

async function findSubject(options: CheckOptions): Promise<Subject> {
  const { comparison, files } = openFiles(options);
  const cwd = comparison?.cwd ?? options.cwd;
  const finder = comparison?.finder ?? onDisk;
  const selection = await readSelection(options.paths, cwd, files);
  const workspace =
    selection === null || options.declaration !== null
      ? findWorkspace({ ...options, cwd }, files, finder)
      : workspaceOf(rootsOf(selection, files, finder), cwd);
  if (workspace.projects.every((project) => project.declaration === null)) {
    throw new Misuse(
      options.compared?.kind === 'staged'
        ? 'nothing that is staged or committed is a scope-declaration.yaml here or above; `git add` it, or write a first one with `leastscope init`'
        : 'there is no scope-declaration.yaml here or above; `leastscope init` writes a first one',
    );
  }
  return { workspace: shardOf(workspace, options.shard), files, comparison, selection };
}

/** With `--fix` and `--accept`, texts are mended first, and what is left is judged. */
async function mendFirst(subject: Subject, options: CheckOptions, host: Host): Promise<Subject> {
  const { workspace, files, selection } = subject;
  const { fix } = options;
  if (fix === null && options.accept === null) return subject;
  // Late: it brings the YAML library along.
  const { fixScopes, tellFixed, withText, writeFixed } = await import('./fix-scopes.js');
  const fixed =
    fix === null
      ? await accept(subject, options, host)
      : await fixScopes(workspace, files, { ...options, fix }, host);
  if (options.mode === 'write') writeFixed(fixed);
  const told = tellFixed(fixed, options.mode);
  // Beside a machine's format, the sentences would be noise in it.
  if (options.outputs[0].format === 'pretty') host.stdout.write(`${told}\n`);
  else host.stderr.write(told);
  const mended = fixed.reduce((state, { path, after }) => withText(state, path, after), files);
  return { workspace, files: mended, comparison: null, selection };
}

async function accept({ workspace, files, selection }: Subject, options: CheckOptions, host: Host) {
  const { acceptFindings } = await import('./accept-findings.js');
  if (options.accept === null) return [];
  const { asOf, projects, ...rest } = await analyzeFiles(workspace, options, host, { files });
  const named = selection === null ? projects : projects.map((one) => select(one, selection));
  return acceptFindings({ asOf, projects: named, ...rest }, files, options.accept, options.notes);
}

async function analyzeComparison(
  workspace: Subject['workspace'],
  comparison: NonNullable<Subject['comparison']>,
  options: CheckOptions,
  host: Host,
  staged: StagedMemory | null,
): Promise<AnalyzedWorkspace<ChangedProject>> {
  if (staged === null) return analyzeChange(workspace, comparison, options, host);
  try {
    return await analyzeChange(workspace, comparison, options, host, staged.ofChange);
  } catch {
    // Memory of a wrong shape, most likely. If it was not the memory, the error comes again.
    return analyzeChange(workspace, comparison, options, host);
  }
}

function analyzeSubject(
  { workspace, files, comparison }: Subject,
  options: CheckOptions,
  host: Host,
  staged: StagedMemory | null,
): Promise<AnalyzedWorkspace<ChangedProject>> {
  if (comparison !== null) return analyzeComparison(workspace, comparison, options, host, staged);
  // Mended texts may not be on the disk.
  return options.fix === null && options.accept === null
    ? analyzeOrRecall(workspace, options, host)
    : analyzeFiles(workspace, options, host, { files });
}
