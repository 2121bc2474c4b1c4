import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { changedBetween, changedInWorkTree } from './changed-paths.js';
import { createDiskFiles } from './disk-files.js';
import { createHeadFiles, createIndexFiles, createTreeFiles, forkPoint } from './git-snapshots.js';
import { openRepository, type Repository } from './repository.js';

let root: string;

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'leastscope-index-')));
  git('init', '-q', '-b', 'main');
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true, force: true });
});

function lay(files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
}

function git(...args: readonly string[]): void {
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
    cwd: root,
    stdio: 'ignore',
  });
}

function commit(): void {
  git('add', '-A');
  git('commit', '-qm', 'x');
}

function open(folder = root): Repository {
  const opened = openRepository(folder);
  if (opened.kind === 'trouble') throw new Error(opened.reason);
  return opened.repository;
}

function staged(): readonly string[] {
  return createIndexFiles(open())
    .files.listFiles(root)
    .map((path) => path.slice(root.length + 1));
}

it('reads what is staged, and nothing of the work tree', () => {
  lay({ 'src/a b.ts': 'old', 'src/ä\n.ts': 'odd name', 'gone.ts': '', 'README.md': 'text' });
  commit();
  lay({ 'src/a b.ts': 'staged', 'new.ts': 'new' });
  git('add', '-A');
  git('rm', '-q', '--cached', 'gone.ts');
  lay({ 'src/a b.ts': 'dirty', 'untracked.ts': '' });
  rmSync(join(root, 'new.ts'));
  const { files } = createIndexFiles(open());
  expect(staged()).toEqual(['new.ts', 'src/a b.ts', 'src/ä\n.ts']);
  expect(files.readFile(`${root}/src/a b.ts`)).toBe('staged');
  expect(files.readFile(`${root}/src/ä\n.ts`)).toBe('odd name');
  expect(files.readFile(`${root}/untracked.ts`)).toBeNull();
  expect(files.whyUnread(`${root}/untracked.ts`)).toBeNull();
  expect(files.fileExists(`${root}/gone.ts`)).toBe(false);
  expect(files.directoryExists(`${root}/src`)).toBe(true);
  expect(files.directoryExists(`${root}/sr`)).toBe(false);
  expect(createHeadFiles(open()).files.readFile(`${root}/src/a b.ts`)).toBe('old');
});

it('leaves out what is only announced, but not an empty file', () => {
  lay({ 'committed-empty.ts': '' });
  commit();
  lay({ 'announced.ts': 'x', 'announced-empty.ts': '', 'empty.ts': '' });
  git('add', '--intent-to-add', 'announced.ts', 'announced-empty.ts');
  git('add', 'empty.ts');
  expect(staged()).toEqual(['committed-empty.ts', 'empty.ts']);
});

it('works before the first commit', () => {
  lay({ 'a.ts': 'a', 'later.ts': '' });
  git('add', 'a.ts');
  git('add', '--intent-to-add', 'later.ts');
  expect(staged()).toEqual(['a.ts']);
  expect(createHeadFiles(open()).files.listFiles(root)).toEqual([]);
});

it('names files with a merge conflict', () => {
  lay({ 'a.ts': 'base' });
  commit();
  git('checkout', '-qb', 'other');
  lay({ 'a.ts': 'theirs' });
  commit();
  git('checkout', '-q', 'main');
  lay({ 'a.ts': 'ours' });
  commit();
  expect(() => git('merge', '-q', 'other')).toThrow();
  expect(createIndexFiles(open()).unmerged).toEqual(['a.ts']);
});

it('follows links that are staged themselves, and none that lead elsewhere', () => {
  lay({ 'lib/a.ts': 'a' });
  symlinkSync('lib', join(root, 'linked'));
  symlinkSync('../lib/a.ts', join(root, 'lib/again.ts'));
  symlinkSync('/etc/passwd', join(root, 'outside.ts'));
  symlinkSync('../../x.ts', join(root, 'above.ts'));
  symlinkSync('ring', join(root, 'ring'));
  git('add', '-A');
  const { files } = createIndexFiles(open());
  expect(staged()).toEqual(['lib/a.ts']);
  expect(files.readFile(`${root}/linked/again.ts`)).toBe('a');
  expect(files.realPath(`${root}/linked/a.ts`)).toBe(`${root}/lib/a.ts`);
  expect(['outside.ts', 'above.ts', 'ring'].map((name) => files.readFile(`${root}/${name}`))).toEqual([
    null,
    null,
    null,
  ]);
});

