import type { RuleId } from '@leastscope/analyzer';
import { createChangeMemory, type ChangeMemory } from './change-memory.js';
import { focusOnChange } from './focus.js';
import { findScopeChange, type ScopeChange } from './scope-change.js';
import type { Catalog } from '@leastscope/scope-catalog';
import type { Host } from '../host/host.js';
import { analyzeFiles, type AnalyzedProject, type AnalyzedWorkspace } from '../project/analyze-workspace.js';
import type { Comparison } from './comparison.js';
import type { Project, Workspace } from '../project/find-projects.js';
import { pathFrom } from '../project/path-from.js';
import type { ProjectOptions } from '../project/project-options.js';

/** A project, and what a change does to it as a whole; absent where nothing is compared. */
export interface ChangedProject extends AnalyzedProject {
  readonly change?: ScopeChange;
}

/** Analyses both states of every project, and keeps what the change answers for. */
export async function analyzeChange(
  workspace: Workspace,
  comparison: Comparison,
  options: ProjectOptions,
  host: Host,
  learnt: () => ChangeMemory = createChangeMemory,
): Promise<AnalyzedWorkspace<ChangedProject>> {
  const { memory, keepTexts } = learnt();
  const { files, before } = comparison;
  const now = await analyzeFiles(workspace, options, host, { files, memory: memory.over(files) });
  const earlier = { ...workspace, projects: workspace.projects.map((one) => asItWas(one, comparison)) };
  const was = await analyzeFiles(earlier, { ...options, asOf: now.asOf }, host, {
    files: before,
    memory: memory.over(before),
  });
  keepTexts([files, before]);
  const { catalog, ruleInfos } = await host.loadEngine();
  const whole = new Set(ruleInfos.filter(({ horizon }) => horizon === 'project').map(({ id }) => id));
  const projects = now.projects.map((project, index) => {
    const old = was.projects[index];
    return old === undefined ? project : compare(project, old, comparison, { catalog, whole });
  });
  return { ...now, projects };
}

function compare(
  now: AnalyzedProject,
  was: AnalyzedProject,
  { against, before, changed, files, tellsOfWhole }: Comparison,
  { catalog, whole }: { readonly catalog: Catalog; readonly whole: ReadonlySet<RuleId> },
): ChangedProject {
  const { root } = now.project;
  const isChanged = (file: string): boolean => changed.has(pathFrom(root, file));
  return {
    ...now,
    change: findScopeChange(was.analysis, now.analysis, against, catalog),
    analysis: focusOnChange({
      before: was.analysis,
      after: now.analysis,
      isChanged,
      isTold: ({ rule, place }) => tellsOfWhole === 'always' || !whole.has(rule) || isChanged(place.file),
      wasThere: (file) => before.fileExists(pathFrom(root, file)),
      isThere: (file) => files.fileExists(pathFrom(root, file)),
    }),
  };
}

/** The same project earlier: without a declaration, if it had none yet. */
function asItWas(project: Project, { before }: Comparison): Project {
  const { root, declaration } = project;
  return declaration !== null && before.fileExists(`${root}/${declaration}`)
    ? project
    : { ...project, declaration: null };
}
