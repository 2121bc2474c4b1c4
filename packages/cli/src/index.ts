import { createDiskFiles, forwardSlashes } from '@leastscope/analyzer/disk';
import type { Analysis } from '@leastscope/analyzer';
import { loadEngine } from './host/engine.js';
import { analyzeProject as analyzeOne, chooseAsOf } from './project/analyze-project.js';
import { findProject } from './project/find-projects.js';
import { resolve } from 'node:path';

export { Misuse } from './host/misuse.js';
export type {
  Analysis,
  Coverage,
  Declaration,
  FieldRead,
  Finding,
  FindingPoint,
  Needs,
  OpenCall,
  Outflow,
  Place,
  Position,
  RelatedPlace,
  RuleId,
  RuleInfo,
  ScopeDifference,
  ScopeNeed,
  Severity,
  Suppression,
  UnreadFile,
  Use,
  Verdict,
} from '@leastscope/analyzer';

export interface AnalyzeProjectOptions {
  readonly cwd: string;
  /** Relative to `cwd`; the nearest `scope-declaration.yaml` upward when absent. */
  readonly declaration?: string;
  readonly includeTests?: boolean;
  /** `YYYY-MM-DD`; the date of the last commit when absent. */
  readonly asOf?: string;
}

export interface ProjectAnalysis extends Analysis {
  /** Absolute; the places are relative to it. */
  readonly root: string;
  readonly asOf: string;
}

/**
 * What the command line works out, as data. Throws `Misuse` where the command line would exit with 2.
 *
 * @example
 * const { needs, findings } = await analyzeProject({ cwd: process.cwd() });
 */
export async function analyzeProject(options: AnalyzeProjectOptions): Promise<ProjectAnalysis> {
  const engine = await loadEngine();
  const files = createDiskFiles();
  const asked = {
    cwd: forwardSlashes(resolve(options.cwd)),
    declaration: options.declaration ?? null,
    includeTests: options.includeTests ?? false,
    exclude: [],
    asOf: options.asOf ?? null,
    cache: { kind: 'off' as const },
    extent: 'everything' as const,
    stats: false,
  };
  const project = findProject(asked, files);
  const asOf = chooseAsOf(asked.asOf, project.root, engine);
  return { ...analyzeOne(project, asOf, asked, { engine, files }), root: project.root, asOf };
}
