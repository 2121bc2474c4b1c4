import { loadCatalog } from '@leastscope/scope-catalog';
import { describe, expect, it } from 'vitest';
import { createDiskFiles } from '../src/disk/index.js';
import { analyze } from '../src/index.js';
import { foundMarks, loadShapeCases } from './shape-cases.mjs';

const cases = loadShapeCases();
const themes = [...new Set(cases.map((shape) => shape.theme))];

describe.each(themes)('shapes: %s', (theme) => {
  const ofTheme = cases.filter((shape) => shape.theme === theme);

  // A known limit has to fail: the day it is lifted, its note in shape.json goes.
  describe.each(ofTheme)('$id', ({ root, title, expected, limit }) => {
    (limit === undefined ? it : it.fails)('finds what the marks say', () => {
      const { needs } = analyze({
        root,
        files: createDiskFiles(),
        catalog: loadCatalog(),
        declaration: null,
        mistakes: [],
        includeTests: false,
        asOf: '2026-01-01',
        severities: {},
        seeds: null,
      });
      expect(foundMarks(needs), title).toEqual(expected);
    });
  });
});

it('covers both languages and both module systems', () => {
  expect(cases.length).toBeGreaterThanOrEqual(70);
  const kinds = new Set(cases.map(({ language, modules }) => `${language} ${modules}`));
  expect(kinds).toEqual(new Set(['ts esm', 'ts cjs', 'js esm', 'js cjs']));
});
