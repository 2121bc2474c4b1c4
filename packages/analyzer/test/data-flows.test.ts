import { loadCatalog } from '@leastscope/scope-catalog';
import { describe, expect, it } from 'vitest';
import { parseDeclaration } from '../src/declaration/parse-declaration.js';
import { createDiskFiles } from '../src/disk/index.js';
import { analyze } from '../src/index.js';
import { analyzeStory, flowMarks, loadFlowCases } from './flow-cases.mjs';

const cases = loadFlowCases();
const tools = { analyze, parseDeclaration, files: createDiskFiles(), catalog: loadCatalog() };

// A known limit has to fail: the day it is lifted, its note in story.json goes.
describe.each(cases)('data flow: $name', ({ root, title, expected, limit }) => {
  (limit === undefined ? it : it.fails)('reads and gives away what the marks say', () => {
    expect(flowMarks(analyzeStory(root, tools)), title).toEqual(expected);
  });
});

it('marks something in every story', () => {
  expect(cases.filter(({ expected }) => expected.length === 0)).toEqual([]);
  expect(cases.length).toBeGreaterThanOrEqual(20);
});
