import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { gitFiles } from './git-files.js';
import { findGitFolder, headCommit } from './git-folder.js';
import { readIndex } from './git-index.js';
import { listFiles } from './list-files.js';
import { isSourcePath } from './source-names.js';

function git(root: string, ...args: readonly string[]): string {
  return execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

function inScratch(files: ReadonlyMap<string, string>, look: (root: string) => void): void {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'leastscope-list-')));
  try {
    for (const [path, content] of files) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    }
    look(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

const name = fc.constantFrom('a', 'b', 'gen', 'lib', 'ä');
const folder = fc.array(name, { maxLength: 3 }).map((parts) => parts.map((part) => `${part}/`).join(''));
const sourceFile = fc.tuple(folder, name).map(([path, file]) => `${path}${file}.ts`);
const rule = fc.oneof(
  name.map((one) => `${one}/`),
  name.map((one) => `/${one}`),
  name.map((one) => `${one}.ts`),
  name.map((one) => `!${one}.ts`),
  fc.tuple(name, name).map((both) => both.join('/')),
  fc.constantFrom('*.ts', '**/gen', '!gen/', 'lib/**', '# remark', '!lib/a.ts', 'b/*'),
);
const ignoreFile = fc.tuple(folder, fc.array(rule, { minLength: 1, maxLength: 3 }));
const trees = fc.record({
  files: fc.uniqueArray(sourceFile, { minLength: 1, maxLength: 14 }),
  ignores: fc.array(ignoreFile, { maxLength: 3 }),
  excludes: fc.array(rule, { maxLength: 2 }),
  tracked: fc.array(fc.nat(), { maxLength: 6 }),
  gone: fc.array(fc.nat(), { maxLength: 1 }),
  root: folder,
});

it('lists in process what git lists, whatever is tracked, ignored and gone', () => {
  fc.assert(
    fc.property(trees, ({ files, ignores, excludes, tracked, gone, root: below }) => {
      const laid = new Map([
        ...files.map((path) => [path, ''] as const),
        ...ignores.map(([path, rules]) => [`${path}.gitignore`, `${rules.join('\n')}\n`] as const),
      ]);
      inScratch(laid, (top) => {
        git(top, 'init', '-q');
        writeFileSync(join(top, '.git/info/exclude'), excludes.join('\n'));
        const chosen = [...new Set(tracked.map((index) => files[index % files.length] ?? ''))];
        if (chosen.length > 0) git(top, 'add', '--force', '--', ...chosen);
        for (const index of gone) rmSync(join(top, files[index % files.length] ?? ''));
        const root = join(top, below).replace(/\/$/, '');
        mkdirSync(root, { recursive: true });
        const asked = (gitFiles(root) ?? []).filter(isSourcePath).sort();
        // Where git knows nothing, the folders are walked; the other tests look at that.
        if (asked.length > 0) expect(listFiles(root).paths).toEqual(asked);
      });
    }),
    { seed: 20261124, numRuns: 40 },
  );
});

it('reads from the index what git says of it', () => {
  inScratch(
    new Map([
      ['a.ts', '1'],
      ['b/long-name-of-a-file.ts', '22'],
    ]),
    (root) => {
      git(root, 'init', '-q');
      git(root, 'add', '.');
      const bytes = execFileSync('cat', [join(root, '.git/index')]);
      const index = readIndex(bytes);
      expect([...(index?.paths ?? [])].map(([path, at]) => [path, index?.entry(at).stamp.size])).toEqual([
        ['a.ts', 1],
        ['b/long-name-of-a-file.ts', 2],
      ]);
      for (let length = 0; length < bytes.length; length += 1) readIndex(bytes.subarray(0, length));
      git(root, 'update-index', '--index-version', '4');
      expect(readIndex(execFileSync('cat', [join(root, '.git/index')])), 'left to git').toBeNull();
      expect(listFiles(root).paths).toEqual(['a.ts', 'b/long-name-of-a-file.ts']);
    },
  );
});

it('finds the commit that is checked out as git does', () => {
  inScratch(new Map([['app/a.ts', '']]), (root) => {
    git(root, 'init', '-q');
    expect(headCommit(root), 'nothing committed').toBeNull();
    git(root, 'add', '.');
    git(root, 'commit', '-qm', 'x');
    const name = git(root, 'rev-parse', 'HEAD').trim();
    expect(headCommit(join(root, 'app'))).toBe(name);
    git(root, 'pack-refs', '--all');
    expect(headCommit(root)).toBe(name);
    git(root, 'worktree', 'add', '-q', '--detach', join(root, 'other'));
    expect(headCommit(join(root, 'other'))).toBe(name);
    expect(findGitFolder(join(root, 'other'))?.top).toBe(join(root, 'other'));
    expect(listFiles(join(root, 'other')).paths).toEqual(['app/a.ts']);
  });
});
