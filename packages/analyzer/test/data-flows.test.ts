import { loadCatalog } from '@leastscope/scope-catalog';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseDeclaration } from '../src/declaration/parse-declaration.js';
import { createDiskFiles } from '../src/disk/index.js';
import { analyze, type Analysis } from '../src/index.js';
import { flowMarks, loadFlowCases } from './flow-cases.mjs';

const cases = loadFlowCases();

// A known limit has to fail: the day it is lifted, its note in story.json goes.
describe.each(cases)('data flow: $name', ({ root, title, expected, limit }) => {
  (limit === undefined ? it : it.fails)('reads and gives away what the marks say', () => {
    expect(flowMarks(run(root)), title).toEqual(expected);
  });
});

it('marks something in every story', () => {
  expect(cases.filter(({ expected }) => expected.length === 0)).toEqual([]);
  expect(cases.length).toBeGreaterThanOrEqual(20);
});

/** By its own declaration where it has one; without one nothing is judged. */
function run(root: string): Analysis {
  const name = 'scope-declaration.yaml';
  const catalog = loadCatalog();
  const declared = existsSync(`${root}/${name}`)
    ? parseDeclaration(readFileSync(`${root}/${name}`, 'utf8'), name, catalog)
    : { declaration: null, mistakes: [] };
  return analyze({
    root,
    files: createDiskFiles(),
    catalog,
    ...declared,
    includeTests: false,
    asOf: '2026-01-01',
    severities: {},
    seeds: null,
  });
}
