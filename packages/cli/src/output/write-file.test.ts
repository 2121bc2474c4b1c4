import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Misuse } from '../host/misuse.js';
import { targetOf } from './target.js';
import { writeFile } from './write-file.js';

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'leastscope-write-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

describe('writeFile', () => {
  it('replaces a file and leaves nothing else behind', () => {
    const path = folder();
    writeFileSync(join(path, 'a.json'), 'old');
    writeFile(join(path, 'a.json'), 'new', 'a.json');
    expect(readFileSync(join(path, 'a.json'), 'utf8')).toBe('new');
    expect(readdirSync(path)).toEqual(['a.json']);
  });

  it('says in one sentence why it cannot, and leaves nothing half-written', () => {
    const path = folder();
    mkdirSync(join(path, 'a.json'));
    expect(() => writeFile(join(path, 'a.json'), 'new', 'a.json')).toThrow(Misuse);
    expect(() => writeFile(join(path, 'a.json'), 'new', 'a.json')).toThrow(
      'cannot write a.json: it is a folder',
    );
    expect(readdirSync(path)).toEqual(['a.json']);
  });

  it('writes through a link', () => {
    const path = folder();
    writeFileSync(join(path, 'real.json'), 'old');
    symlinkSync('real.json', join(path, 'link.json'));
    writeFile(join(path, 'link.json'), 'new', 'link.json');
    expect(readlinkSync(join(path, 'link.json'))).toBe('real.json');
    expect(readFileSync(join(path, 'real.json'), 'utf8')).toBe('new');
  });

  it('makes the file that a link to nowhere names', () => {
    const path = folder();
    symlinkSync('later.json', join(path, 'link.json'));
    writeFile(join(path, 'link.json'), 'new', 'link.json');
    expect(lstatSync(join(path, 'link.json')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(path, 'later.json'), 'utf8')).toBe('new');
  });

  it.skipIf(process.platform === 'win32').each([0o600, 0o640, 0o755])('keeps the mode %o', (mode) => {
    const path = join(folder(), 'a.json');
    writeFileSync(path, 'old');
    chmodSync(path, mode);
    writeFile(path, 'new', 'a.json');
    expect(statSync(path).mode & 0o777).toBe(mode);
  });

  it('writes a name that leaves no room for a longer one', () => {
    const path = join(folder(), `${'a'.repeat(250)}.json`);
    writeFile(path, 'new', 'a');
    expect(readFileSync(path, 'utf8')).toBe('new');
  });
});

describe.skipIf(process.platform === 'win32')('targetOf', () => {
  it('knows the streams of the process by all of their names', () => {
    const path = folder();
    symlinkSync('/dev/stdout', join(path, 'log'));
    for (const given of [null, '-', '/dev/stdout', '/dev/fd/1', '/proc/self/fd/1', 'log'])
      expect(targetOf(given, path), String(given)).toEqual({ kind: 'stdout' });
    expect(targetOf('/dev/stderr', path)).toEqual({ kind: 'stderr' });
    expect(targetOf('/dev/fd/63', path)).toEqual({ kind: 'descriptor', number: 63 });
    expect(targetOf('/dev/null', path)).toEqual({ kind: 'device', path: '/dev/null' });
    expect(targetOf('a/b.json', path)).toEqual({ kind: 'file', path: join(path, 'a/b.json') });
  });
});
