import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { Misuse } from './misuse.js';
import { writeAtomically } from './write-atomically.js';

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'leastscope-write-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

it('replaces a file and leaves nothing else behind', () => {
  const path = folder();
  writeFileSync(join(path, 'a.json'), 'old');
  writeAtomically(join(path, 'a.json'), 'new', 'a.json');
  expect(readFileSync(join(path, 'a.json'), 'utf8')).toBe('new');
  expect(readdirSync(path)).toEqual(['a.json']);
});

it('says in one sentence why it cannot, and leaves nothing half-written', () => {
  const path = folder();
  mkdirSync(join(path, 'a.json'));
  expect(() => writeAtomically(join(path, 'a.json'), 'new', 'a.json')).toThrow(Misuse);
  expect(() => writeAtomically(join(path, 'a.json'), 'new', 'a.json')).toThrow(
    'cannot write a.json: it is a folder',
  );
  expect(readdirSync(path)).toEqual(['a.json']);
});

it('writes through a link', () => {
  const path = folder();
  writeFileSync(join(path, 'real.json'), 'old');
  symlinkSync('real.json', join(path, 'link.json'));
  writeAtomically(join(path, 'link.json'), 'new', 'link.json');
  expect(readlinkSync(join(path, 'link.json'))).toBe('real.json');
  expect(readFileSync(join(path, 'real.json'), 'utf8')).toBe('new');
});
