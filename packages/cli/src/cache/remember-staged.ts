import { createDiskFiles, stagedState } from '@leastscope/analyzer/disk';
import type { Host } from '../host/host.js';
import type { ChangedProject } from '../change/analyze-change.js';
import { createChangeMemory, type ChangeMemory } from '../change/change-memory.js';
import type { AnalyzedWorkspace } from '../project/analyze-workspace.js';
import type { ProjectOptions } from '../project/project-options.js';
import { createLastingChangeMemory } from './lasting-change-memory.js';
import { buildId } from './build-id.js';
import { cacheFolder } from './cache-folder.js';
import { readRunAnswer } from './run-answer.js';
import { createStore, hashOf, isTable } from './store.js';

/** The answer about what is staged, with the folder that its places are relative to. */
export interface StagedAnswer extends AnalyzedWorkspace<ChangedProject> {
  readonly base: string;
}

/** Memory of one question about what is staged. */
export interface StagedMemory {
  readonly recall: () => StagedAnswer | null;
  readonly keep: (answer: StagedAnswer) => void;
  /** What other states of the same repository have taught, for one that was not asked about before. */
  readonly ofChange: () => ChangeMemory;
}

const none: StagedMemory = { recall: () => null, keep: () => undefined, ofChange: createChangeMemory };

/** The same index on the same commit gives the same answer: a second look at it asks git nothing. */
export function createStagedMemory(options: ProjectOptions, host: Host): StagedMemory {
  const maker = host.build ?? buildId();
  const folder = cacheFolder(options.cache, options.cwd);
  if (maker === null || folder === null) return none;
  const state = stagedState(createDiskFiles().realPath(options.cwd));
  if (state === null) return none;
  const { cwd, declaration, includeTests, exclude, asOf } = options;
  const store = createStore(folder, maker);
  const question = hashOf(JSON.stringify([cwd, declaration, includeTests, exclude, asOf]));
  const name = `staged-${question}`;
  return {
    recall: () => toAnswer(store.read(name), state),
    keep: (answer) => store.write(name, { ...answer, state }),
    ofChange: () => createLastingChangeMemory(store, name),
  };
}

function toAnswer(data: unknown, state: string): StagedAnswer | null {
  if (!isTable(data) || data['state'] !== state || typeof data['base'] !== 'string') return null;
  const { projects } = data;
  if (!Array.isArray(projects)) return null;
  try {
    const analyses = projects.map((one: unknown) => (isTable(one) ? one['analysis'] : null));
    const { asOf, catalog, rules, projects: read } = readRunAnswer({ ...data, projects: analyses });
    const placed = (projects as readonly ChangedProject[]).map((one, index) => ({
      ...one,
      analysis: read[index] ?? one.analysis,
    }));
    return { asOf, catalog, rules, projects: placed, base: data['base'] };
  } catch {
    return null;
  }
}
