import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDiskFiles } from './disk-files.js';

let root: string;

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'leastscope-disk-')));
});
afterEach(() => {
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

function list(folder = root): readonly string[] {
  return createDiskFiles()
    .listFiles(folder)
    .map((path) => path.slice(folder.length + 1));
}

const tree = {
  'src/shops.ts': '',
  'src/Zebra.tsx': '',
  'src/äpfel.mts': '',
  'src/page.vue': '',
  'src/types.d.ts': '',
  'src/lib.min.js': '',
  'README.md': '',
  'dist/out.js': '',
  'node_modules/a/index.js': '',
  'packages/a/vendor/sdk.ts': '',
  'packages/a/src/a.cjs': '',
  'packages/a/.gitignore': 'generated/\n*.gen.ts\n!keep.gen.ts\n',
  'packages/a/generated/x.ts': '',
  'packages/a/src/y.gen.ts': '',
  'packages/a/src/keep.gen.ts': '',
  '.gitignore': '/tmp\n',
  'tmp/scratch.ts': '',
};
const listed = [
  'packages/a/src/a.cjs',
  'packages/a/src/keep.gen.ts',
  'src/Zebra.tsx',
  'src/page.vue',
  'src/shops.ts',
  'src/äpfel.mts',
];

describe('listFiles', () => {
  it('walks where there is no git, honouring every .gitignore', () => {
    lay(tree);
    expect(list()).toEqual(listed);
  });

  it('asks git for the same, tracked or not', () => {
    lay(tree);
    git('init', '-q');
    git('add', 'src', '.gitignore');
    expect(list()).toEqual(listed);
    expect(list(join(root, 'packages/a'))).toEqual(['src/a.cjs', 'src/keep.gen.ts']);
  });

  it('leaves out what is tracked but deleted, and links', () => {
    lay({ 'a.ts': '', 'b.ts': '' });
    symlinkSync('a.ts', join(root, 'linked.ts'));
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'x');
    symlinkSync('a.ts', join(root, 'untracked-link.ts'));
    rmSync(join(root, 'b.ts'));
    expect(list()).toEqual(['a.ts']);
  });

  it('does not run a command from the repository’s configuration', () => {
    lay({ 'a.ts': '', 'evil.sh': '#!/bin/sh\ntouch "$(dirname "$0")/pwned.ts"\n' });
    git('init', '-q');
    git('config', 'core.fsmonitor', `sh ${join(root, 'evil.sh')}`);
    expect(list()).toEqual(['a.ts']);
    expect(list()).toEqual(['a.ts']);
  });

  it('walks a project inside an ignored folder of a repository', () => {
    lay({ '.gitignore': 'scratch/\n', 'scratch/app/a.ts': '' });
    git('init', '-q');
    expect(list(join(root, 'scratch/app'))).toEqual(['a.ts']);
  });

  it('survives loops of links', () => {
    lay({ 'src/a.ts': '' });
    symlinkSync('..', join(root, 'src/up'));
    symlinkSync('loop', join(root, 'loop'));
    expect(list()).toEqual(['src/a.ts']);
  });
});

describe('readFile', () => {
  const cases: Readonly<Record<string, [Uint8Array | string, string | null, string | null]>> = {
    'UTF-8': ['ä €', 'ä €', null],
    'UTF-8 with a mark': ['\ufeffa', 'a', null],
    'a replacement character that is really there': ['a\ufffdb', 'a\ufffdb', null],
    empty: ['', '', null],
    'UTF-16': [Buffer.from('\ufeffa', 'utf16le'), null, 'encoded as UTF-16; save it as UTF-8'],
    'Latin-1': [Buffer.from('ä', 'latin1'), null, 'not UTF-8 text'],
    'too large': ['a'.repeat(5_000_001), null, 'larger than 5 MB'],
    'as large as may be': ['a'.repeat(5_000_000), 'a'.repeat(5_000_000), null],
  };
  it.each(Object.entries(cases))('%s', (_name, [content, text, reason]) => {
    lay({ 'a.ts': content });
    const files = createDiskFiles();
    expect(files.readFile(`${root}/a.ts`) === text).toBe(true);
    expect(files.whyUnread(`${root}/a.ts`)).toBe(reason);
  });

  it('tells absent from unreadable', () => {
    lay({ 'folder/a.ts': '' });
    symlinkSync('loop.ts', join(root, 'loop.ts'));
    execFileSync('mkfifo', [join(root, 'pipe.ts')]);
    const files = createDiskFiles();
    const why = (name: string): string | null => {
      expect(files.readFile(`${root}/${name}`)).toBeNull();
      return files.whyUnread(`${root}/${name}`);
    };
    expect(why('nothing.ts')).toBeNull();
    expect(why('folder')).toBe('a folder, not a file');
    expect(why('loop.ts')).toBe('a symbolic link that leads back to itself');
    expect(files.readFile(`${root}/pipe.ts`), 'an empty pipe must not hang the run').toBe('');
    expect(files.fileExists(`${root}/loop.ts`)).toBe(false);
    expect(files.realPath(`${root}/loop.ts`)).toBe(`${root}/loop.ts`);
  });
});
