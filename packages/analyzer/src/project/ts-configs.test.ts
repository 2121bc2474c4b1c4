import { expect, test } from 'vitest';
import { createMemoryFiles, memoryRoot } from '../../test/generate/memory-files.js';
import { createTsConfigs } from './ts-configs.js';

/** Configurations that each extend and refer to all others. */
function tangled(count: number): Record<string, string> {
  const names = Array.from({ length: count }, (_, at) => `c${String(at)}.json`);
  const all = names.map((name) => `./${name}`);
  const text = JSON.stringify({ extends: all, references: all.map((path) => ({ path })) });
  return { 'tsconfig.json': text, ...Object.fromEntries(names.map((name) => [name, text])) };
}

test('configurations that extend each other in rings are read once each', () => {
  const files = createMemoryFiles({
    ...tangled(12),
    'c11.json': '{ "compilerOptions": { "paths": { "@/*": ["src/*"] } } }',
  });
  const reads: string[] = [];
  const counting = {
    ...files,
    readFile: (path: string) => {
      if (/\/(?:c\d+|tsconfig)\.json$/.test(path)) reads.push(path);
      return files.readFile(path);
    },
  };
  const { nearest } = createTsConfigs(counting, memoryRoot);
  expect(nearest('src').paths).toEqual([{ pattern: '@/*', targets: ['src/*'] }]);
  expect(reads.length).toBe(13);
});
