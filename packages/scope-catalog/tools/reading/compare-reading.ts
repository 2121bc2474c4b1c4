import type { CatalogData, CategoryId, Field } from '@leastscope/scope-catalog';
import { platform } from '../corrections/platform.js';
import type { Operation } from '../openapi.js';
import { cell } from '../read-table.js';
import type { Row } from '../read-table.js';
import { rowOfLeaf } from './category-of-leaf.js';
import { idOf } from './pick-operations.js';

/** What a person read in an answer: `-` for what is data of nobody. */
const nothing = '-';

export interface ReadingDifference {
  /** `missed`: the catalog has it as data of nobody. `wrong`: as something else. `strict`: data of nobody counts as personal. */
  readonly what: 'missed' | 'wrong' | 'strict';
  readonly endpoint: string;
  readonly leaf: string;
  readonly read: CategoryId;
  readonly catalog: CategoryId;
}

export interface ReadingResult {
  readonly endpoints: number;
  readonly leaves: number;
  /** Leaves that say something of a person, a seller's account or a secret. */
  readonly personal: number;
  readonly differences: readonly ReadingDifference[];
}

/** Holds the catalog against what a person read in the answers of some operations, leaf by leaf. */
export function compareReading(
  { categories }: CatalogData,
  fields: readonly Field[],
  operations: readonly Operation[],
  reading: readonly Row[],
): ReadingResult {
  const tierOf = new Map(categories.map(({ id, tier }) => [id, tier]));
  const isPersonal = (id: CategoryId): boolean =>
    ['personal', 'sensitive-personal', 'secret'].includes(tierOf.get(id) ?? '');
  const read = operations.filter((row) => reading.some((one) => cell(one, 'endpoint') === idOf(row)));
  const leaves = read.flatMap((operation) => leavesOf(operation, fields, reading));
  const differences = leaves.flatMap(({ endpoint, leaf, read, catalog }): readonly ReadingDifference[] => {
    const told = { endpoint, leaf, read, catalog };
    if (read === catalog || (read === nothing && !isPersonal(catalog))) return [];
    if (read === nothing) return [{ what: 'strict', ...told }];
    return [{ what: isPersonal(read) && !isPersonal(catalog) ? 'missed' : 'wrong', ...told }];
  });
  const personal = leaves.filter(({ read }) => read !== nothing).length;
  return { endpoints: read.length, leaves: leaves.length, personal, differences };
}

interface ReadLeaf {
  readonly endpoint: string;
  readonly leaf: string;
  readonly read: CategoryId;
  readonly catalog: CategoryId;
}

function leavesOf(
  operation: Operation,
  fields: readonly Field[],
  reading: readonly Row[],
): readonly ReadLeaf[] {
  const endpoint = idOf(operation);
  const rows = fields.filter((field) => field.endpoint === endpoint && field.direction === 'response');
  const read = reading
    .filter((row) => cell(row, 'endpoint') === endpoint)
    .map((row) => ({ path: cell(row, 'path'), category: cell(row, 'category') }));
  return dataLeaves(operation).map((leaf) => ({
    endpoint,
    leaf,
    read: rowOfLeaf(read, leaf)?.category ?? nothing,
    catalog: rowOfLeaf(rows, leaf)?.category ?? nothing,
  }));
}

/** What every answer has around its data, or only leads to the next page, is no leaf of it. */
export function dataLeaves({ responseFields }: Operation): readonly string[] {
  const isAround = new Set([...platform.answers.envelope, 'data', 'data.total_count']);
  return responseFields.filter((leaf) => !isAround.has(leaf));
}
