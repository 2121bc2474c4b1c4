import type { BuiltCatalog } from '../build-catalog.js';
import type { Operation } from '../openapi.js';
import type { Row } from '../read-table.js';
import { compareReading } from '../reading/compare-reading.js';
import type { ReadingResult } from '../reading/compare-reading.js';
import { table } from './table.js';

/** What the comparisons gave before anything was mended by them, one number for each seed. */
const atFirst = {
  endpoints: [60, 37, 60, 30, 30],
  leaves: [1195, 513, 620, 186, 260],
  personal: [502, 165, 107, 62, 48],
  missed: [7, 0, 0, 0, 0],
  wrong: [4, 4, 1, 0, 0],
  strict: [26, 0, 15, 1, 0],
} as const;

/** The samples of answers that a person has read, held against the catalog. */
export function reading(
  { data, fields }: BuiltCatalog,
  operations: readonly Operation[],
  read: readonly Row[],
): string {
  const result = compareReading(data, fields, operations, read);
  const row = (title: string, name: keyof typeof atFirst, now: string): readonly string[] => [
    title,
    ...atFirst[name].map(String),
    now,
  ];
  return table(
    ['comparison', 'first sample', 'second', 'third', 'fourth', 'fifth', 'all, mended'],
    [
      row('endpoints read', 'endpoints', String(result.endpoints)),
      row('fields of their answers', 'leaves', String(result.leaves)),
      row('of these about a person or an account', 'personal', String(result.personal)),
      row('missed: data of nobody in the catalog', 'missed', count(result, 'missed')),
      row('wrong: of another category', 'wrong', count(result, 'wrong')),
      row('too strict: data of nobody that counts as personal', 'strict', count(result, 'strict')),
    ],
  );
}

function count({ differences }: ReadingResult, wanted: 'missed' | 'wrong' | 'strict'): string {
  return String(differences.filter(({ what }) => what === wanted).length);
}
