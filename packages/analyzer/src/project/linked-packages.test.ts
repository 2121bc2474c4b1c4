import { expect, it } from 'vitest';
import { linkedPackages } from './linked-packages.js';
import { importsFromAbove } from './scan-imports.js';

it('names what a package takes from beside it', () => {
  const text = JSON.stringify({
    dependencies: { '@m/lib': 'workspace:*', axios: '^1.0.0' },
    devDependencies: { a: 'file:../a' },
  });
  expect(linkedPackages(text)).toEqual(['@m/lib', 'a']);
  expect(linkedPackages('{ broken')).toEqual([]);
  expect(linkedPackages(null)).toEqual([]);
});

it('sees imports from above the root', () => {
  expect(importsFromAbove('src/a.ts', "import { x } from '../../packages/lib.js';")).toBe(true);
  expect(importsFromAbove('src/a.ts', "import { x } from '../lib.js';")).toBe(false);
  expect(importsFromAbove('a.ts', "const x = require('../lib')")).toBe(true);
});