it('says why a staged file cannot be read', () => {
  lay({ 'latin.ts': Buffer.from('ä', 'latin1'), 'large.ts': 'a'.repeat(5_000_001) });
  git('add', '-A');
  const { files } = createIndexFiles(open());
  const why = (name: string): string | null => {
    expect(files.readFile(`${root}/${name}`)).toBeNull();
    return files.whyUnread(`${root}/${name}`);
  };
  expect(why('latin.ts')).toBe('not UTF-8 text');
  expect(why('large.ts')).toBe('larger than 5 MB');
});

it('reads the index of the hook, wherever it lies, but not another repository’s', () => {
  lay({ 'a.ts': 'committed' });
  commit();
  lay({ 'a.ts': 'in the other index' });
  execFileSync('git', ['add', 'a.ts'], {
    cwd: root,
    env: { ...process.env, GIT_INDEX_FILE: join(root, '.git/next-index-1.lock') },
  });
  const read = (): string | null => createIndexFiles(open()).files.readFile(`${root}/a.ts`);
  vi.stubEnv('GIT_INDEX_FILE', '.git/next-index-1.lock');
  expect(read()).toBe('in the other index');
  vi.stubEnv('GIT_INDEX_FILE', join(root, '.git/next-index-1.lock'));
  vi.stubEnv('GIT_DIR', '.git');
  expect(read()).toBe('in the other index');
  vi.stubEnv('GIT_DIR', '/somewhere/else/.git');
  expect(read()).toBe('committed');
  vi.stubEnv('GIT_DIR', undefined);
  vi.stubEnv('GIT_INDEX_FILE', '/somewhere/else/.git/index');
  expect(read()).toBe('committed');
});

it('works in a linked work tree, as its hooks are started', () => {
  lay({ 'a.ts': 'main' });
  commit();
  const tree = `${root}/.git/wt`;
  git('worktree', 'add', '-q', tree, '-b', 'side');
  writeFileSync(`${tree}/a.ts`, 'side');
  execFileSync('git', ['add', 'a.ts'], { cwd: tree });
  const gitDir = execFileSync('git', ['rev-parse', '--absolute-git-dir'], {
    cwd: tree,
    encoding: 'utf8',
  }).trim();
  vi.stubEnv('GIT_DIR', gitDir);
  vi.stubEnv('GIT_INDEX_FILE', `${gitDir}/index`);
  expect(createIndexFiles(open(tree)).files.readFile(`${tree}/a.ts`)).toBe('side');
});

it('tells what changed, renames as both', () => {
  lay({ 'a.ts': 'a', 'b.ts': 'b', 'c.ts': 'c\n', 'd.ts': 'd' });
  commit();
  renameSync(join(root, 'a.ts'), join(root, 'z.ts'));
  lay({ 'b.ts': 'B' });
  git('add', '-A');
  const head = createHeadFiles(open());
  expect(changedBetween(head.entries, createIndexFiles(open()).entries)).toEqual(['a.ts', 'b.ts', 'z.ts']);
  // Staged and taken back, carriage returns put in, untracked, gone: only what is different counts.
  lay({ 'b.ts': 'b', 'c.ts': 'c\r\n', 'new.ts': '' });
  rmSync(join(root, 'd.ts'));
  expect(changedInWorkTree(open(), head, createDiskFiles())).toEqual(['a.ts', 'd.ts', 'new.ts', 'z.ts']);
});

it('compares with where a branch began', () => {
  lay({ 'a.ts': '1' });
  commit();
  git('checkout', '-qb', 'side');
  git('checkout', '-q', 'main');
  lay({ 'a.ts': '2' });
  commit();
  git('checkout', '-q', 'side');
  const from = forkPoint(open(), 'main') ?? '';
  expect(createTreeFiles(open(), from)?.files.readFile(`${root}/a.ts`)).toBe('1');
  expect(createTreeFiles(open(), 'main')?.files.readFile(`${root}/a.ts`)).toBe('2');
  expect([forkPoint(open(), 'nope'), forkPoint(open(), '--all'), forkPoint(open(), '')]).toEqual([
    null,
    null,
    null,
  ]);
});

it('runs no filter that the repository’s configuration names', () => {
  lay({ 'a.ts': 'a', '.gitattributes': '*.ts filter=evil\n' });
  commit();
  git('config', 'filter.evil.clean', `touch ${join(root, 'pwned.ts')}; cat`);
  lay({ 'a.ts': 'b' });
  expect(changedInWorkTree(open(), createHeadFiles(open()), createDiskFiles())).toEqual(['a.ts']);
});

it('says why there is no repository', () => {
  const outside = realpathSync(mkdtempSync(join(tmpdir(), 'leastscope-plain-')));
  expect(openRepository(outside)).toEqual({ kind: 'trouble', reason: 'this is not a git repository' });
  expect(openRepository(join(root, '.git'))).toEqual({
    kind: 'trouble',
    reason: 'this is a repository without a work tree',
  });
  rmSync(outside, { recursive: true });
});
