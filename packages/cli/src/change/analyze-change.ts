import type { FactsCache, RuleInfo } from '@leastscope/analyzer';
import { shareSearches } from './share-searches.js';
import { focusOnChange } from './focus.js';
import { findScopeChange, type ScopeChange } from './scope-change.js';
import type { Engine } from '../host/engine.js';
import type { Host } from '../host/host.js';
import { requestFor } from '../project/analyze-project.js';
import { analyzeFiles, type AnalyzedProject, type AnalyzedWorkspace } from '../project/analyze-workspace.js';
import type { Comparison } from './comparison.js';
import { createDependents } from './dependents.js';
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
): Promise<AnalyzedWorkspace<ChangedProject>> {
  const cache: FactsCache = new Map();
  const { files, before } = comparison;
  const search = shareSearches();
  const now = await analyzeFiles(workspace, options, host, { files, cache, search: search(files) });
  const earlier = { ...workspace, projects: workspace.projects.map((one) => asItWas(one, comparison)) };
  const was = await analyzeFiles(earlier, { ...options, asOf: now.asOf }, host, {
    files: before,
    cache,
    search: search(before),
  });
  const engine = await host.loadEngine();
  const projects = now.projects.map((project, index) => {
    const old = was.projects[index];
    return old === undefined
      ? project
      : compare(project, old, { ...now, comparison, options, engine, cache });
  });
  return { ...now, projects };
}

interface CompareContext {
  readonly asOf: string;
  readonly comparison: Comparison;
  readonly options: ProjectOptions;
  readonly engine: Engine;
  readonly cache: FactsCache;
}

function compare(now: AnalyzedProject, was: AnalyzedProject, context: CompareContext): ChangedProject {
  const { comparison, engine, options, cache, asOf } = context;
  const { project } = now;
  const request = requestFor(project, asOf, options, { engine, files: comparison.files, cache });
  const rules: readonly RuleInfo[] = engine.ruleInfos;
  return {
    ...now,
    change: findScopeChange(was.analysis, now.analysis, comparison.against, engine.catalog),
    analysis: focusOnChange({
      before: was.analysis,
      after: now.analysis,
      rules,
      isChanged: (file) => comparison.changed.has(pathFrom(project.root, file)),
      dependsOnChanged: createDependents(request, engine.analyze, comparison.changed),
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
