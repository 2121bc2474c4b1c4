import type { Needs } from '@leastscope/analyzer';
import { loadCatalog } from '@leastscope/scope-catalog';
import { expect, test } from 'vitest';
import { headerLines } from './header-lines.js';

const nothing = { uses: [], open: [], gaps: [], unread: [], coverage: { resolved: 0, open: 0 } };
const linesOf = (needs: Partial<Needs>) =>
  headerLines({ ...nothing, ...needs } as unknown as Needs, loadCatalog()).slice(1, -1);

test('files that could not be read are named, since nothing speaks for them', () => {
  const unread = [
    { file: 'src/a.ts', reason: 'not UTF-8 text', place: null },
    { file: 'src/b.js', reason: 'larger than 5 MB', place: null },
  ];
  expect(linesOf({ unread })).toEqual([
    '# No TikTok Shop API calls were found here.',
    '# 2 files could not be read; what they need is missing here:',
    '#   src/a.ts: not UTF-8 text',
    '#   src/b.js: larger than 5 MB',
  ]);
  expect(linesOf({ unread: unread.slice(0, 1) })[1]).toBe(
    '# 1 file could not be read; what it needs is missing here:',
  );
});

test('where everything was read, nothing is said of it', () => {
  expect(linesOf({})).toEqual(['# No TikTok Shop API calls were found here.']);
});
