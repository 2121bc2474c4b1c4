import type { BuiltCatalog } from '../build-catalog.js';
import type { Operation } from '../openapi.js';
import type { Row } from '../read-table.js';
import { compareReading } from '../reading/compare-reading.js';
import type { ReadingResult } from '../reading/compare-reading.js';
import { table } from './table.js';

/** What the first comparison gave, before anything was mended by it. */
const first = { missed: 7, wrong: 4, strict: 26 } as const;

/** The sample of answers that a person has read, held against the catalog. */
export function reading(
  { data, fields }: BuiltCatalog,
  operations: readonly Operation[],
  read: readonly Row[],
): string {
  const result = compareReading(data, fields, operations, read);
  return table(
    ['comparison', 'at first', 'now'],
    [
      ['endpoints read', String(result.endpoints), String(result.endpoints)],
      ['fields of their answers', String(result.leaves), String(result.leaves)],
      ['of these about a person or an account', String(result.personal), String(result.personal)],
      ['missed: data of nobody in the catalog', String(first.missed), count(result, 'missed')],
      ['wrong: of another category', String(first.wrong), count(result, 'wrong')],
      ['too strict: data of nobody that counts as personal', String(first.strict), count(result, 'strict')],
    ],
  );
}

function count({ differences }: ReadingResult, wanted: 'missed' | 'wrong' | 'strict'): string {
  return String(differences.filter(({ what }) => what === wanted).length);
}
