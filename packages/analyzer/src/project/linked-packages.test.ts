import { describe, expect, it } from 'vitest';
import { createMemoryFiles, memoryRoot } from '../../test/generate/memory-files.js';
import { linkedPackages } from './linked-packages.js';
import { importsFromAbove } from './scan-imports.js';

/** Which dependencies of `apps/web` come from a folder outside of it. */
function linked(
  dependencies: Readonly<Record<string, string>>,
  others: Readonly<Record<string, string>> = {},
): readonly string[] {
  const files = createMemoryFiles({
    ...others,
    'apps/web/package.json': JSON.stringify({ name: 'web', dependencies }),
  });
  return linkedPackages(files, `${memoryRoot}/apps/web`).map(({ name }) => name);
}

const packageJson = (name: string, more: object = {}): string => JSON.stringify({ name, ...more });
const members = {
  'packages/lib/package.json': packageJson('@m/lib'),
  'packages/old/package.json': packageJson('@m/old'),
  'deep/er/still/package.json': packageJson('@m/deep'),
};
const patterns = ['apps/*', './packages/*/', '!packages/old', 'deep/**'];

describe('linkedPackages', () => {
  it('names what is linked to a folder outside', () => {
    expect(
      linked({ a: 'workspace:*', b: 'link:../b', c: 'file:../c', d: 'portal:../d', e: 'file:/srv/e' }),
    ).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it.each<[string, string]>([
    ['any version', '*'],
    ['a tag', 'latest'],
    ['a range', '^1.0.0'],
    ['none', ''],
    ['an alias', 'npm:other@*'],
    ['a tarball of the disk', 'file:../packed-1.0.0.tgz'],
    ['a tarball by another name', 'file:../packed'],
    ['a tarball of the net', 'https://example.com/packed.tgz'],
    ['a repository', 'github:who/what'],
    ['a repository in short', 'who/what'],
    ['a catalog entry', 'catalog:'],
    ['a folder inside', 'file:./vendor/inside'],
  ])('does not take %s for one', (_what, version) => {
    expect(linked({ undici: version }, { 'apps/packed': 'a tarball' })).toEqual([]);
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    ['npm or yarn', { 'package.json': packageJson('top', { workspaces: patterns }) }],
    ['yarn of old', { 'package.json': packageJson('top', { workspaces: { packages: patterns } }) }],
    ['pnpm', { 'pnpm-workspace.yaml': `packages: ${JSON.stringify(patterns)}\n` }],
    ['Lerna', { 'lerna.json': JSON.stringify({ packages: patterns }) }],
  ])('knows the members of a workspace of %s, whatever the range', (_what, top) => {
    const wanted = { '@m/lib': '*', '@m/deep': '^1.0.0', '@m/old': '*', undici: '*', web: '*' };
    expect(linked(wanted, { ...members, ...top })).toEqual(['@m/deep', '@m/lib']);
    expect(linked({ '@m/lib': 'catalog:' }, { ...members, ...top })).toEqual(['@m/lib']);
    expect(linked({ '@m/lib': 'npm:@other/lib@1' }, { ...members, ...top })).toEqual([]);
  });

  it('takes no workspace for its own that does not name it', () => {
    const top = { 'package.json': packageJson('top', { workspaces: ['packages/*'] }) };
    expect(linked({ '@m/lib': '*' }, { ...members, ...top })).toEqual([]);
  });

  it('survives what is no package.json', () => {
    const files = createMemoryFiles({ 'package.json': '{ broken', 'pnpm-workspace.yaml': 'a: [' });
    expect(linkedPackages(files, memoryRoot)).toEqual([]);
    expect(linkedPackages(createMemoryFiles({}), memoryRoot)).toEqual([]);
  });

  it('says what is true', () => {
    const files = createMemoryFiles({
      'package.json': packageJson('app', { devDependencies: { a: 'link:../a' } }),
    });
    expect(linkedPackages(files, memoryRoot)).toEqual([
      { name: 'a', folder: memoryRoot.replace(/[^/]*$/, 'a'), says: 'linked to `../a`' },
    ]);
  });
});

it('sees imports from above the root', () => {
  expect(importsFromAbove('src/a.ts', "import { x } from '../../packages/lib.js';")).toBe(true);
  expect(importsFromAbove('src/a.ts', "import { x } from '../lib.js';")).toBe(false);
  expect(importsFromAbove('a.ts', "const x = require('../lib')")).toBe(true);
});
