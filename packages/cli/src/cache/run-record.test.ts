import { expect, it } from 'vitest';
import { compareFolder, foundBefore, notRead, recordFolder, type FileRecord } from './run-record.js';
import { unsure } from './stamps.js';

const read = { isTelling: false, isOutside: false, isUnread: false };
const stamp = { mtimeMs: 1, ctimeMs: 1, size: 1 };
const paths = ['big.ts', 'plain.ts', 'refused.ts'];
const about: Readonly<Record<string, FileRecord>> = {
  '/app/big.ts': { stamp, found: notRead },
  '/app/plain.ts': { stamp, found: read },
  '/app/refused.ts': { stamp: unsure, found: notRead },
};
const listing = { paths, stampInIndex: () => null };
const record = recordFolder(
  '/app',
  listing,
  (index) => about[`/app/${listing.paths[index] ?? ''}`] ?? { stamp: unsure, found: notRead },
);

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
