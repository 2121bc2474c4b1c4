import { expect, it } from 'vitest';
import { codeGlobs } from './code-globs.js';

it('a route stands for its folder, another file for itself', () => {
  expect(codeGlobs(['src/app/orders/route.ts', 'src/pull.ts'], ['src/chat.ts'])).toEqual([
    'src/app/orders/**',
    'src/pull.ts',
  ]);
});

it('a folder that holds another purpose belongs to none', () => {
  const files = ['src/app/orders/route.ts', 'src/orders/a.ts', 'src/orders/b.ts', 'src/orders/c.ts'];
  expect(codeGlobs(files, [])).toEqual(['src/app/orders/**', 'src/orders/**']);
  expect(codeGlobs(files, ['src/app/orders/chat/route.ts', 'src/orders/x.ts'])).toEqual(files.toSorted());
});

it('a folder near the root is nearly everything, and a folder inside another is named by it', () => {
  expect(codeGlobs(['src/a.ts', 'src/b.ts', 'src/c.ts'], [])).toEqual(['src/a.ts', 'src/b.ts', 'src/c.ts']);
  expect(codeGlobs(['app/x/route.ts', 'app/x/y/route.ts'], [])).toEqual(['app/x/**']);
});
