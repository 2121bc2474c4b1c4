import { describe, expect, it } from 'vitest';
import { createDiskFiles } from '../src/disk/index.js';
import { analyzeFiles } from './generate/run.js';
import { foundMarks, loadShapeCases } from './shape-cases.mjs';

const cases = loadShapeCases();
const themes = [...new Set(cases.map((shape) => shape.theme))];

describe.each(themes)('shapes: %s', (theme) => {
  const ofTheme = cases.filter((shape) => shape.theme === theme);

  // A known limit has to fail: the day it is lifted, its note in shape.json goes.
  describe.each(ofTheme)('$id', ({ root, title, expected, limit }) => {
    (limit === undefined ? it : it.fails)('finds what the marks say', () => {
      const { needs } = analyzeFiles(root, createDiskFiles());
      expect(foundMarks(needs), title).toEqual(expected);
    });
  });
});

it('covers both languages and both module systems', () => {
  expect(cases.length).toBeGreaterThanOrEqual(70);
  const kinds = new Set(cases.map(({ language, modules }) => `${language} ${modules}`));
  expect(kinds).toEqual(new Set(['ts esm', 'ts cjs', 'js esm', 'js cjs']));
});
