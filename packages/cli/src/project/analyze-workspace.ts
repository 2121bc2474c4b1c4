import type { Analysis, RuleInfo } from '@leastscope/analyzer';
import { createDiskFiles } from '@leastscope/analyzer/disk';
import type { Host } from '../host/host.js';
import { analyzeProject, chooseAsOf, type AnalysisTools } from './analyze-project.js';
import { excluder, without } from './exclude.js';
import type { Project, Workspace } from './find-projects.js';
import { readAhead } from './read-ahead.js';
import { createProgress } from './progress.js';
import type { ProjectOptions } from './project-options.js';

/** One project's analysis and where the project lies: `` for the root of the workspace, else `apps/a/`. */
export interface AnalyzedProject {
  readonly project: Project;
  readonly folder: string;
  readonly analysis: Analysis;
}

export interface AnalyzedWorkspace<One extends AnalyzedProject = AnalyzedProject> {
  readonly asOf: string;
  /** By which it was judged. */
  readonly catalog: { readonly version: string; readonly date: string; readonly listed: string };
  readonly rules: readonly RuleInfo[];
  readonly projects: readonly One[];
}

/** Analyses every project of a workspace, telling of progress on a terminal. The disk is read, unless files are given. */
export async function analyzeFiles(
  workspace: Workspace,
  options: ProjectOptions,
  host: Host,
  given: Partial<Pick<AnalysisTools, 'files' | 'memory'>> = {},
): Promise<AnalyzedWorkspace> {
  const isExcluded = await excluder(options);
  const files = without(isExcluded, given.files ?? readAhead(createDiskFiles(), workspace));
  const engine = await host.loadEngine();
  const progress = createProgress(host);
  const tools: AnalysisTools = { ...given, engine, files, onProgress: progress.tell };
  try {
    const asOf = chooseAsOf(options.asOf, workspace.base, engine);
    const projects = workspace.projects.map((project) => ({
      project,
      folder: project.folder,
      analysis: analyzeProject(project, asOf, options, tools),
    }));
    const { version, date, listed } = engine.catalog;
    return { asOf, catalog: { version, date, listed }, rules: engine.ruleInfos, projects };
  } finally {
    progress.end();
  }
}
