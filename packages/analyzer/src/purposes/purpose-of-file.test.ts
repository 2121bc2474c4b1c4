import { expect, test } from 'vitest';
import { claim, declare, ship } from '../../test/judge.js';
import { tinyCatalog } from '../../test/tiny-catalog.js';
import { parseDeclaration } from '../declaration/parse-declaration.js';
import { purposesOf } from './purpose-of-file.js';

function owners(
  file: string,
  code: string,
  at = 'scope-declaration.yaml',
  directives = [] as Parameters<typeof purposesOf>[3],
) {
  const yaml = declare({ purposes: ship.replace('[src/ship/**]', code) });
  const { declaration } = parseDeclaration(yaml, at, tinyCatalog);
  return declaration === null ? null : purposesOf(file, 1, declaration, directives).map(({ id }) => id);
}

test('globs are relative to the folder of the declaration', () => {
  expect(owners('src/ship/a.ts', '[src/ship/**]')).toEqual(['ship']);
  expect(owners('apps/one/src/ship/a.ts', '[src/ship/**]', 'apps/one/scope-declaration.yaml')).toEqual([
    'ship',
  ]);
  expect(owners('packages/http/a.ts', '["../../packages/**"]', 'apps/one/scope-declaration.yaml')).toEqual([
    'ship',
  ]);
});

test('what lies outside of the declaration’s folder is any purpose’s, unless one names it', () => {
  const at = 'apps/one/scope-declaration.yaml';
  expect(owners('packages/http/a.ts', '[src/ship/**]', at)).toEqual(['ship']);
  expect(owners('apps/one/lib/a.ts', '[src/ship/**]', at)).toEqual([]);
  const named = ship.replace('id: ship', 'id: other').replace('src/ship/**', '../../packages/http/**');
  const { declaration } = parseDeclaration(declare({ purposes: ship + named }), at, tinyCatalog);
  const ids = (file: string) =>
    declaration === null ? null : purposesOf(file, 1, declaration, []).map(({ id }) => id);
  expect(ids('packages/http/a.ts')).toEqual(['other']);
  expect(ids('packages/log/a.ts')).toEqual(['ship', 'other']);
});

test('a folder means everything below; no globs mean the whole app', () => {
  expect(owners('src/ship/deep/a.ts', '[./src/ship/]')).toEqual(['ship']);
  expect(owners('src/shipping/a.ts', '[src/ship]')).toEqual([]);
  expect(owners('anything.ts', '[]')).toEqual(['ship']);
});

test('a directive claims a file that no glob owns', () => {
  expect(owners('lib/a.ts', '[src/ship]', undefined, [claim('lib/a.ts:1', 'ship')])).toEqual(['ship']);
  expect(owners('lib/a.ts', '[src/ship]', undefined, [claim('lib/b.ts:1', 'ship')])).toEqual([]);
});
