import { loadCatalog } from '@leastscope/scope-catalog';
import { expect, it } from 'vitest';
import { createDiskFiles } from '../src/disk/disk-files.js';
import { createWorkspaceMemory } from '../src/disk/workspace-memory.js';
import { analyze, keptRuns, parseDeclaration, saveRuns, type AnalyzeRequest } from '../src/index.js';
import { loadFlowCases, requestOfStory } from './flow-cases.mjs';
import { editedRuns } from './generate/edited-runs.mjs';

const stories = loadFlowCases();
const edits = 3;

it.each(stories.map(({ name, root }, seed) => ({ name, root, seed })))(
  'a run that takes up the last one says what one from nothing says: $name',
  ({ root, seed }) => {
    const analyzer = { analyze, keptRuns, saveRuns, createWorkspaceMemory };
    for (const { path, texts } of editedRuns({ ...analyzer, request: of(root), seed, edits })) {
      const [takenUp, saved, anew] = texts;
      expect(takenUp, path).toBe(anew);
      expect(saved, path).toBe(anew);
    }
  },
);

it('works out again only what an edit reaches', () => {
  const steps = ['helper-two-files-away', 'service-and-controller', 'kept-in-another-file'].map((name) => {
    const story = stories.find((one) => one.name === name);
    const [memory, files] = [createWorkspaceMemory({ runs: new Map() }), createDiskFiles()];
    const request = { ...of(story?.root ?? ''), files };
    const live = [1, 2].map(() => analyze({ ...request, memory }).stats);
    const runs = keptRuns(structuredClone(saveRuns(memory.runs ?? new Map())));
    const saved = createWorkspaceMemory({ facts: memory.facts, runs, savesRuns: true });
    return [...live, analyze({ ...request, memory: saved }).stats].map(
      ({ flowSteps, steps: ofValues }) => flowSteps + ofValues,
    );
  });
  for (const [first = 0, second, asSaved] of steps) {
    expect(first).toBeGreaterThan(0);
    expect(second).toBe(0);
    // What is asked of single outflows beside is not saved.
    expect(asSaved).toBeLessThan(first / 10);
  }
});

function of(root: string): AnalyzeRequest {
  return requestOfStory(root, { parseDeclaration, files: createDiskFiles(), catalog: loadCatalog() });
}
