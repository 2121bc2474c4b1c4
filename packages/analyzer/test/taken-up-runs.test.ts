import { loadCatalog } from '@leastscope/scope-catalog';
import { expect, it } from 'vitest';
import { createDiskFiles } from '../src/disk/disk-files.js';
import { createWorkspaceMemory } from '../src/disk/workspace-memory.js';
import { analyze, parseDeclaration, type AnalyzeRequest } from '../src/index.js';
import { loadFlowCases, requestOfStory } from './flow-cases.mjs';
import { editedRuns } from './generate/edited-runs.mjs';

const stories = loadFlowCases();
const edits = 3;

it.each(stories.map(({ name, root }, seed) => ({ name, root, seed })))(
  'a run that takes up the last one says what one from nothing says: $name',
  ({ root, seed }) => {
    for (const { path, texts } of editedRuns({
      analyze,
      createWorkspaceMemory,
      request: of(root),
      seed,
      edits,
    }))
      expect(texts[0], path).toBe(texts[1]);
  },
);

it('works out again only what an edit reaches', () => {
  const steps = ['helper-two-files-away', 'service-and-controller', 'kept-in-another-file'].map((name) => {
    const story = stories.find((one) => one.name === name);
    const [memory, files] = [createWorkspaceMemory({ runs: new Map() }), createDiskFiles()];
    const runs = [1, 2].map(() => analyze({ ...of(story?.root ?? ''), files, memory }).stats);
    return runs.map(({ flowSteps, steps: ofValues }) => flowSteps + ofValues);
  });
  for (const [first, second] of steps) {
    expect(first).toBeGreaterThan(0);
    expect(second).toBe(0);
  }
});

function of(root: string): AnalyzeRequest {
  return requestOfStory(root, { parseDeclaration, files: createDiskFiles(), catalog: loadCatalog() });
}
