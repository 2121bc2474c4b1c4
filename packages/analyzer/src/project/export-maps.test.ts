import { expect, test } from 'vitest';
import { exportTargets, importTargets } from './export-maps.js';

test.each([
  ['a text', './dist/index.js', '.', ['./dist/index.js']],
  [
    'what was written before what was built',
    { '.': { types: './dist/index.d.ts', import: './dist/index.js', source: './src/index.ts' } },
    '.',
    ['./src/index.ts', './dist/index.js', './dist/index.d.ts'],
  ],
  [
    'conditions in conditions',
    { './http': { node: { import: './http.mjs', require: './http.cjs' } } },
    './http',
    ['./http.mjs', './http.cjs'],
  ],
  [
    'the longest pattern',
    { './*': './src/*.ts', './api/*': './src/api/*.ts' },
    './api/a',
    ['./src/api/a.ts'],
  ],
  ['every file of a list', { '.': ['./a.js', './b.js'] }, '.', ['./a.js', './b.js']],
  ['nothing that is closed', { './*': './src/*.ts', './internal/*': null }, './internal/a', []],
  ['nothing of a subpath that is not named', { '.': './index.js' }, './other', []],
  ['nothing of what is no map', 7, '.', []],
])('exports name %s', (_, exports, subpath, expected) => {
  expect(exportTargets({ name: 'http', exports }, subpath)).toEqual(expected);
});

test('imports name files by condition and pattern, and nothing where there are none', () => {
  const imports = { '#http': { default: './src/http.ts' }, '#lib/*': './src/lib/*.ts' };
  expect(importTargets({ name: 'a', imports }, '#http')).toEqual(['./src/http.ts']);
  expect(importTargets({ name: 'a', imports }, '#lib/x')).toEqual(['./src/lib/x.ts']);
  expect(importTargets({ name: 'a' }, '#http')).toEqual([]);
});
