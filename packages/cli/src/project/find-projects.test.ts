import { createDiskFiles } from '@leastscope/analyzer/disk';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findWorkspace } from './find-projects.js';

let top: string;

beforeEach(() => {
  top = realpathSync(mkdtempSync(join(tmpdir(), 'leastscope-find-')));
});
afterEach(() => {
  rmSync(top, { recursive: true, force: true });
});

function declare(...folders: readonly string[]): void {
  for (const folder of folders) {
    mkdirSync(join(top, folder), { recursive: true });
    writeFileSync(join(top, folder, 'scope-declaration.yaml'), '');
  }
}

function find(folder: string, declaration: string | null = null): readonly string[] {
  const cwd = join(top, folder);
  mkdirSync(cwd, { recursive: true });
  const { base, projects } = findWorkspace(
    {
      cwd,
      declaration,
      includeTests: false,
      exclude: [],
      asOf: null,
      cache: { kind: 'off' as const },
      stats: false,
      extent: 'everything',
    },
    createDiskFiles(),
  );
  return projects.map(
    (project) =>
      `${base.slice(top.length)} ${project.root.slice(top.length)} ${project.declaration ?? 'none'}`,
  );
}

it('takes the nearest upward', () => {
  declare('repo', 'repo/apps/a');
  expect(find('repo/apps/a/src/deep')).toEqual(['/repo/apps/a /repo/apps/a scope-declaration.yaml']);
  expect(find('repo/apps/b')).toEqual(['/repo /repo scope-declaration.yaml']);
});

it('does not look above the repository', () => {
  declare('.');
  mkdirSync(join(top, 'repo/.git'), { recursive: true });
  expect(find('repo/src')).toEqual(['/repo/src /repo/src none']);
});

it('takes every one below where there is none above, and none inside another', () => {
  mkdirSync(join(top, '.git'));
  declare('apps/b', 'apps/a', 'apps/a/nested', 'node_modules/x', '.hidden/y', 'fixtures/z');
  expect(find('.')).toEqual([' /apps/a scope-declaration.yaml', ' /apps/b scope-declaration.yaml']);
});

it('takes the one that is named, whatever its name', () => {
  declare('a');
  writeFileSync(join(top, 'a/other.yaml'), '');
  expect(find('.', 'a/other.yaml')).toEqual(['/a /a other.yaml']);
});
