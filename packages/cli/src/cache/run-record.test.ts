import { expect, it } from 'vitest';
import type { SearchRecord } from '@leastscope/analyzer';
import { compareFolder, foundBefore, recordFolder } from './run-record.js';
import { unsure } from './stamps.js';

const paths = ['big.ts', 'plain.ts', 'refused.ts'];
const stamp = { mtimeMs: 1.5, ctimeMs: 2.5, size: 3 };
const stamps = [stamp, stamp, unsure];
const found: readonly (SearchRecord | null)[] = [null, { isTelling: false, isOutside: false }, null];
const listing = { paths, stampInIndex: () => null };
const record = recordFolder('/app', listing, {
  stamp: (index) => stamps[index] ?? unsure,
  found: (index) => found[index] ?? null,
});

it('tells what could not be read from what holds nothing', () => {
  const before = foundBefore(JSON.parse(JSON.stringify(record)));
  expect([...before].map(([path, { isUnread }]) => [path, isUnread])).toEqual([
    ['/app/big.ts', true],
    ['/app/plain.ts', false],
    ['/app/refused.ts', true],
  ]);
});

it('takes for changed what is not there as it was, and knows nothing of it', () => {
  const { isSameList, changed, known } = compareFolder(record, paths);
  expect({ isSameList, changed }).toEqual({ isSameList: true, changed: paths.map((path) => `/app/${path}`) });
  expect(known().size).toBe(0);
});
