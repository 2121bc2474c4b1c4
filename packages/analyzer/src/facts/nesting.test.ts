import { loadCatalog, tellTales } from '@leastscope/scope-catalog';
import { expect, test } from 'vitest';
import { isUnread, readFile } from './read-file.js';

const words = tellTales(loadCatalog());
const reasonOf = (code: string): string | null => {
  const read = readFile('src/a.ts', code, words);
  return isUnread(read) ? read.reason : null;
};

test.each([
  ['calls in calls', 510, 520, (times: number) => `${'f('.repeat(times)}1${')'.repeat(times)}`],
  ['lists in lists', 510, 520, (times: number) => `${'['.repeat(times)}1${']'.repeat(times)}`],
  ['a sum', 1290, 1310, (times: number) => `1${' + 1'.repeat(times)}`],
  ['a chain of calls', 640, 660, (times: number) => `x${'.then(f)'.repeat(times)}`],
])('%s: read to a depth that no stack decides, and told beyond it', (_, read, unread, write) => {
  expect(reasonOf(write(read))).toBeNull();
  expect(reasonOf(write(unread))).toBe('nested too deeply to be read');
});
