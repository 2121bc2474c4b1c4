import { expect, test } from 'vitest';
import { createMemoryFiles, memoryRoot } from '../test/generate/memory-files.js';
import { requestFor, type Sources } from '../test/generate/run.js';
import { createWorkspaceMemory } from './disk/workspace-memory.js';
import { findRelevantModules } from './find-relevant-modules.js';

const host = 'https://open-api.tiktokglobalshop.com';
const calling = (at: number): Sources => ({
  [`src/call${String(at)}.ts`]: `export type Row = { id: string };
export const orders = () => fetch('${host}/order/202309/orders').then((response) => response.json());\n`,
});
const importing = (at: number): Sources => ({
  [`src/page${String(at)}.ts`]: `import type { Row } from './call0';\nexport const label = (row: Row) => row.id;\n`,
});

function lookOver(sources: Sources) {
  const memory = createWorkspaceMemory();
  const files = { ...createMemoryFiles(sources), stamp: () => 'same' };
  const relevant = findRelevantModules({ ...requestFor(memoryRoot, files), memory });
  return { memory, mayImport: (text: string) => relevant.mayImportSource(text) };
}

test('where few files call the platform, they are read to know who takes what from them', () => {
  const { memory, mayImport } = lookOver({ ...calling(0), ...importing(0), ...importing(1) });
  expect(mayImport(`import { other } from './elsewhere';`)).toBe(false);
  expect(memory.facts.size).toBe(0);
  expect(mayImport(`import { orders } from './call0';`)).toBe(true);
  expect(mayImport(`import type { Row } from './page1';`)).toBe(false);
  expect(memory.facts.size).toBeGreaterThan(0);
});

test('where most do, nothing is read: each file is judged by itself', () => {
  const { memory, mayImport } = lookOver({ ...calling(0), ...calling(1), ...importing(0) });
  expect(mayImport(`import { orders } from './call0';`)).toBe(true);
  expect(mayImport(`import { label } from './page0';`)).toBe(true);
  expect(mayImport(`import { other } from './elsewhere';`)).toBe(false);
  expect(memory.facts.size).toBe(0);
});
