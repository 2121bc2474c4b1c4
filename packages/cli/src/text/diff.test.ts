import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { changedLines, patchText, unifiedDiff } from './diff.js';

const before = ['1', '2', '3', '4', '5', '6', '7', '8', '9', ''].join('\n');
const after = before.replace('2\n', '2\nnew\n').replace('9\n', 'nine\n');

it('prints a difference as git does', () => {
  expect(unifiedDiff('a.yaml', before, after).join('\n')).toMatchInlineSnapshot(`
    "--- a/a.yaml
    +++ b/a.yaml
    @@ -1,9 +1,10 @@
     1
     2
    +new
     3
     4
     5
     6
     7
     8
    -9
    +nine"
  `);
  expect(unifiedDiff('a.yaml', before, before)).toEqual([]);
});

it.each([
  ['a line break at the end', before, after],
  ['none at the end', 'one\ntwo', 'one\nthree'],
  ['one that comes', 'one', 'one\n'],
  ['two places', before, before.replace('1\n', 'one\n').replace('9\n', '')],
  ['line breaks of Windows', before.replaceAll('\n', '\r\n'), after.replaceAll('\n', '\r\n')],
  ['line breaks that change', 'a\r\nb\r\n', 'a\r\nb\n'],
  ['lines with tabs', '\ta\n\tb\tc\n', '\ta\n\tb\td\n'],
  ['blank lines around', '\n\na\n\n\n', '\n\nb\n\n\n'],
])('prints what git can apply: %s', (_name, old, fresh) => {
  const folder = mkdtempSync(join(tmpdir(), 'leastscope-diff-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const name = 'scope declaration é.yaml';
  writeFileSync(join(folder, name), old);
  const input = patchText(unifiedDiff(name, old, fresh));
  const { status, stderr } = spawnSync('git', ['apply', '-'], { cwd: folder, input, encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(readFileSync(join(folder, name), 'utf8')).toBe(fresh);
});

it('shows nothing deceptive of a line', () => {
  expect(patchText(['+\u001b[2Ja\tb\r'])).toBe('+\\u001b[2Ja\tb\r\n');
});

it('shows texts that have nothing in common as replaced', () => {
  const old = Array.from({ length: 3000 }, (_, index) => `old ${index}`);
  const fresh = Array.from({ length: 3000 }, (_, index) => `new ${index}`);
  const lines = changedLines(old, fresh);
  expect(lines.map(({ line }) => line)).toEqual([...old, ...fresh]);
});
