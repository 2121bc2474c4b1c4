import { createDiskFiles } from '@leastscope/analyzer/disk';
import type { Host } from '../host.js';
import type { PlacedAnalysis } from '../report.js';
import { analyzeProject, chooseAsOf, type AnalysisTools } from './analyze-project.js';
import type { Project, Workspace } from './find-projects.js';
import { createProgress } from './progress.js';
import type { ProjectOptions } from './read-options.js';

export interface AnalyzedProject extends PlacedAnalysis {
  readonly project: Project;
}

export interface AnalyzedWorkspace {
  readonly asOf: string;
  readonly projects: readonly AnalyzedProject[];
}

/** Analyses every project of a workspace, telling of progress on a terminal. The disk is read, unless files are given. */
export async function analyzeWorkspace(
  workspace: Workspace,
  options: ProjectOptions,
  host: Host,
  given: Partial<Pick<AnalysisTools, 'files' | 'cache'>> = {},
): Promise<AnalyzedWorkspace> {
  const engine = await host.loadEngine();
  const progress = createProgress(host);
  const tools: AnalysisTools = { engine, files: createDiskFiles(), onProgress: progress.tell, ...given };
  try {
    const asOf = chooseAsOf(options.asOf, workspace.base, engine);
    const projects = workspace.projects.map((project) => ({
      project,
      folder: project.folder,
      analysis: analyzeProject(project, asOf, options, tools),
    }));
    return { asOf, projects };
  } finally {
    progress.end();
  }
}
